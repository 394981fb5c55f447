package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import java.util.List;
import java.util.Objects;

/** Notices out of a GeoJSON file, each looked at by a person before it is declared by itself. */
final class ImportPage {
  static final String PAGE = "/notices/import";
  private static final int POSITIONS_SHOWN = 3;

  private final Asked asked;

  ImportPage(Asked asked) {
    this.asked = asked;
  }

  Html main() {
    byte[] file = asked.request().upload();
    Html.Element all = el("div", choose()).cls("stack gap1");
    if (file != null
        && GeoJson.read(file) instanceof GeoJson.Read.Items(List<GeoJson.Item> items)) {
      all.add(review(items));
    }
    return el("main", all, aside()).cls("page side").id("main");
  }

  /** What to say of a file: how much there is, or what is wrong with it. */
  static Told told(byte @org.jspecify.annotations.Nullable [] file) {
    if (file == null) {
      return Told.refused("file-missing", "Choose a GeoJSON file.");
    }
    return switch (GeoJson.read(file)) {
      case GeoJson.Read.Fault(String sentence) -> Told.refused("file-malformed", sentence);
      case GeoJson.Read.Items(List<GeoJson.Item> items) ->
          Told.drafted(
              "Nothing is declared yet. Items to look at, one by one: " + items.size() + ".");
    };
  }

  private Html choose() {
    Html form =
        asked
            .form(
                "/act/import",
                Fields.labelled(
                    "GeoJSON file, at most 1 MiB and " + GeoJson.ITEMS_MAX + " features",
                    el("input").at("type", "file").at("name", "file").at("required")),
                el("button", "Read it").cls("btn go big"))
            .cls("stack")
            .at("enctype", "multipart/form-data");
    return Frame.pane("im", "Import notices", "nothing is declared by reading")
        .add(el("div", form).cls("body"));
  }

  private Html review(List<GeoJson.Item> items) {
    Html.Element body = el("tbody");
    int number = 0;
    for (GeoJson.Item item : items) {
      body.add(row(++number, item));
    }
    Html.Element head = el("tr");
    for (String column : List.of("Item", "What", "Where", "Levels", "From, to", "")) {
      Html.Element cell = el("th", column).at("scope", "col");
      head.add(column.isEmpty() ? cell.add(el("span", "Do").cls("hide")) : cell);
    }
    return Frame.pane("ir", "Look at each", "each opens as a form of its own")
        .add(el("div", el("table", el("thead", head), body).cls("cards")).cls("body"));
  }

  private Html row(int number, GeoJson.Item item) {
    String radius = typed(item, "radius");
    boolean circle = item.outline().size() == 1;
    Html.Element where =
        el("td", text(circle ? "circle " : item.outline().size() + " corners: "))
            .cls("full")
            .at("data-k", "Where");
    where.add(Words.said(radius), text(radius.isEmpty() ? "" : " round "));
    item.outline().stream()
        .limit(POSITIONS_SHOWN)
        .forEach(position -> where.add(Words.ltr(position), text(" ")));
    where.add(Html.when(item.outline().size() > POSITIONS_SHOWN, text("…")));
    Html.Element what =
        el("td", Words.said(typed(item, "category")), text(" "), Words.said(typed(item, "label")))
            .at("data-k", "What");
    if (!item.left().isEmpty()) {
      what.add(
          el("p", text("not taken: "), Words.said(String.join(", ", item.left()))).cls("note"));
    }
    return el("tr")
        .add(el("th", number + ", line " + item.line()).at("scope", "row"))
        .add(
            what,
            where,
            cell("Levels", item, "floor", "ceiling"),
            cell("UTC", item, "start", "end"))
        .add(el("td", known(item) ? form(number, item) : unknown()));
  }

  private boolean known(GeoJson.Item item) {
    return categories().contains(typed(item, "category"));
  }

  /** Another category would be chosen by the form, and by nobody. */
  private Html unknown() {
    return el("p", Signs.named("p3", "The terms have no such category"))
        .add(": change it in the file to one of ")
        .add(Words.ltrLong(String.join(", ", categories())));
  }

  private List<String> categories() {
    return asked.view().terms().stream().limit(1).flatMap(in -> in.categories().stream()).toList();
  }

  private static Html cell(String key, GeoJson.Item item, String from, String to) {
    return el("td", Words.said(typed(item, from)), text(" – "), Words.said(typed(item, to)))
        .at("data-k", key);
  }

  /** The item as the form of a notice, with what it would cross; declaring is one more press. */
  private Html form(int number, GeoJson.Item item) {
    Html.Element form =
        asked.form("/act/notices", Asked.hidden("outline", String.join("\n", item.outline())));
    for (String name : GeoJson.PROPERTIES) {
      form.add(Asked.hidden(name, typed(item, name)));
    }
    return form.add(
        el("button", "Look at it")
            .cls("btn")
            .at("name", "do")
            .at("value", "draft")
            .at("formtarget", "_blank")
            .at("aria-label", "Look at item " + number + ", in a window of its own"));
  }

  private static String typed(GeoJson.Item item, String name) {
    return Objects.requireNonNullElse(item.typed().get(name), "");
  }

  private static Html aside() {
    Html.Element list = el("ul").cls("list");
    list.add(
        Pieces.item("A FeatureCollection of Polygons without holes, and of Points with a radius."));
    list.add(
        Pieces.item("Properties, as text: category, label, radius, floor, ceiling, start, end."));
    list.add(Pieces.item("Positions are W84, longitude first. Heights need their datum: FL100."));
    list.add(Pieces.item("One fault refuses the file, with its line and column."));
    return Frame.pane("ia", "What is read", null).add(el("div", list).cls("body"));
  }
}
