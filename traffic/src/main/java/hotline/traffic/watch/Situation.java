package hotline.traffic.watch;

/**
 * Two aircraft that will be, are, or were too near to each other: one alert over its whole life.
 *
 * @param number of this alert, from 1; the same over its life
 * @param first the track that was heard of first
 * @param second the other
 * @param firstUs when it was raised, µs since 1970 UTC
 * @param lastUs when it last stood
 * @param beginsUs when the loss begins, as predicted last; when it began, once it has
 * @param closestMm the least horizontal distance while it stood
 * @param closestFt the difference in height at that moment
 */
public record Situation(
    long number,
    String first,
    String second,
    State state,
    Cause cause,
    long firstUs,
    long lastUs,
    long beginsUs,
    long closestMm,
    int closestFt) {
  /** Where in its life it is. */
  public enum State {
    /** A loss is predicted. */
    PREDICTED,
    /** They are nearer than the minima. */
    CURRENT,
    /** Neither; if it comes back within a minute it is the same alert. */
    PAST
  }
}
