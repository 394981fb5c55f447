package hotline.console;

import hotline.node.api.TermsViews;
import hotline.node.api.Views;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the map draws, as JSON: the same things that stand in the tables. Texts of others are shown
 * here as on every page: what turns or hides text is its visible code.
 *
 * @param made the node's clock, or the instant that is looked at
 * @param notices soonest first, at most {@link #NOTICES_MAX}
 * @param left how many notices are left out
 */
record MapData(
    Instant made,
    boolean past,
    List<Shape> notices,
    int left,
    List<Hit> conflicts,
    List<Zone> zones,
    List<Line> lines,
    List<Point> points) {
  static final int NOTICES_MAX = 2_000;
  private static final int CONFLICTS_MAX = 500;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /**
   * A notice.
   *
   * @param side {@code n}, {@code s} or empty: the sign of its party
   * @param outlines latitudes and longitudes by turns, in 10⁻⁹ degree
   * @param exact false: coarse cells, the volume is not known here
   * @param lowFeet the lowest standard-pressure height that it may reach, {@code highFeet} the
   *     highest
   */
  record Shape(
      String name,
      String party,
      String side,
      String words,
      String levels,
      long lowFeet,
      long highFeet,
      Instant start,
      Instant end,
      boolean exact,
      List<List<Long>> outlines,
      String address) {}

  /** A conflict with its place; without a place it stands in the table only. */
  record Hit(
      String name,
      String words,
      String levels,
      long lowFeet,
      long highFeet,
      Instant start,
      Instant end,
      long lat,
      long lng,
      String address) {}

  /** A zone of the terms. */
  record Zone(String name, String words, List<Long> outline) {}

  /** An agreed line or corridor of the terms. */
  record Line(String name, String words, List<Long> points, long widthMm) {}

  /** A reference point of the terms. */
  record Point(String name, String words, long lat, long lng) {}

  static MapData of(Asked asked) {
    List<Views.Notice> all = asked.view().notices(false);
    List<TermsViews.Terms> terms = asked.view().terms().stream().limit(1).toList();
    return new MapData(
        asked.now(),
        asked.past(),
        all.stream().limit(NOTICES_MAX).map(one -> shape(asked, one)).toList(),
        Math.max(0, all.size() - NOTICES_MAX),
        asked.view().conflicts(false).stream()
            .filter(one -> one.place() != null && !one.state().equals("CLEARED"))
            .limit(CONFLICTS_MAX)
            .map(one -> hit(asked, one, Objects.requireNonNull(one.place())))
            .toList(),
        terms.stream()
            .flatMap(in -> in.zones().stream())
            .map(one ->
                new Zone(shown(one.zone()), shown(one.title()), one.outlineLatLngNanodegrees()))
            .toList(),
        terms.stream().flatMap(in -> in.lines().stream()).map(MapData::line).toList(),
        terms.stream().flatMap(in -> in.points().stream()).map(MapData::point).toList());
  }

  private static Shape shape(Asked asked, Views.Notice one) {
    String when = Words.interval(one.start(), one.end(), asked.now());
    boolean late = one.late() && one.start().isAfter(asked.now());
    return new Shape(
        shown(one.reference()),
        shown(Words.party(one.party())),
        asked.side(one.party()),
        shown(
            one.category()
                + (one.label() == null || one.label().isEmpty() ? "" : ", " + one.label())
                + ", "
                + Words.plain(one.state())
                + ", "
                + when
                + ", "
                + Words.starts(one.start(), one.end(), asked.now())
                + (late ? ": late" : "")
                + (one.volumes().isEmpty() ? ", coarse cells" : "")
                + ", "
                + one.mode()),
        shown(one.band().text()),
        MapFilter.lowest(one.band()),
        MapFilter.highest(one.band()),
        one.start(),
        one.end(),
        !one.volumes().isEmpty(),
        Outlines.of(one),
        asked.notice(one.entity()));
  }

  private static Hit hit(Asked asked, Views.Conflict one, Views.Place place) {
    String certainty = one.certainty().equals("POSSIBLE") ? "Possible conflict " : "Conflict ";
    return new Hit(
        shown(one.reference()),
        shown(
            certainty
                + one.ownReference()
                + " × "
                + one.otherReference()
                + ", "
                + Words.closest(one)
                + ", "
                + Words.interval(one.overlapStart(), one.overlapEnd(), asked.now())),
        shown(one.overlapBand().text()),
        MapFilter.lowest(one.overlapBand()),
        MapFilter.highest(one.overlapBand()),
        one.overlapStart(),
        one.overlapEnd(),
        place.latNanodegrees(),
        place.lngNanodegrees(),
        asked.notice(one.ownEntity()));
  }

  private static Line line(TermsViews.Terms.Line one) {
    return new Line(
        shown(one.line()), shown(PlacesTable.words(one)), one.latLngNanodegrees(), one.widthMm());
  }

  private static Point point(Views.Place one) {
    String name = one.referencePoint();
    return new Point(
        shown(name == null ? one.text() : name),
        shown(one.text()),
        one.latNanodegrees(),
        one.lngNanodegrees());
  }

  private static String shown(@Nullable String text) {
    return text == null ? "" : Html.Text.plain(text);
  }

  byte[] json() {
    return MAPPER.writeValueAsBytes(this);
  }
}
