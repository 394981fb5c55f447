package hotline.airspace;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import net.sf.geographiclib.GeodesicMask;
import org.jspecify.annotations.Nullable;

/**
 * A geodesic between two places less than a quarter turn apart, held as a great circle arc of the
 * unit sphere of normals plus the most that the geodesic strays from it (its sway). Where that is
 * not sharp enough it is cut at the geodesic's own middle: each cut makes the sway four times
 * smaller. So every answer is first asked of plain vectors and only the close ones of the
 * ellipsoid.
 */
final class Edge {
  /** Two edges whose gap comes out at this or less are taken to meet (metres). */
  static final double TOUCH_M = 0.009;

  /** Edges whose sways add up to this or less are not cut further: 0.25 mm, in radians. */
  private static final double SWAY_ENOUGH = 0.00025 / Ellipsoid.RADIUS_MOST_M;

  /** A step along the edge below which the nearest point is found (metres). */
  private static final double STEP_ENOUGH_M = 0.0001;

  private static final int STEPS_MOST = 30;

  private final double fromLat;
  private final double fromLng;
  private final double toLat;
  private final double toLng;
  private final Vec from;
  private final Vec to;
  private final Vec normal;
  private final Vec ahead;
  private final Vec aheadAtEnd;
  private final Vec middle;
  private final double angle;
  private final double sway;
  private final double reach;
  private @Nullable Edge firstHalf;
  private @Nullable Edge secondHalf;
  private @Nullable GeodesicLine line;

  private Edge(double fromLat, double fromLng, Vec from, double toLat, double toLng, Vec to) {
    this.fromLat = fromLat;
    this.fromLng = fromLng;
    this.toLat = toLat;
    this.toLng = toLng;
    this.from = from;
    this.to = to;
    // Twice the cross product of the ends, without its cancellation for near ones.
    normal = from.minus(to).cross(from.plus(to)).unit();
    ahead = normal.cross(from);
    aheadAtEnd = normal.cross(to);
    middle = from.plus(to).unit();
    angle = from.angle(to);
    sway = Ellipsoid.swayRadians(angle);
    reach = middle.chord(to) + sway;
  }

  static Edge between(Position from, Vec fromVec, Position to, Vec toVec) {
    return new Edge(
        from.latDegrees(), from.lngDegrees(), fromVec, to.latDegrees(), to.lngDegrees(), toVec);
  }

  Vec from() {
    return from;
  }

  Vec to() {
    return to;
  }

  /** The most by which the geodesic strays from the arc, in radians. */
  double sway() {
    return sway;
  }

  /** The middle of the arc. */
  Vec middle() {
    return middle;
  }

  /** A chord from {@link #middle} within which the whole geodesic lies. */
  double reach() {
    return reach;
  }

  /** A lower bound of the chord between any point of this geodesic and any of {@code other}'s. */
  private double chordAtLeast(Edge other) {
    return middle.chord(other.middle) - reach - other.reach;
  }

  /** The angle between {@code place} and the nearest point of the arc. */
  double arcAngle(Vec place) {
    Vec here = place.minus(from);
    if (here.dot(ahead) >= 0 && place.minus(to).dot(aheadAtEnd) <= 0) {
      return Math.asin(Math.min(1, Math.abs(here.dot(normal))));
    }
    return Vec.arc(Math.min(from.chord(place), to.chord(place)));
  }

  /** The least angle between an end of one arc and the other arc. */
  double arcAngleFromEnds(Edge other) {
    return Math.min(
        Math.min(arcAngle(other.from), arcAngle(other.to)),
        Math.min(other.arcAngle(from), other.arcAngle(to)));
  }

  /** Whether the two arcs cross inside both. */
  boolean arcCrosses(Edge other) {
    double otherFrom = other.from.minus(from).dot(normal);
    double otherTo = other.to.minus(from).dot(normal);
    if (otherFrom * otherTo >= 0) {
      return false;
    }
    double thisFrom = from.minus(other.from).dot(other.normal);
    double thisTo = to.minus(other.from).dot(other.normal);
    return thisFrom * thisTo < 0 && otherFrom * thisFrom < 0;
  }

  /** Whether the gap between the two geodesics is at most {@link #TOUCH_M}. */
  boolean touches(Edge other) {
    double sways = sway + other.sway;
    if (chordAtLeast(other) * Ellipsoid.RADIUS_LEAST_M > TOUCH_M) {
      return false;
    }
    double ends = arcAngleFromEnds(other);
    boolean crosses = arcCrosses(other);
    double gap = crosses ? 0 : ends;
    if ((gap - sways) * Ellipsoid.RADIUS_LEAST_M > TOUCH_M) {
      return false;
    }
    // Arcs that cross with all four ends clear of the other's band still cross when each is bent
    // inside its band.
    if ((crosses && ends > sways) || (gap + sways) * Ellipsoid.RADIUS_MOST_M <= TOUCH_M) {
      return true;
    }
    if (sways <= SWAY_ENOUGH) {
      return gap * Ellipsoid.RADIUS_MOST_M <= TOUCH_M;
    }
    return sway >= other.sway
        ? first().touches(other) || second().touches(other)
        : touches(other.first()) || touches(other.second());
  }

  /**
   * Whether {@code place} is within {@code limitM} metres of the geodesic, {@code place} in both
   * forms.
   */
  boolean within(double limitM, Vec place, double lat, double lng) {
    double near = arcAngle(place);
    if ((near - sway) * Ellipsoid.RADIUS_LEAST_M > limitM) {
      return false;
    }
    return (near + sway) * Ellipsoid.RADIUS_MOST_M <= limitM || distanceM(lat, lng) <= limitM;
  }

  /**
   * The distance in metres from a place to the geodesic, to 0.1 mm up to 10,000 km. Each step
   * solves the right spherical triangle between the place, the point reached and the foot of the
   * perpendicular (Napier: tan x = tan d cos γ); the ellipsoid differs from that by about 1/150 of
   * the step, so the steps shrink that fast, and the distance, flat at its least, faster still.
   */
  double distanceM(double lat, double lng) {
    GeodesicLine course = line();
    double length = course.Distance();
    double at = Math.clamp(guess(Vec.ofDegrees(lat, lng)), 0, 1) * length;
    double least = Double.MAX_VALUE;
    for (int step = 0; step < STEPS_MOST; step++) {
      GeodesicData point =
          course.Position(
              at, GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE | GeodesicMask.AZIMUTH);
      GeodesicData back =
          Geodesic.WGS84.Inverse(
              point.lat2, point.lon2, lat, lng, GeodesicMask.DISTANCE | GeodesicMask.AZIMUTH);
      least = Math.min(least, back.s12);
      double turn = Math.toRadians(back.azi1 - point.azi2);
      double far = back.s12 / Ellipsoid.EQUATOR_M;
      double foot = Math.atan2(Math.sin(far) * Math.cos(turn), Math.cos(far)) * Ellipsoid.EQUATOR_M;
      double next = Math.clamp(at + foot, 0, length);
      if (Math.abs(next - at) < STEP_ENOUGH_M) {
        break;
      }
      at = next;
    }
    return least;
  }

  /** Where along the arc, from 0 to 1, the nearest point to {@code place} lies. */
  private double guess(Vec place) {
    return Math.atan2(place.dot(ahead), place.dot(from)) / angle;
  }

  private GeodesicLine line() {
    GeodesicLine known = line;
    if (known == null) {
      known =
          Geodesic.WGS84.InverseLine(
              fromLat,
              fromLng,
              toLat,
              toLng,
              GeodesicMask.STANDARD | GeodesicMask.DISTANCE_IN | GeodesicMask.AZIMUTH);
      line = known;
    }
    return known;
  }

  /** The geodesic up to its middle. */
  Edge first() {
    cut();
    return known(firstHalf);
  }

  /** The geodesic from its middle on. */
  Edge second() {
    cut();
    return known(secondHalf);
  }

  private void cut() {
    if (firstHalf == null) {
      GeodesicLine course = line();
      GeodesicData half =
          course.Position(course.Distance() / 2, GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE);
      Vec cut = Vec.ofDegrees(half.lat2, half.lon2);
      firstHalf = new Edge(fromLat, fromLng, from, half.lat2, half.lon2, cut);
      secondHalf = new Edge(half.lat2, half.lon2, cut, toLat, toLng, to);
    }
  }

  private static Edge known(@Nullable Edge edge) {
    if (edge == null) {
      throw new IllegalStateException("an edge was used before it was cut");
    }
    return edge;
  }
}
