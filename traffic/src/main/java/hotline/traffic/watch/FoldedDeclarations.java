package hotline.traffic.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The declarations of recorded flights, as if each had declared the way that it was to fly, and
 * then kept it within the time buffer of the default terms: up to {@link #OFF_S} early or late, by
 * chance from one fixed seed.
 *
 * <p>That is more than flights declare that change their minds, and less than the notices of the
 * demo, which are declared from the very track that is flown.
 */
final class FoldedDeclarations {
  static final int OFF_S = 30;
  private static final long SEED = 7;
  private static final long SECOND_US = 1_000_000;

  private FoldedDeclarations() {}

  /** A way for each flight, in their order; null where too little is known of its heights. */
  static List<@Nullable DeclaredWay> of(List<Flight> flights) {
    Random random = new Random(SEED);
    List<@Nullable DeclaredWay> ways = new ArrayList<>();
    for (Flight flight : flights) {
      long offUs = random.nextLong(-OFF_S, OFF_S + 1) * SECOND_US;
      List<DeclaredWay.Point> points = new ArrayList<>();
      for (int row = 0; row < flight.size() && points.size() < DeclaredWay.POINTS_MAX; row++) {
        double feet = flight.heightFt(row);
        if (!Double.isNaN(feet)) {
          points.add(
              new DeclaredWay.Point(
                  flight.timeUs(row) + offUs,
                  Candidates.place(flight.latDegrees(row), flight.lngDegrees(row)),
                  (int) Math.round(feet)));
        }
      }
      ways.add(points.size() < 2 ? null : new DeclaredWay(points, true));
    }
    return ways;
  }
}
