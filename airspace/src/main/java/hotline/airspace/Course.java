package hotline.airspace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import net.sf.geographiclib.GeodesicMask;

/**
 * A path's legs cut into pieces of at most {@link #PIECE_MAX_M}, each end a point of the ellipsoid
 * in space (metres from the Earth's centre), so that a flight is a chain of straight lines.
 */
final class Course {
  /** The longest straight line that stands for a part of a leg: 20 km. */
  static final double PIECE_MAX_M = 20_000;

  private static final double ECCENTRICITY_SQUARED =
      Ellipsoid.FLATTENING * (2 - Ellipsoid.FLATTENING);
  private static final double TENTHS_OF_MM_PER_FOOT = 3_048;

  private final List<PathPoint> points;
  private final double feetPerUnit;
  private final long[] timesUs;
  private final Vec[] places;
  private final double[] heightsFeet;

  private Course(
      List<PathPoint> points,
      double feetPerUnit,
      long[] timesUs,
      Vec[] places,
      double[] heightsFeet) {
    this.points = points;
    this.feetPerUnit = feetPerUnit;
    this.timesUs = timesUs;
    this.places = places;
    this.heightsFeet = heightsFeet;
  }

  static Course along(List<PathPoint> points, Datum datum) {
    double feetPerUnit = datum.tenthsOfMm(1) / TENTHS_OF_MM_PER_FOOT;
    List<Long> times = new ArrayList<>();
    List<Vec> places = new ArrayList<>();
    List<Double> heights = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      PathPoint point = points.get(i);
      if (i > 0) {
        Leg leg = new Leg(points.get(i - 1), point);
        // A piece takes a microsecond at least, so that times keep rising.
        long pieces =
            Math.min(
                (long) Math.ceil(leg.lengthM() / PIECE_MAX_M),
                point.timeUs() - points.get(i - 1).timeUs());
        for (long k = 1; k < pieces; k++) {
          long timeUs = leg.from.timeUs() + k * (point.timeUs() - leg.from.timeUs()) / pieces;
          GeodesicData place = leg.placeAt(timeUs);
          times.add(timeUs);
          places.add(inSpace(Vec.ofDegrees(place.lat2, place.lon2)));
          heights.add(leg.heightAt(timeUs) * feetPerUnit);
        }
      }
      times.add(point.timeUs());
      places.add(inSpace(Vec.of(point.position())));
      heights.add(point.height() * feetPerUnit);
    }
    return new Course(
        points,
        feetPerUnit,
        times.stream().mapToLong(Long::longValue).toArray(),
        places.toArray(Vec[]::new),
        heights.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** The point of the ellipsoid with an outward normal. */
  private static Vec inSpace(Vec normal) {
    double radius =
        Ellipsoid.EQUATOR_M / Math.sqrt(1 - ECCENTRICITY_SQUARED * normal.z() * normal.z());
    return new Vec(
        radius * normal.x(), radius * normal.y(), radius * (1 - ECCENTRICITY_SQUARED) * normal.z());
  }

  /** The outward normal above a direction from the Earth's centre, exact on the ellipsoid. */
  static Vec normal(Vec place) {
    return new Vec(place.x(), place.y(), place.z() / (1 - ECCENTRICITY_SQUARED)).unit();
  }

  /** The number of pieces; piece i runs from knot i to knot i + 1. */
  int pieces() {
    return timesUs.length - 1;
  }

  long timeUs(int knot) {
    return timesUs[knot];
  }

  /** The piece under way at {@code timeUs}, which lies in the path's times; the later of two. */
  int pieceAt(long timeUs) {
    int found = Arrays.binarySearch(timesUs, timeUs);
    return Math.min(found >= 0 ? found : -found - 2, pieces() - 1);
  }

  /** Where the straight line of a piece is at {@code timeUs}. */
  Vec placeAt(int piece, long timeUs) {
    Vec from = places[piece];
    return from.plus(places[piece + 1].minus(from).times(part(piece, timeUs)));
  }

  double heightFeetAt(int piece, long timeUs) {
    double from = heightsFeet[piece];
    return from + (heightsFeet[piece + 1] - from) * part(piece, timeUs);
  }

  private double part(int piece, long timeUs) {
    return (double) (timeUs - timesUs[piece]) / (timesUs[piece + 1] - timesUs[piece]);
  }

  /** Where the flight is at {@code timeUs}, which lies in its times; height to the nearest unit. */
  PathPoint at(long timeUs) {
    int low = 0;
    int high = points.size() - 2;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (points.get(middle).timeUs() <= timeUs) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    Leg leg = new Leg(points.get(low), points.get(low + 1));
    GeodesicData place = leg.placeAt(timeUs);
    return new PathPoint(
        timeUs,
        Position.ofDegrees(place.lat2, place.lon2),
        Math.round(heightFeetAt(pieceAt(timeUs), timeUs) / feetPerUnit));
  }

  /** One leg as it is flown. */
  private static final class Leg {
    private final PathPoint from;
    private final PathPoint to;
    private final GeodesicLine line;

    Leg(PathPoint from, PathPoint to) {
      this.from = from;
      this.to = to;
      line =
          Geodesic.WGS84.InverseLine(
              from.position().latDegrees(),
              from.position().lngDegrees(),
              to.position().latDegrees(),
              to.position().lngDegrees(),
              GeodesicMask.STANDARD | GeodesicMask.DISTANCE_IN);
    }

    double lengthM() {
      return line.Distance();
    }

    GeodesicData placeAt(long timeUs) {
      return line.Position(
          line.Distance() * part(timeUs), GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE);
    }

    double heightAt(long timeUs) {
      return from.height() + (to.height() - from.height()) * part(timeUs);
    }

    private double part(long timeUs) {
      return (double) (timeUs - from.timeUs()) / (to.timeUs() - from.timeUs());
    }
  }
}
