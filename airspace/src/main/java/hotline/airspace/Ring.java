package hotline.airspace;

import java.util.List;
import java.util.Optional;

/**
 * An outline's vertices as vectors, with a ball around each side and a cap around all, so that most
 * of what is asked of it is answered without looking at a side closely. Immutable.
 */
final class Ring {
  /** {@link Outline#REACH_MAX_M} as an angle, on the safe side. */
  private static final double REACH_MAX = Outline.REACH_MAX_M / Ellipsoid.RADIUS_MOST_M;

  private final List<Position> vertices;
  private final Vec[] vecs;
  private final Vec[] middles;
  private final double[] reaches;
  private final Vec middle;
  private final double reach;

  private Ring(List<Position> vertices, Vec[] vecs, Vec middle, double reach) {
    this.vertices = vertices;
    this.vecs = vecs;
    this.middle = middle;
    this.reach = reach;
    middles = new Vec[vecs.length];
    reaches = new double[vecs.length];
    for (int i = 0; i < vecs.length; i++) {
      Edge edge = edge(i);
      middles[i] = edge.middle();
      reaches[i] = edge.reach();
    }
  }

  static Ring of(List<Position> vertices) {
    Vec[] vecs = vertices.stream().map(Vec::of).toArray(Vec[]::new);
    Vec sum = new Vec(0, 0, 0);
    for (Vec vec : vecs) {
      sum = sum.plus(vec);
    }
    Vec middle = sum.unit();
    double reach = 0;
    for (Vec vec : vecs) {
      reach = Math.max(reach, middle.angle(vec));
    }
    return new Ring(vertices, vecs, middle, reach);
  }

  /** What is wrong with it as an outline, if anything. */
  Optional<String> check() {
    // A sum of vectors that cancel out has no direction; then reach is not a number.
    if (!(reach <= REACH_MAX)) {
      return Optional.of(
          "give an outline whose vertices all lie within 5,000 km of their middle, or split it");
    }
    Sides sides = new Sides(this);
    for (int i = 0; i < size(); i++) {
      for (int j = i + 1; j < size(); j++) {
        if (collide(sides, i, j)) {
          return Optional.of(
              ("give an outline whose edges keep 1 cm apart; those from vertices %d and %d, counted"
                      + " from 1, cross, touch or run back over each other")
                  .formatted(i + 1, j + 1));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Whether sides i and j, i before j, have more in common than the vertex that neighbours share.
   */
  private boolean collide(Sides sides, int i, int j) {
    if (j == i + 1) {
      return turnsBack(sides, i, j);
    }
    if (i == 0 && j == size() - 1) {
      return turnsBack(sides, j, i);
    }
    return sides.touch(i, sides, j);
  }

  private boolean turnsBack(Sides sides, int side, int next) {
    return isOn(sides.edge(side), after(next)) || isOn(sides.edge(next), side);
  }

  private boolean isOn(Edge edge, int vertex) {
    Position at = vertices.get(vertex);
    return edge.within(Edge.TOUCH_M, vecs[vertex], at.latDegrees(), at.lngDegrees());
  }

  /** The number of vertices, and of sides. */
  int size() {
    return vecs.length;
  }

  Position position(int vertex) {
    return vertices.get(vertex);
  }

  Vec vertex(int vertex) {
    return vecs[vertex];
  }

  int after(int vertex) {
    return vertex + 1 == vecs.length ? 0 : vertex + 1;
  }

  /** The side that begins at a vertex, made anew. */
  Edge edge(int side) {
    int next = after(side);
    return Edge.between(vertices.get(side), vecs[side], vertices.get(next), vecs[next]);
  }

  /** A lower bound of the chord from any point of a side to any of another ring's side. */
  double chordAtLeast(int side, Ring other, int otherSide) {
    return middles[side].chord(other.middles[otherSide]) - reaches[side] - other.reaches[otherSide];
  }

  /** A lower bound of the chord from {@code place} to any point of a side. */
  double chordAtLeast(int side, Vec place) {
    return middles[side].chord(place) - reaches[side];
  }

  /** The direction about which all vertices lie within 45 degrees. */
  Vec middle() {
    return middle;
  }

  /** The radius in radians of a cap about the middle that holds the whole ring, sway included. */
  double capRadians() {
    return reach + Ellipsoid.swayRadians(2 * reach);
  }
}
