package hotline.line.bundle;

import hotline.airspace.Circle;
import hotline.airspace.FlightPath;
import hotline.airspace.Footprint;
import hotline.airspace.Outline;
import hotline.airspace.Position;
import hotline.line.UtcText;
import hotline.line.disclosure.ExactVolume;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Volumes and paths as RFC 7946 GeoJSON, for maps. A circle is its centre with the radius beside
 * it; what counts is the statement.
 */
final class GeoJson {
  private static final double NANODEGREES = 1e9;

  private final List<String> features = new ArrayList<>();

  /** Adds a volume and its path. */
  void volume(Dossier.Opened opened) {
    ExactVolume exact = opened.volume();
    String what =
        "\"party\":"
            + text(opened.by().party())
            + ",\"notice\":"
            + text(opened.ref().entity().hex())
            + ",\"version\":"
            + opened.ref().version()
            + ",\"item\":"
            + opened.item()
            + ",\"entry\":"
            + opened.by().index()
            + ",\"band\":"
            + text(Telling.band(exact.volume().heights()))
            + ",\"start\":"
            + text(UtcText.of(exact.volume().times().startUs()))
            + ",\"end\":"
            + text(UtcText.of(exact.volume().times().endUs()));
    Footprint footprint = exact.volume().footprint();
    switch (footprint) {
      case Circle circle ->
          feature(
              what + ",\"radiusMm\":" + circle.radiusMm(),
              "\"type\":\"Point\",\"coordinates\":" + point(circle.centre()));
      case Outline outline -> feature(what, polygon(outline));
    }
    FlightPath path = exact.path();
    if (path != null) {
      line(what, path.points().stream().map(each -> point(each.position())).toList());
    }
  }

  /** Adds a line of these points. */
  void line(String properties, List<String> points) {
    feature(
        properties, "\"type\":\"LineString\",\"coordinates\":[" + String.join(",", points) + "]");
  }

  private void feature(String properties, String geometry) {
    features.add(
        "{\"type\":\"Feature\",\"properties\":{"
            + properties
            + "},\"geometry\":{"
            + geometry
            + "}}");
  }

  private static String polygon(Outline outline) {
    List<String> ring = new ArrayList<>();
    outline.vertices().forEach(each -> ring.add(point(each)));
    ring.add(ring.getFirst());
    return "\"type\":\"Polygon\",\"coordinates\":[[" + String.join(",", ring) + "]]";
  }

  /** Longitude first, as GeoJSON has it. */
  static String point(Position position) {
    return String.format(
        Locale.ROOT,
        "[%.9f,%.9f]",
        position.lngNanodegrees() / NANODEGREES,
        position.latNanodegrees() / NANODEGREES);
  }

  /** A JSON string. */
  static String text(String value) {
    StringBuilder json = new StringBuilder("\"");
    value
        .codePoints()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            json.append('\\').appendCodePoint(c);
          } else if (c < ' ') {
            json.append("\\u%04x".formatted(c));
          } else {
            json.appendCodePoint(c);
          }
        });
    return json.append('"').toString();
  }

  @Override
  public String toString() {
    return "{\"type\":\"FeatureCollection\",\"features\":[\n"
        + String.join(",\n", features)
        + "\n]}\n";
  }
}
