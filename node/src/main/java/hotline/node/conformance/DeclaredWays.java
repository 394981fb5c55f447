package hotline.node.conformance;

import hotline.airspace.Datum;
import hotline.airspace.FlightPath;
import hotline.airspace.PathPoint;
import hotline.airspace.Position;
import hotline.line.disclosure.ExactVolume;
import hotline.traffic.report.Place;
import hotline.traffic.watch.DeclaredWay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The ways that exact volumes declare: those of the paths that they were drawn around. */
final class DeclaredWays {
  private DeclaredWays() {}

  /**
   * The ways, in the order of time: one as long as each path begins by the time that the one before
   * ends, another after each gap. Volumes without a path declare none, nor do paths in heights
   * above the ellipsoid, which are no pressure heights.
   *
   * @param volumes of one notice, in their order
   */
  static List<DeclaredWay> of(Collection<ExactVolume> volumes, boolean own) {
    List<DeclaredWay> ways = new ArrayList<>();
    List<DeclaredWay.Point> points = new ArrayList<>();
    for (ExactVolume each : volumes) {
      FlightPath path = each.path();
      if (path == null || path.datum() != Datum.STANDARD_PRESSURE) {
        continue;
      }
      if (!points.isEmpty() && path.times().startUs() > points.getLast().timeUs()) {
        end(points, own, ways);
      }
      for (PathPoint point : path.points()) {
        boolean later = points.isEmpty() || point.timeUs() > points.getLast().timeUs();
        if (later && points.size() < DeclaredWay.POINTS_MAX) {
          Position at = point.position();
          points.add(
              new DeclaredWay.Point(
                  point.timeUs(),
                  new Place(at.latNanodegrees(), at.lngNanodegrees()),
                  Math.toIntExact(point.height())));
        }
      }
    }
    end(points, own, ways);
    return List.copyOf(ways);
  }

  private static void end(List<DeclaredWay.Point> points, boolean own, List<DeclaredWay> into) {
    if (points.size() > 1) {
      into.add(new DeclaredWay(points, own));
    }
    points.clear();
  }
}
