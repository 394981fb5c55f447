package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.TermsViews;
import hotline.node.api.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Zones, agreed lines and reference points of the terms in force, as the map draws them. */
final class PlacesTable {
  private static final int ROWS_MAX = 300;

  private PlacesTable() {}

  static Html of(Asked asked) {
    List<Html> rows = new ArrayList<>();
    for (TermsViews.Terms in : asked.view().terms().stream().limit(1).toList()) {
      in.zones()
          .forEach(zone ->
              rows.add(
                  row(
                      "Zone",
                      zone.zone(),
                      zone.title(),
                      Words.count(zone.outlineLatLngNanodegrees().size() / 2, "corner"))));
      in.lines().forEach(line -> rows.add(row(sort(line), line.line(), words(line), "")));
      in.points()
          .forEach(point ->
              rows.add(
                  row(
                      "Reference point",
                      Objects.requireNonNullElse(point.referencePoint(), ""),
                      point.text(),
                      degrees(point))));
    }
    if (rows.isEmpty()) {
      return Html.none();
    }
    Html.Element body = el("tbody");
    rows.stream().limit(ROWS_MAX).forEach(body::add);
    Html.Element head = el("tr");
    for (String column : List.of("Name", "What", "In words", "Where")) {
      head.add(el("th", column).at("scope", "col"));
    }
    return el(
            "details",
            el("summary", "Zones, agreed lines and reference points of the terms"),
            el("table", el("thead", head), body).cls("cards"))
        .cls("foot")
        .id("places");
  }

  private static String sort(TermsViews.Terms.Line line) {
    return line.sort().equals("CORRIDOR") ? "Corridor" : "Agreed line";
  }

  /** Its title, width and heights. */
  static String words(TermsViews.Terms.Line line) {
    String wide = line.widthMm() == 0 ? "" : ", " + Words.nauticalMiles(line.widthMm()) + " wide";
    Views.Band band = line.band();
    return line.title() + wide + (band == null ? ", all heights" : ", " + band.text());
  }

  private static String degrees(Views.Place point) {
    return MapDrawing.degrees(minutes(point.latNanodegrees()), 'N', 'S', 2)
        + " "
        + MapDrawing.degrees(minutes(point.lngNanodegrees()), 'E', 'W', 3);
  }

  private static long minutes(long nanodegrees) {
    return Math.round(nanodegrees * 60 / 1e9);
  }

  private static Html row(String sort, String name, String words, String where) {
    return el("tr")
        .add(el("th", Words.ltr(name)).at("scope", "row"))
        .add(el("td", text(sort)).cls("nw").at("data-k", "What"))
        .add(el("td", Words.said(words)).cls("full"))
        .add(el("td", Words.ltr(where)).cls("nw").at("data-k", "Where"));
  }
}
