package hotline.airspace;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The part of the surface inside a closed line of geodesics through the vertices, the line
 * included. Which way round the vertices run says nothing: of the two sides the smaller is meant,
 * and {@link #REACH_MAX_M} makes it plain which that is.
 *
 * <p>Valid: 3 to {@value #VERTICES_MAX} vertices, the last one not the first again; all within
 * 5,000 km of their middle; edges that neither cross nor come nearer than {@link
 * Footprint#ERROR_BOUND_MM} to each other, except that neighbours share their vertex. At those two
 * limits the verdict may differ between machines by that bound, so nothing that all nodes must
 * agree on may hang on it: exact outlines are private to the two nodes that exchange them.
 *
 * <p>A class, not a record, because it keeps the vectors that its own validation needed. Immutable.
 */
public final class Outline implements Footprint {
  /** The most vertices an outline may have; it also bounds the time that hostile ones can take. */
  public static final int VERTICES_MAX = 128;

  /** The farthest a vertex may be from the middle of all: 5,000 km. */
  public static final double REACH_MAX_M = 5_000_000;

  private final List<Position> vertices;
  private final Ring ring;

  /** Refuses an outline that is not valid. */
  public Outline(List<Position> vertices) {
    Refusal.of(checkCount(vertices));
    this.vertices = List.copyOf(vertices);
    this.ring = Ring.of(this.vertices);
    Refusal.of(ring.check());
  }

  /**
   * An outline that contains every point within {@code radiusMm} of the path; see {@link Around}.
   *
   * @param path one position or more, in order, joined by geodesics
   */
  public static Outline around(List<Position> path, long radiusMm) {
    return Around.path(path, radiusMm);
  }

  /** What is wrong with these vertices as an outline, if anything. */
  public static Optional<String> check(List<Position> vertices) {
    return checkCount(vertices).or(() -> Ring.of(List.copyOf(vertices)).check());
  }

  private static Optional<String> checkCount(List<Position> vertices) {
    if (vertices.size() < 3 || vertices.size() > VERTICES_MAX) {
      return Optional.of(
          "give an outline of 3 to %d vertices, not %d".formatted(VERTICES_MAX, vertices.size()));
    }
    HashSet<Position> seen = new HashSet<>();
    for (Position vertex : vertices) {
      if (!seen.add(vertex)) {
        return Optional.of(
            "give each vertex of an outline once and leave it open at the end, not "
                + vertex
                + " twice");
      }
    }
    return Optional.empty();
  }

  /** The vertices in the order given. */
  public List<Position> vertices() {
    return vertices;
  }

  Ring ring() {
    return ring;
  }

  /** Equal if the same vertices were given in the same order. */
  @Override
  public boolean equals(Object o) {
    return o instanceof Outline other && vertices.equals(other.vertices);
  }

  @Override
  public int hashCode() {
    return vertices.hashCode();
  }

  @Override
  public String toString() {
    return "Outline" + vertices;
  }
}
