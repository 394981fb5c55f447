package hotline.airspace;

/**
 * Two flights at the instant when they are closest, measured against minima.
 *
 * <p>The distances are those of the two positions named, so they are never below the true least;
 * and they are above it by less than {@link #ERROR_BOUND_MM} while below 100 km, and by less than
 * 0.01 % beyond (reasons: {@link Approach}).
 *
 * @param timeUs UTC, to the nearest microsecond
 * @param horizontalMm over the ground, rounded down
 * @param verticalFeet in whole feet, rounded down; where the datums differ, less the minima's
 *     margin
 * @param positionOfA where the first flight is then
 * @param positionOfB where the second flight is then
 * @param datumsDiffer whether that margin was taken off: to be said wherever the result is shown
 */
public record ClosestApproach(
    long timeUs,
    long horizontalMm,
    long verticalFeet,
    Position positionOfA,
    Position positionOfB,
    boolean datumsDiffer) {
  /** What may be added to the least horizontal distance while it is below 50 km, in millimetres. */
  public static final long ERROR_BOUND_MM = 200;

  /** Whether both distances are below the minima. */
  public boolean inside(Minima minima) {
    return horizontalMm < minima.horizontalMm() && verticalFeet < minima.verticalFeet();
  }
}
