package hotline.airspace;

import org.jspecify.annotations.Nullable;

/**
 * The sides of a ring during one question: each made when first looked at closely, with its cuts.
 */
final class Sides {
  /** Beyond the largest cap and its sway: what is farther off than this is outside. */
  private static final double COS_FAR = Math.cos(1.0);

  /** Sides no nearer to their arcs than this (6 µm) are not cut to tell a side from the other. */
  private static final double SWAY_LEAST = 1e-12;

  private final Ring ring;
  private final @Nullable Edge[] edges;

  Sides(Ring ring) {
    this.ring = ring;
    this.edges = new Edge[ring.size()];
  }

  Ring ring() {
    return ring;
  }

  Edge edge(int side) {
    Edge edge = edges[side];
    if (edge == null) {
      edge = ring.edge(side);
      edges[side] = edge;
    }
    return edge;
  }

  /** Whether a side comes within {@link Edge#TOUCH_M} of another ring's side. */
  boolean touch(int side, Sides other, int otherSide) {
    double chord = ring.chordAtLeast(side, other.ring, otherSide);
    return chord * Ellipsoid.RADIUS_LEAST_M <= Edge.TOUCH_M
        && edge(side).touches(other.edge(otherSide));
  }

  /** Whether any side comes within {@code limitM} metres of a place given in both forms. */
  boolean anyWithin(double limitM, Vec place, Position position) {
    for (int side = 0; side < ring.size(); side++) {
      double chord = ring.chordAtLeast(side, place);
      if (chord * Ellipsoid.RADIUS_LEAST_M <= limitM
          && edge(side).within(limitM, place, position.latDegrees(), position.lngDegrees())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether {@code place} is on the inner side of the ring. Right wherever the ring itself is
   * farther off than rounding; a caller whose place may be nearer asks for that distance first.
   */
  boolean enclose(Vec place) {
    if (place.dot(ring.middle()) < COS_FAR) {
      return false;
    }
    Plane plane = new Plane(ring.middle());
    double x = plane.x(place);
    double y = plane.y(place);
    boolean inside = false;
    for (int side = 0; side < ring.size(); side++) {
      if (ring.chordAtLeast(side, place) > 0) {
        inside ^= plane.rayCrosses(x, y, ring.vertex(side), ring.vertex(ring.after(side)));
      } else {
        inside ^= rayCrosses(plane, x, y, edge(side), place);
      }
    }
    return inside;
  }

  /**
   * Whether the ray from (x, y) crosses a geodesic an odd number of times. It is cut until the
   * place is outside the bands of its parts, so that bending the arcs to geodesics moves none
   * across it.
   */
  private static boolean rayCrosses(Plane plane, double x, double y, Edge edge, Vec place) {
    if (edge.sway() > SWAY_LEAST && edge.arcAngle(place) <= edge.sway()) {
      return rayCrosses(plane, x, y, edge.first(), place)
          ^ rayCrosses(plane, x, y, edge.second(), place);
    }
    return plane.rayCrosses(x, y, edge.from(), edge.to());
  }

  /** The gnomonic plane that touches the sphere of normals at a place: there, arcs are straight. */
  private static final class Plane {
    private final Vec origin;
    private final Vec east;
    private final Vec north;

    Plane(Vec origin) {
      this.origin = origin;
      // Any axis will do that is not near the origin itself.
      Vec axis = Math.abs(origin.z()) < 0.8 ? new Vec(0, 0, 1) : new Vec(1, 0, 0);
      east = axis.cross(origin).unit();
      north = origin.cross(east);
    }

    double x(Vec place) {
      return place.dot(east) / place.dot(origin);
    }

    double y(Vec place) {
      return place.dot(north) / place.dot(origin);
    }

    /** Whether the ray from (x, y) toward growing x crosses the arc from one place to another. */
    boolean rayCrosses(double x, double y, Vec from, Vec to) {
      double fromY = y(from);
      double toY = y(to);
      if (fromY > y == toY > y) {
        return false;
      }
      double fromX = x(from);
      return x < fromX + (y - fromY) / (toY - fromY) * (x(to) - fromX);
    }
  }
}
