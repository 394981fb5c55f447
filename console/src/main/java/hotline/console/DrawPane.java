package hotline.console;

import static hotline.console.Html.el;

import java.util.List;

/**
 * The map to draw a volume on: what is drawn fills the fields of where, and what is typed there is
 * drawn. The fields are what is sent; without scripts, or without a pointer, they are typed.
 */
final class DrawPane {
  private static final List<List<String>> TOOLS =
      List.of(
          List.of("circle", "Circle"),
          List.of("outline", "Outline"),
          List.of("all", "Show all"),
          List.of("clear", "Clear what is drawn"));

  private DrawPane() {}

  static Html of(Asked asked, Assets assets) {
    Html.Element tools = el("div").cls("map-tools row").id("draw-tools").at("role", "group");
    tools.at("aria-label", "Drawing");
    for (List<String> tool : TOOLS) {
      Html.Element button =
          el("button", tool.get(1)).cls("btn").at("type", "button").at("data-draw", tool.get(0));
      boolean stays = List.of("circle", "outline").contains(tool.get(0));
      tools.add(button.at(stays, "aria-pressed", "false"));
    }
    Html chart =
        el("div")
            .cls("chart draw")
            .id("draw")
            .at("dir", "ltr")
            .at("role", "group")
            .at("aria-label", "What is typed under Where, among the notices that this node knows")
            .at("data-map", "/" + MapPane.DATA)
            .at("data-world", assets.path("world.json"));
    Html said =
        el("p", "Choose Circle or Outline, or type the positions in the form.")
            .cls("map-said xs")
            .id("draw-said")
            .at("role", "status");
    return Frame.pane("nd", "Draw it", "fills Where and Radius; what is typed counts")
        .add(tools, chart, said)
        .id("draw-pane")
        .at("hidden");
  }
}
