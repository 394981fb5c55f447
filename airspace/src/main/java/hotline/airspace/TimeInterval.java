package hotline.airspace;

import java.util.Optional;

/**
 * A span of UTC, in microseconds since 1970-01-01T00:00Z without leap seconds.
 *
 * @param startUs from 0
 * @param endUs after the start, before the year 10000
 */
public record TimeInterval(long startUs, long endUs) {
  /** The last instant that can be written: 9999-12-31T23:59:59.999999Z. */
  public static final long MAX_US = 253_402_300_799_999_999L;

  /** Refuses an empty span and one outside the years 1970 to 9999. */
  public TimeInterval {
    Refusal.of(check(startUs, endUs));
  }

  /** What is wrong with these two as an interval, if anything. */
  public static Optional<String> check(long startUs, long endUs) {
    if (startUs < 0 || endUs > MAX_US) {
      return Optional.of(
          "give times in the years 1970 to 9999, not %d to %d us".formatted(startUs, endUs));
    }
    if (startUs >= endUs) {
      return Optional.of(
          "give an end after the start, not %d after %d us".formatted(endUs, startUs));
    }
    return Optional.empty();
  }

  /** Whether the two share more than an instant; touching does not count. */
  public boolean overlaps(TimeInterval other) {
    return startUs < other.endUs && other.startUs < endUs;
  }

  /** Whether the two share an instant; touching counts. */
  public boolean meets(TimeInterval other) {
    return startUs <= other.endUs && other.startUs <= endUs;
  }

  /** What both span, if they overlap. */
  public Optional<TimeInterval> common(TimeInterval other) {
    return overlaps(other)
        ? Optional.of(
            new TimeInterval(Math.max(startUs, other.startUs), Math.min(endUs, other.endUs)))
        : Optional.empty();
  }

  /**
   * This interval made longer by {@code us} (not negative) at each end, within what can be written.
   */
  public TimeInterval widenedBy(long us) {
    if (us < 0) {
      throw new IllegalArgumentException("give a margin of 0 or more, not " + us + " us");
    }
    return new TimeInterval(
        Math.max(0, startUs - Math.min(us, startUs)), endUs + Math.min(us, MAX_US - endUs));
  }
}
