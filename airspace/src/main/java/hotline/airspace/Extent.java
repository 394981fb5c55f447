package hotline.airspace;

/**
 * What may be said of a volume to everyone: cells, heights and times, each rounded outward. The
 * volume itself lies wholly inside.
 */
public record Extent(Cells cells, HeightBand heights, TimeInterval times) {
  /**
   * Whether volumes inside the two may overlap: a cell in common, and more than a level and an
   * instant. Extents that only touch in height or time hold no volumes that overlap.
   *
   * @param datumMarginFeet the terms' margin, used where the height datums differ
   */
  public boolean overlaps(Extent other, long datumMarginFeet) {
    return times.overlaps(other.times)
        && heights.overlaps(other.heights, datumMarginFeet)
        && cells.meets(other.cells);
  }
}
