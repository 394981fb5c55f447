package hotline.traffic;

/**
 * A pair of tracks that come inside the minima, once or more often.
 *
 * @param first index in the first group
 * @param second index in the second group
 * @param fromUs when they first are inside, rounded down
 * @param untilUs when they last are inside, rounded up
 * @param closestUs when they are horizontally closest while inside, the earliest such time
 * @param horizontalMm how close that is, to the nearest millimetre
 * @param verticalFt their difference in height then, to the nearest foot
 */
public record Loss(
    int first,
    int second,
    long fromUs,
    long untilUs,
    long closestUs,
    long horizontalMm,
    long verticalFt) {}
