package hotline.console;

import static hotline.console.Html.el;

import java.util.List;

/**
 * The three alarm shapes, drawn once a page and used by name. A shape never stands without a word.
 */
final class Signs {
  private static final List<List<String>> SHAPES =
      List.of(
          List.of("p1", "M7.5 1h9L23 7.5v9L16.5 23h-9L1 16.5v-9z"),
          List.of("p2", "M12 1.5 23.5 22H.5z"),
          List.of("p3", "M12 .5 23.5 12 12 23.5.5 12z"),
          List.of(
              "p4", "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm0 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14z"));

  private Signs() {}

  static Html definitions() {
    Html.Element defs = el("defs");
    for (List<String> shape : SHAPES) {
      defs.add(
          el("symbol", el("path").at("d", shape.get(1)))
              .id(shape.get(0))
              .at("viewBox", "0 0 24 24"));
    }
    return el("svg", defs).cls("hide").at("aria-hidden", "true").at("focusable", "false");
  }

  /** A shape: {@code p1} octagon, {@code p2} triangle, {@code p3} diamond, {@code p4} ring. */
  static Html shape(String priority) {
    return el("svg", el("use").at("href", "#" + priority)).cls("i").at("aria-hidden", "true");
  }

  /** A shape with its word. */
  static Html named(String priority, String word) {
    return el("span", shape(priority)).cls("pri " + priority).add(" " + word);
  }

  /** What a kind of message asks for. */
  static String priority(String kind) {
    return switch (kind) {
      case "STOP", "DISTRESS" -> "p1";
      case "WARNING", "QUERY", "CONFLICT", "LINE-CHECK" -> "p2";
      default -> "p3";
    };
  }
}
