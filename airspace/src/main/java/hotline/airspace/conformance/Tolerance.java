package hotline.airspace.conformance;

/**
 * How far outside of its volumes an aircraft may be seen before that counts: what its navigation
 * and the jitter of its data take. At least one of each, so that "how many times" has a meaning.
 *
 * @param horizontalMm 1 to 1,000 km
 * @param verticalFeet 1 to 100,000
 * @param timeUs before the first and after the last volume, 1 µs to one day
 */
public record Tolerance(long horizontalMm, long verticalFeet, long timeUs) {
  private static final long HORIZONTAL_MAX_MM = 1_000_000_000L;
  private static final long VERTICAL_MAX_FEET = 100_000;
  private static final long TIME_MAX_US = 86_400_000_000L;

  /** Refuses figures out of range. */
  public Tolerance {
    if (horizontalMm < 1
        || horizontalMm > HORIZONTAL_MAX_MM
        || verticalFeet < 1
        || verticalFeet > VERTICAL_MAX_FEET
        || timeUs < 1
        || timeUs > TIME_MAX_US) {
      throw new IllegalArgumentException(
          "give a tolerance of 1 mm to 1,000 km, 1 to 100,000 ft and up to a day");
    }
  }

  /** How many tolerances this is, by the worst of the three; above 1 it counts. */
  double times(long mm, long feet, long us) {
    return Math.max(
        (double) mm / horizontalMm, Math.max((double) feet / verticalFeet, (double) us / timeUs));
  }
}
