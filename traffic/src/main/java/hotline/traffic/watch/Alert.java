package hotline.traffic.watch;

/**
 * One situation that was warned of, over its whole life.
 *
 * @param first the aircraft with the lower name
 * @param second the other
 * @param firstUs when it was raised, µs since 1970 UTC
 * @param lastUs when the prediction last held; a prediction that comes back within {@link
 *     PairLoss#GAP_US} belongs to the same alert
 * @param predictedUs when the loss was to begin, as predicted when it was raised
 * @param cause what would have led there
 */
public record Alert(
    Flight first, Flight second, long firstUs, long lastUs, long predictedUs, Cause cause) {}
