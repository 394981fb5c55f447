package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.Views;
import java.util.List;

/**
 * The map of the watch: a drawing that needs no script, and the place where a script draws the same
 * on land and sea, to be moved, measured and filtered.
 */
final class MapPane {
  static final String DATA = "map.json";
  private static final String KEYS =
      "Map of notices, conflicts, zones and agreed lines, all of them in the tables too."
          + " Arrow keys move it, plus and minus zoom, Enter names what is at the cross.";
  private static final List<List<String>> TOOLS =
      List.of(
          List.of("in", "+", "Closer"),
          List.of("out", "−", "Farther"),
          List.of("all", "Show all", ""),
          List.of("rings", "Range rings", ""),
          List.of("measure", "Measure", ""),
          List.of("clear", "Clear", "Clear rings and measured lines"));

  private MapPane() {}

  /**
   * The pane.
   *
   * @param shown the notices of the drawing without scripts
   * @param all how many there are
   */
  static Html of(
      Asked asked,
      Assets assets,
      MapFilter filter,
      List<Views.Notice> shown,
      List<Views.Conflict> conflicts,
      int all) {
    String aside = shown.size() + " of " + all + " notices drawn: in conflict, or soonest";
    Html still =
        el("div", MapDrawing.large(asked, shown, conflicts).pane())
            .cls("still")
            .id("map-still")
            .at("data-live");
    Html chart =
        el("div")
            .cls("chart")
            .id("chart")
            .at("dir", "ltr")
            .at("tabindex", "0")
            .at("role", "application")
            .at("aria-label", KEYS)
            .at("hidden")
            .at("data-map", asked.to("/" + DATA))
            .at(hasTraffic(asked), "data-tracks", "/" + TrackData.PATH)
            .at("data-world", assets.path("world.json"));
    Html said =
        el("p", "Press a thing on the map, or Enter at the cross, to have it named here.")
            .cls("map-said xs")
            .id("map-said")
            .at("role", "status")
            .at("hidden");
    Html.Element header = el("header", el("h2", "Map").id("hm"), tools());
    Html bar =
        el("div", filter.form(asked), el("span", aside).id("map-count").cls("soft xs"))
            .cls("map-bar row");
    return el("section", header, bar, still, chart, said, MapDrawing.legend(asked))
        .cls("pane")
        .id("map-pane")
        .at("aria-labelledby", "hm");
  }

  /** Traffic is live or not there: none of it is kept. */
  static boolean hasTraffic(Asked asked) {
    return !asked.past() && !asked.api().feeds().isEmpty();
  }

  private static Html tools() {
    Html.Element group = el("div").cls("map-tools row").id("map-tools").at("role", "group");
    group.at("aria-label", "Map tools").at("hidden");
    for (List<String> tool : TOOLS) {
      Html.Element button =
          el("button", text(tool.get(1)))
              .cls("btn")
              .at("type", "button")
              .at("data-tool", tool.get(0));
      if (!tool.get(2).isEmpty()) {
        button.at("aria-label", tool.get(2));
      }
      if (List.of("rings", "measure").contains(tool.get(0))) {
        button.at("aria-pressed", "false");
      }
      group.add(button);
    }
    return group;
  }
}
