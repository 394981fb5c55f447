package hotline.node.desk;

import hotline.airspace.Datum;
import hotline.airspace.HeightBand;
import hotline.airspace.Position;
import hotline.airspace.typed.TypedPosition;
import hotline.line.terms.ReferencePoint;
import hotline.line.terms.Terms;
import hotline.node.api.Views;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Positions and heights as people say them. */
final class Places {
  private static final long NAUTICAL_MILE_MM = 1_852_000;
  private static final long FULL_CIRCLE_DEGREES = 360;

  private Places() {}

  /** A position against the nearest reference point of the terms. */
  static Views.Place place(Position position, Optional<Terms> terms) {
    Optional<ReferencePoint> nearest =
        terms.flatMap(known ->
            known.points().stream()
                .min(Comparator.comparingLong(point -> point.position().distanceMm(position))));
    if (nearest.isEmpty()) {
      return new Views.Place(
          position.latNanodegrees(),
          position.lngNanodegrees(),
          TypedPosition.readable(position),
          null,
          null,
          null);
    }
    Position from = nearest.get().position();
    long distanceMm = from.distanceMm(position);
    long bearing = distanceMm == 0 ? 0 : from.initialBearingMillidegrees(position);
    return new Views.Place(
        position.latNanodegrees(),
        position.lngNanodegrees(),
        text(nearest.get().title(), bearing, distanceMm),
        nearest.get().name(),
        bearing,
        distanceMm);
  }

  private static String text(String point, long bearingMillidegrees, long distanceMm) {
    long degrees = (bearingMillidegrees + 500) / 1000 % FULL_CIRCLE_DEGREES;
    return String.format(
        Locale.ROOT,
        "%03d° %.1f NM from %s",
        degrees == 0 ? FULL_CIRCLE_DEGREES : degrees,
        (double) distanceMm / NAUTICAL_MILE_MM,
        point);
  }

  /** A band in its datum's unit and in words. */
  static Views.Band band(HeightBand band) {
    return new Views.Band(
        band.datum().name(),
        band.floor(),
        band.ceiling(),
        level(band.datum(), band.floor()) + "–" + level(band.datum(), band.ceiling()));
  }

  private static String level(Datum datum, long height) {
    return switch (datum) {
      case STANDARD_PRESSURE ->
          height >= 0 && height % 100 == 0
              ? String.format(Locale.ROOT, "FL%03d", height / 100)
              : height + " ft STD";
      case W84 -> Math.round(height / 1000.0) + " m W84";
    };
  }
}
