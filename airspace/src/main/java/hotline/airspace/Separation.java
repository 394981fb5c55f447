package hotline.airspace;

import java.util.Optional;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;

/**
 * The smallest distances between two volumes while both are live, in plan and in height, each for
 * itself.
 *
 * @param horizontalMm between the footprints, 0 exactly if {@link Footprint#intersects} says so.
 *     Within {@link Footprint#ERROR_BOUND_MM} of the truth up to 10,000 km, and within 1 mm of it
 *     from that bound on; farther off it is never below the truth, but may be above
 * @param heights how the bands stand to each other, with the vertical distance in feet
 */
public record Separation(long horizontalMm, HeightComparison heights) {
  /**
   * The separation of two volumes, or nothing if they are never live at the same time.
   *
   * @param datumMarginFeet the terms' margin, used where the height datums differ
   */
  public static Optional<Separation> between(Volume a, Volume b, long datumMarginFeet) {
    return a.times().overlaps(b.times())
        ? Optional.of(
            new Separation(
                horizontalMm(a.footprint(), b.footprint()),
                a.heights().compare(b.heights(), datumMarginFeet)))
        : Optional.empty();
  }

  /** The least geodesic distance between a point of one footprint and one of the other. */
  public static long horizontalMm(Footprint a, Footprint b) {
    if (a.intersects(b)) {
      return 0;
    }
    double apartM =
        switch (a) {
          case Circle circle -> fromCircle(circle, b);
          case Outline outline ->
              switch (b) {
                case Circle circle -> fromCircle(circle, outline);
                case Outline other -> Nearest.between(outline, other);
              };
        };
    return Math.max(0, Math.round(1000 * apartM));
  }

  static long fromMm(Position place, Footprint footprint) {
    if (footprint.contains(place)) {
      return 0;
    }
    double apartM =
        switch (footprint) {
          case Circle circle -> distanceM(circle.centre(), place) - circle.radiusM();
          case Outline outline -> Nearest.between(place, outline);
        };
    // What is not contained is farther than the bound: it is never rounded to nothing.
    return Math.max(1, Math.round(1000 * apartM));
  }

  private static double fromCircle(Circle circle, Footprint other) {
    return switch (other) {
      case Circle second ->
          distanceM(circle.centre(), second.centre()) - circle.radiusM() - second.radiusM();
      case Outline outline -> Nearest.between(circle.centre(), outline) - circle.radiusM();
    };
  }

  static double distanceM(Position a, Position b) {
    return Geodesic.WGS84.Inverse(
            a.latDegrees(), a.lngDegrees(), b.latDegrees(), b.lngDegrees(), GeodesicMask.DISTANCE)
        .s12;
  }
}
