package hotline.airspace;

import java.util.ArrayList;
import java.util.List;

/**
 * The least distance from places to the sides of rings that they lie outside of.
 *
 * <p>Between geodesics that do not meet the least distance is always taken at an end of one of
 * them: at two inner points the join would be square to both, and on a surface of positive
 * curvature moving both the same way then makes it shorter. So places against sides are enough.
 * Bounds from plain vectors come first; only a side that may still be the nearest is asked exactly.
 */
final class Nearest {
  /** A side that may hold the nearest point, with the least that the distance to it can be. */
  private record Candidate(double atLeastM, Position place, Edge edge) {}

  private final List<Candidate> candidates = new ArrayList<>();
  private double atMostM = Double.MAX_VALUE;

  private Nearest() {}

  /** In metres, between two outlines that share no point. */
  static double between(Outline a, Outline b) {
    Nearest nearest = new Nearest();
    Sides sidesA = new Sides(a.ring());
    Sides sidesB = new Sides(b.ring());
    for (int i = 0; i < a.ring().size(); i++) {
      nearest.consider(a.ring().position(i), a.ring().vertex(i), sidesB);
    }
    for (int i = 0; i < b.ring().size(); i++) {
      nearest.consider(b.ring().position(i), b.ring().vertex(i), sidesA);
    }
    return nearest.exactM();
  }

  /** In metres, from a place outside an outline to it. */
  static double between(Position place, Outline outline) {
    Nearest nearest = new Nearest();
    nearest.consider(place, Vec.of(place), new Sides(outline.ring()));
    return nearest.exactM();
  }

  private void consider(Position place, Vec vec, Sides sides) {
    Ring ring = sides.ring();
    for (int side = 0; side < ring.size(); side++) {
      if (ring.chordAtLeast(side, vec) * Ellipsoid.RADIUS_LEAST_M > atMostM) {
        continue;
      }
      Edge edge = sides.edge(side);
      double angle = edge.arcAngle(vec);
      double atLeastM = (angle - edge.sway()) * Ellipsoid.RADIUS_LEAST_M;
      if (atLeastM <= atMostM) {
        candidates.add(new Candidate(atLeastM, place, edge));
        atMostM = Math.min(atMostM, (angle + edge.sway()) * Ellipsoid.RADIUS_MOST_M);
      }
    }
  }

  private double exactM() {
    double leastM = Double.MAX_VALUE;
    for (Candidate candidate : candidates) {
      if (candidate.atLeastM <= Math.min(leastM, atMostM)) {
        Position place = candidate.place;
        leastM = Math.min(leastM, candidate.edge.distanceM(place.latDegrees(), place.lngDegrees()));
      }
    }
    return leastM;
  }
}
