package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.TermsViews;
import hotline.node.api.Views;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plain drawing of zones, reference points, notices and conflicts. Exact volumes where this node
 * knows them; else the coarse cells of the record. The same things stand in the table.
 */
final class MapDrawing {
  private static final int LABELS_MAX = 24;
  private static final int LABEL_WIDTH = 150;
  private static final int MARKED_MAX = 6;

  private final int width;
  private final int height;
  private final String classes;
  private final Asked asked;
  private final List<Views.Notice> notices;
  private final List<Views.Conflict> conflicts;
  private final List<TermsViews.Terms> terms;
  private final Projection projection;
  private @Nullable String name;
  private boolean sharing;

  /** The large drawing of the watch. */
  static MapDrawing large(Asked asked, List<Views.Notice> all, List<Views.Conflict> conflicts) {
    return new MapDrawing(asked, all, conflicts, 960, 400, "map");
  }

  /** The small one beside a message or a notice. */
  static MapDrawing small(Asked asked, List<Views.Notice> all, List<Views.Conflict> conflicts) {
    return new MapDrawing(asked, all, conflicts, 460, 240, "map small");
  }

  private MapDrawing(
      Asked asked,
      List<Views.Notice> notices,
      List<Views.Conflict> conflicts,
      int width,
      int height,
      String classes) {
    this.width = width;
    this.height = height;
    this.classes = classes;
    this.asked = asked;
    this.notices = notices;
    this.conflicts = conflicts.stream().limit(30).toList();
    this.terms = asked.view().terms().stream().limit(1).toList();
    this.projection = Projection.of(width, height, points());
  }

  /** Says in words what it draws, where that is not the line's notices. */
  MapDrawing named(String words) {
    name = words;
    return this;
  }

  /** Uses the patterns of a drawing that stands earlier on the same page. */
  MapDrawing sharing() {
    sharing = true;
    return this;
  }

  /** Everything that has to be seen; zones only where nothing is declared. */
  private List<Long> points() {
    List<Long> points = new ArrayList<>();
    notices.forEach(notice -> Outlines.of(notice).forEach(points::addAll));
    for (Views.Conflict conflict : conflicts) {
      if (conflict.place() != null) {
        points.add(conflict.place().latNanodegrees());
        points.add(conflict.place().lngNanodegrees());
      }
    }
    if (points.isEmpty()) {
      terms.forEach(
          in -> in.zones().forEach(zone -> points.addAll(zone.outlineLatLngNanodegrees())));
    }
    if (points.isEmpty()) {
      for (TermsViews.Terms in : terms) {
        in.points()
            .forEach(
                point -> points.addAll(List.of(point.latNanodegrees(), point.lngNanodegrees())));
      }
    }
    return points;
  }

  Html pane() {
    Html.Element svg =
        el("svg")
            .at("viewBox", "0 0 " + width + " " + height)
            .at("preserveAspectRatio", "xMidYMid meet")
            .at("role", "img")
            .at("aria-label", label());
    svg.add(sharing ? Html.none() : patterns(), graticule());
    terms.forEach(in -> in.zones().forEach(zone -> svg.add(zone(zone))));
    terms.forEach(in -> in.lines().forEach(line -> svg.add(agreed(line))));
    terms.forEach(in -> in.points().forEach(point -> svg.add(reference(point))));
    notices.forEach(notice -> svg.add(notice(notice)));
    List<long[]> taken = new ArrayList<>();
    for (Views.Conflict conflict : conflicts) {
      if (conflict.place() != null && taken.size() < 2 * MARKED_MAX) {
        long x = projection.x(conflict.place().lngNanodegrees());
        long y = projection.y(conflict.place().latNanodegrees());
        taken.addAll(List.of(new long[] {x, y + 2}, new long[] {x, y + 16}));
      }
    }
    notices.forEach(notice -> svg.add(name(notice, taken)));
    int marked = 0;
    for (Views.Conflict conflict : conflicts) {
      svg.add(conflict(conflict, marked++ < MARKED_MAX));
    }
    return el("div", svg.add(scaleBar())).cls(classes).at("dir", "ltr");
  }

  private String label() {
    if (name != null) {
      return name;
    }
    return "Map: "
        + notices.size()
        + " notices and "
        + conflicts.size()
        + " open conflicts. The same objects are in the table of conflicts and notices.";
  }

  private static Html patterns() {
    return el(
        "defs",
        el("pattern", el("path").cls("nv hatch").at("d", "M0 0v9"))
            .id("mn")
            .at("width", "9")
            .at("height", "9")
            .at("patternUnits", "userSpaceOnUse")
            .at("patternTransform", "rotate(45)"),
        el("pattern", el("circle").cls("dot").at("cx", "4.5").at("cy", "4.5").at("r", "1.5"))
            .id("ms")
            .at("width", "9")
            .at("height", "9")
            .at("patternUnits", "userSpaceOnUse"));
  }

  private Html graticule() {
    Html.Element lines = el("g").cls("grid");
    Html.Element names = el("g");
    double west = projection.westEdge();
    double east = projection.eastEdge();
    int step = Projection.stepMinutes(east - west);
    for (long m = ceil(west * 60, step); m <= east * 60; m += step) {
      long x = projection.x(m / 60.0);
      lines.add(path("M" + x + " -400V900"));
      names.add(label(x + 4, 14, degrees(m, 'E', 'W', 3), "far"));
    }
    double south = projection.southEdge();
    double north = Math.min(90, projection.northEdge());
    for (long m = ceil(Math.max(-90, south) * 60, step); m <= north * 60; m += step) {
      long y = projection.y(m / 60.0);
      lines.add(path("M-400 " + y + "H1400"));
      names.add(label(4, y - 4, degrees(m, 'N', 'S', 2), "far"));
    }
    return el("g", lines, names);
  }

  private static long ceil(double minutes, int step) {
    return (long) Math.ceil(minutes / step) * step;
  }

  /** {@code N 47° 30′} from minutes. */
  static String degrees(long minutes, char plus, char minus, int digits) {
    long wrapped = digits == 3 ? Math.floorMod(minutes + 10_800, 21_600L) - 10_800 : minutes;
    long abs = Math.abs(wrapped);
    String whole = String.format("%0" + digits + "d", abs / 60);
    return (wrapped < 0 ? minus : plus)
        + " "
        + whole
        + "° "
        + String.format("%02d", abs % 60)
        + "′";
  }

  private Html zone(TermsViews.Terms.Zone zone) {
    List<Long> outline = zone.outlineLatLngNanodegrees();
    if (outline.size() < 6) {
      return Html.none();
    }
    return el(
        "g",
        el("path").cls("caution").at("d", closed(outline)),
        label(
            projection.x(outline.get(1)) + 4,
            projection.y(outline.get(0)) + 12,
            zone.zone(),
            "strong"));
  }

  private Html agreed(TermsViews.Terms.Line line) {
    List<Long> points = line.latLngNanodegrees();
    return points.size() < 4
        ? Html.none()
        : el(
            "g",
            el("path").cls("agreed").at("d", open(points)),
            label(
                projection.x(points.get(1)) + 4, projection.y(points.get(0)) - 4, line.line(), ""));
  }

  private Html reference(Views.Place point) {
    long x = projection.x(point.lngNanodegrees());
    long y = projection.y(point.latNanodegrees());
    String name = point.referencePoint() == null ? point.text() : point.referencePoint();
    return el(
        "g",
        el("path").cls("vec").at("d", "M" + (x - 5) + " " + y + "h10m-5 -5v10"),
        label(x + 7, y - 4, name, ""));
  }

  private Html notice(Views.Notice notice) {
    List<List<Long>> outlines = Outlines.of(notice);
    if (outlines.isEmpty()) {
      return Html.none();
    }
    String side = asked.side(notice.party());
    StringBuilder shape = new StringBuilder();
    outlines.forEach(outline -> shape.append(closed(outline)));
    Html.Element drawn =
        el("path")
            .cls((side.isEmpty() ? "vec" : side + "v") + " fill-" + side)
            .at("d", shape.toString());
    if (notice.volumes().isEmpty()) {
      drawn.at("stroke-dasharray", "2 3").at("fill-opacity", "0.5");
    } else if (side.equals("s")) {
      drawn.at("stroke-dasharray", "7 4");
    }
    return drawn;
  }

  /** Its name above or below its first outline; none where both places are taken. */
  private Html name(Views.Notice notice, List<long[]> taken) {
    List<List<Long>> outlines = Outlines.of(notice);
    if (outlines.isEmpty() || taken.size() >= LABELS_MAX) {
      return Html.none();
    }
    List<Long> first = outlines.getFirst();
    long left = Long.MAX_VALUE;
    long top = Long.MAX_VALUE;
    long bottom = Long.MIN_VALUE;
    for (int i = 0; i + 1 < first.size(); i += 2) {
      left = Math.min(left, projection.x(first.get(i + 1)));
      top = Math.min(top, projection.y(first.get(i)));
      bottom = Math.max(bottom, projection.y(first.get(i)));
    }
    String side = asked.side(notice.party());
    for (long y : new long[] {top - 5, bottom + 15}) {
      if (free(taken, left, y)) {
        taken.add(new long[] {left, y});
        String words = notice.reference() + " " + notice.band().text();
        return label(left, y, words, side.isEmpty() ? "" : side + "t");
      }
    }
    return Html.none();
  }

  private static boolean free(List<long[]> taken, long x, long y) {
    return taken.stream()
        .noneMatch(one -> Math.abs(one[0] - x) < LABEL_WIDTH && Math.abs(one[1] - y) < 15);
  }

  private Html conflict(Views.Conflict conflict, boolean labelled) {
    Views.Place place = conflict.place();
    if (place == null) {
      return Html.none();
    }
    long x = projection.x(place.lngNanodegrees());
    long y = projection.y(place.latNanodegrees());
    Html.Element mark =
        el("g", el("path").cls("hit-mark").at("d", "M" + x + " " + (y - 13) + "l13 23h-26z"));
    return labelled
        ? mark.add(
            label(x + 15, y + 2, conflict.reference(), "ht"),
            label(x + 15, y + 16, conflict.overlapBand().text(), "ht"))
        : mark;
  }

  private Html scaleBar() {
    double nauticalMiles = 1;
    for (double next : new double[] {2, 5, 10, 20, 50, 100, 200, 500}) {
      if (projection.length(next * 1_852) <= 140) {
        nauticalMiles = next;
      }
    }
    long length = projection.length(nauticalMiles * 1_852);
    long y = height - 24L;
    long x = width - 20L - length;
    return el(
        "g",
        el("path").cls("vec").at("d", "M" + x + " " + y + "v-6m0 3h" + length + "m0-3v6"),
        label(x + 4, y - 10, (long) nauticalMiles + " NM", ""));
  }

  private String closed(List<Long> latLng) {
    return open(latLng) + "Z";
  }

  private String open(List<Long> latLng) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i + 1 < latLng.size(); i += 2) {
      path.append(i == 0 ? 'M' : ' ')
          .append(projection.x(latLng.get(i + 1)))
          .append(' ')
          .append(projection.y(latLng.get(i)));
    }
    return path.toString();
  }

  private static Html path(String d) {
    return el("path").at("d", d);
  }

  private static Html label(long x, long y, String words, String classes) {
    return el("text", text(words))
        .at("x", Long.toString(x))
        .at("y", Long.toString(y))
        .at(!classes.isEmpty(), "class", classes);
  }

  static Html legend(Asked asked) {
    Html.Element legend = el("ul").cls("legend");
    for (Views.PartyStatus party : asked.line().parties()) {
      String side = asked.side(party.party());
      Html.Element swatch =
          el("rect").cls(side + "v fill-" + side).at("width", "22").at("height", "12");
      if (side.equals("s")) {
        swatch.at("stroke-dasharray", "5 3");
      }
      legend.add(swatch(swatch, Words.party(party.party()) + " notice"));
    }
    legend.add(
        swatch(
            el("rect")
                .cls("vec")
                .at("width", "22")
                .at("height", "12")
                .at("stroke-dasharray", "2 3"),
            "dotted: coarse cells only"));
    legend.add(swatch(el("path").cls("hit-mark").at("d", "M11 0l7 12h-14z"), "Conflict"));
    legend.add(swatch(el("path").cls("vec").at("d", "M6 6h10m-5 -5v10"), "Reference point"));
    legend.add(swatch(el("path").cls("agreed").at("d", "M0 6h22"), "Agreed line"));
    if (MapPane.hasTraffic(asked)) {
      legend.add(
          swatch(
              el("path").cls("vec").at("d", "M8 6a3 3 0 1 1-6 0a3 3 0 1 1 6 0h12"),
              "Aircraft, and one minute ahead"));
    }
    return legend.add(el("li", Words.ltr("FL: 1013.25 hPa")));
  }

  private static Html swatch(Html drawing, String words) {
    return el(
        "li", el("svg", drawing).at("aria-hidden", "true").at("viewBox", "0 0 22 12"), text(words));
  }
}
