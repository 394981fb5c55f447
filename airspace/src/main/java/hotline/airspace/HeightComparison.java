package hotline.airspace;

/**
 * How two height bands stand to each other.
 *
 * @param overlaps whether they share more than a level
 * @param meets whether they share a level
 * @param gapFeet the distance between them in whole feet, rounded down; 0 if they meet
 * @param datumsDiffer whether one was W84 and the other standard pressure, so that the margin of
 *     the terms was taken off the distance: to be said wherever the result is shown
 */
public record HeightComparison(
    boolean overlaps, boolean meets, long gapFeet, boolean datumsDiffer) {}
