package hotline.airspace;

/**
 * A 4-D volume: a footprint between two heights during an interval of time.
 *
 * <p>Any valid footprint, band and interval make a valid volume; for bytes of a party, ask the
 * {@code check} method of each part first ({@link Position#check}, {@link Circle#check}, {@link
 * Outline#check}, {@link HeightBand#check}, {@link TimeInterval#check}).
 */
public record Volume(Footprint footprint, HeightBand heights, TimeInterval times) {
  /**
   * Whether the two share room: strict in height and time, where touching does not count; in the
   * plane within {@link Footprint#ERROR_BOUND_MM}, inside which they are taken to intersect.
   *
   * @param datumMarginFeet the terms' margin, used where the height datums differ
   */
  public boolean overlaps(Volume other, long datumMarginFeet) {
    return times.overlaps(other.times)
        && heights.overlaps(other.heights, datumMarginFeet)
        && footprint.intersects(other.footprint);
  }
}
