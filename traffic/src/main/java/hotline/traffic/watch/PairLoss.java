package hotline.traffic.watch;

/**
 * Two aircraft that were inside the minima, at instants that both have a row for.
 *
 * @param first the one with the lower name
 * @param second the other
 * @param firstUs the first such instant, µs since 1970 UTC
 * @param lastUs the last; between the two never more than {@link #GAP_US} without one
 * @param closestMm the least horizontal distance at these instants
 * @param closestFt the least difference in height at these instants
 */
public record PairLoss(
    Flight first, Flight second, long firstUs, long lastUs, long closestMm, long closestFt) {
  /** Rows inside the minima that are farther apart in time are two losses. */
  public static final long GAP_US = 60_000_000;
}
