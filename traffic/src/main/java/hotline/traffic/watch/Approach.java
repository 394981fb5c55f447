package hotline.traffic.watch;

/**
 * How near two aircraft come if both go straight on, each at its rate.
 *
 * @param atUs when they are horizontally nearest within the look-ahead, µs since 1970 UTC
 * @param horizontalMm how far apart they then are
 * @param verticalFt how far apart in height then
 */
public record Approach(long atUs, long horizontalMm, int verticalFt) {}
