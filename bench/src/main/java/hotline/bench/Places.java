package hotline.bench;

import hotline.airspace.Cells;
import hotline.airspace.Circle;
import hotline.airspace.Position;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Somewhere over Europe, for notices that are measured and not flown. */
final class Places {
  private static final long RADIUS_MM = 5_000_000;
  private static final int LEVEL = 10;
  private static final int CELLS_MAX = 8;

  private Places() {}

  /** A point. */
  static Position position(SplittableRandom random) {
    return new Position(
        random.nextLong(40_000_000_000L, 54_000_000_000L), random.nextLong(0L, 20_000_000_000L));
  }

  /** The cells of so many circles of 5 km. */
  static List<Cells> of(SplittableRandom random, int count) {
    return Stream.generate(() -> new Circle(position(random), RADIUS_MM))
        .limit(count)
        .map(circle -> Cells.covering(circle, LEVEL, CELLS_MAX))
        .toList();
  }
}
