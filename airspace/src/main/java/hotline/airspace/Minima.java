package hotline.airspace;

/**
 * The distances that two flights are to keep: one of the two is enough.
 *
 * @param horizontalMm above 0, up to 1,000 km
 * @param verticalFeet above 0, up to 100,000
 * @param datumMarginFeet what is taken off a vertical distance between heights of different datums,
 *     0 to {@link HeightBand#DATUM_MARGIN_MAX_FEET}
 */
public record Minima(long horizontalMm, long verticalFeet, long datumMarginFeet) {
  private static final long HORIZONTAL_MAX_MM = 1_000_000_000L;
  private static final long VERTICAL_MAX_FEET = 100_000;

  /** Refuses figures out of range. */
  public Minima {
    if (horizontalMm < 1 || horizontalMm > HORIZONTAL_MAX_MM) {
      throw new IllegalArgumentException(
          "give a horizontal minimum of 1 to %d mm, not %d"
              .formatted(HORIZONTAL_MAX_MM, horizontalMm));
    }
    if (verticalFeet < 1 || verticalFeet > VERTICAL_MAX_FEET) {
      throw new IllegalArgumentException(
          "give a vertical minimum of 1 to %d ft, not %d"
              .formatted(VERTICAL_MAX_FEET, verticalFeet));
    }
    if (datumMarginFeet < 0 || datumMarginFeet > HeightBand.DATUM_MARGIN_MAX_FEET) {
      throw new IllegalArgumentException(
          "give a margin between datums of 0 to %d ft, not %d"
              .formatted(HeightBand.DATUM_MARGIN_MAX_FEET, datumMarginFeet));
    }
  }
}
