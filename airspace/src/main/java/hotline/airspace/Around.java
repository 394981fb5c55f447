package hotline.airspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Outlines around paths: the convex hull of the path, with a regular polygon of {@value #SIDES}
 * sides rolled around it, two of them along the path.
 *
 * <p>Worked in the plane that keeps distance and direction from the path's middle. With K = 1/R²
 * the most that the ellipsoid curves, and everything within ρ of the middle: no length is smaller
 * in the plane, and none grows by more than ρ²K/6 of itself (taken as ρ²K/5); a geodesic of length
 * L strays from its straight line by at most ρKL²/12 (taken as ρKL²/8), once for the path inside
 * and once for the outline's own side. The outline is drawn that much wider, plus {@link #SLACK_M}
 * for rounding.
 */
final class Around {
  private static final int SIDES = 16;
  private static final int HULL_MOST = 32 - SIDES;
  private static final long RADIUS_LEAST_MM = 1_000;
  private static final long RADIUS_MOST_MM = 100_000_000;
  private static final int PATH_MOST = 10_000;
  private static final double SPREAD_MOST_M = 250_000;
  private static final double SLACK_M = 0.003;
  private static final double CURVATURE = 1 / (Ellipsoid.RADIUS_LEAST_M * Ellipsoid.RADIUS_LEAST_M);

  /** Sides whose directions differ by less are drawn as one (radians). */
  private static final double SAME_DIRECTION = 1e-9;

  private static final GeometryFactory PLANE = new GeometryFactory();

  private final double middleLat;
  private final double middleLng;
  private final Coordinate[] path;

  private Around(List<Position> positions) {
    Vec sum = new Vec(0, 0, 0);
    for (Position position : positions) {
      sum = sum.plus(Vec.of(position));
    }
    middleLat = sum.latDegrees();
    middleLng = sum.lngDegrees();
    path = positions.stream().map(this::flat).toArray(Coordinate[]::new);
  }

  static Outline path(List<Position> path, long radiusMm) {
    if (path.isEmpty() || path.size() > PATH_MOST) {
      throw new IllegalArgumentException(
          "give a path of 1 to %d positions, not %d".formatted(PATH_MOST, path.size()));
    }
    if (radiusMm < RADIUS_LEAST_MM || radiusMm > RADIUS_MOST_MM) {
      throw new IllegalArgumentException(
          "give a radius around a path of %d to %d mm, not %d"
              .formatted(RADIUS_LEAST_MM, RADIUS_MOST_MM, radiusMm));
    }
    Around around = new Around(path);
    if (around.spreadM() > SPREAD_MOST_M) {
      throw new IllegalArgumentException(
          "give a path that stays within 250 km of its middle, or split it");
    }
    return around.outline(radiusMm / 1000.0);
  }

  private double spreadM() {
    double spread = 0;
    for (Coordinate point : path) {
      spread = Math.max(spread, Math.hypot(point.x, point.y));
    }
    return spread;
  }

  private Outline outline(double radiusM) {
    double coarseM = Math.max(radiusM / 1000, 0.05);
    Coordinate[] hull = hull();
    List<Coordinate> corners = thinned(hull, coarseM);
    while (corners.size() > HULL_MOST) {
      coarseM *= 2;
      corners = thinned(hull, coarseM);
    }
    double spread = spreadM();
    double reach = spread + 1.1 * radiusM + coarseM;
    double longest = 2 * spread + 0.5 * radiusM;
    double widerM =
        radiusM
            + coarseM
            + radiusM * reach * reach * CURVATURE / 5
            + 2 * reach * longest * longest * CURVATURE / 8
            + SLACK_M;
    return new Outline(rolled(corners, widerM).stream().map(this::round).toList());
  }

  /** The corners of the path's convex hull, counterclockwise, the first one again at the end. */
  private Coordinate[] hull() {
    Coordinate[] hull = new ConvexHull(path, PLANE).getConvexHull().getCoordinates();
    if (hull.length > 3 && !Orientation.isCCW(hull)) {
      CoordinateArrays.reverse(hull);
    }
    return hull;
  }

  /** The hull's corners without those nearer than {@code coarseM} to the one kept before. */
  private static List<Coordinate> thinned(Coordinate[] hull, double coarseM) {
    List<Coordinate> kept = new ArrayList<>();
    for (Coordinate corner : hull) {
      if (kept.isEmpty()
          || (corner.distance(kept.getLast()) > coarseM
              && corner.distance(kept.getFirst()) > coarseM)) {
        kept.add(corner);
      }
    }
    return kept;
  }

  /**
   * The Minkowski sum of a convex polygon (or a line, or a point) and the regular polygon whose
   * sides are {@code widerM} from its centre: the sides of both, in the order of their directions.
   */
  private List<Coordinate> rolled(List<Coordinate> corners, double widerM) {
    List<Coordinate> roller = roller(widerM);
    List<Coordinate> sides = new ArrayList<>(sides(roller));
    if (corners.size() > 1) {
      sides.addAll(sides(corners));
    }
    sides.sort(Comparator.comparingDouble(Around::direction));
    List<Coordinate> ring = new ArrayList<>();
    Coordinate at = new Coordinate(0, 0);
    double before = Double.NEGATIVE_INFINITY;
    for (Coordinate side : sides) {
      double direction = direction(side);
      if (direction - before >= SAME_DIRECTION) {
        ring.add(at);
      }
      before = direction;
      at = new Coordinate(at.x + side.x, at.y + side.y);
    }
    // How far a sum reaches in a direction is the sum of how far its parts reach.
    double east = most(corners, p -> p.x) + most(roller, p -> p.x) - most(ring, p -> p.x);
    double north = most(corners, p -> p.y) + most(roller, p -> p.y) - most(ring, p -> p.y);
    return ring.stream().map(p -> new Coordinate(p.x + east, p.y + north)).toList();
  }

  /** The regular polygon, counterclockwise, two of its sides along the line from first to last. */
  private List<Coordinate> roller(double widerM) {
    Coordinate first = path[0];
    Coordinate last = path[path.length - 1];
    double along = Math.atan2(last.y - first.y, last.x - first.x);
    double turn = 2 * Math.PI / SIDES;
    double far = widerM / Math.cos(turn / 2);
    return IntStream.range(0, SIDES)
        .mapToDouble(i -> along + (i + 0.5) * turn)
        .mapToObj(angle -> new Coordinate(far * Math.cos(angle), far * Math.sin(angle)))
        .toList();
  }

  private static List<Coordinate> sides(List<Coordinate> corners) {
    return IntStream.range(0, corners.size())
        .mapToObj(i -> {
          Coordinate from = corners.get(i);
          Coordinate to = corners.get((i + 1) % corners.size());
          return new Coordinate(to.x - from.x, to.y - from.y);
        })
        .toList();
  }

  private static double most(List<Coordinate> points, ToDoubleFunction<Coordinate> along) {
    return points.stream().mapToDouble(along).max().orElseThrow();
  }

  private static double direction(Coordinate step) {
    return Math.atan2(step.y, step.x);
  }

  private Coordinate flat(Position position) {
    GeodesicData there =
        Geodesic.WGS84.Inverse(
            middleLat,
            middleLng,
            position.latDegrees(),
            position.lngDegrees(),
            GeodesicMask.DISTANCE | GeodesicMask.AZIMUTH);
    double azimuth = Math.toRadians(there.azi1);
    return new Coordinate(there.s12 * Math.sin(azimuth), there.s12 * Math.cos(azimuth));
  }

  private Position round(Coordinate point) {
    GeodesicData there =
        Geodesic.WGS84.Direct(
            middleLat,
            middleLng,
            Math.toDegrees(Math.atan2(point.x, point.y)),
            Math.hypot(point.x, point.y),
            GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE);
    return Position.ofDegrees(there.lat2, there.lon2);
  }
}
