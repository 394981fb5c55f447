package hotline.traffic.watch;

/**
 * The numbers of {@link WayPredictor}, found by search on folded even hours (docs/watch.md) and
 * reported on odd ones.
 *
 * @param aheadS how far ahead the ways are followed
 * @param raise share of the ways' weight that leads to a loss, from which an alert is raised
 * @param hold from which an alert that stands is held
 * @param turningDegreesPerS from this rate of turn on an aircraft may go on turning
 * @param shortTurnS how long it turns on in the second way
 * @param longTurnS how long in the third
 * @param stopWeight weight of ending the turn at once
 * @param shortWeight weight of the second way; the third has the rest
 * @param passedFt a level is behind an aircraft that is this far short of it; beyond it if negative
 * @param levelOdds log-odds of levelling off at the next level at 1,000 ft/min
 * @param climbOdds what climbing adds, and descending takes off
 * @param partyOdds what is added between aircraft of one party
 * @param rateOdds what another 1,000 ft/min takes off
 * @param laterOdds what is taken off at levels after the next
 * @param spreadM standard deviation of the horizontal distance now
 * @param spreadMps what a second ahead adds
 * @param spreadFt standard deviation of the difference in height
 */
record Tuning(
    double aheadS,
    double raise,
    double hold,
    double turningDegreesPerS,
    double shortTurnS,
    double longTurnS,
    double stopWeight,
    double shortWeight,
    double passedFt,
    double levelOdds,
    double climbOdds,
    double partyOdds,
    double rateOdds,
    double laterOdds,
    double spreadM,
    double spreadMps,
    double spreadFt) {
  static final Tuning STANDARD =
      new Tuning(
          77, 0.36, 0.25, 0.15, 12.5, 30, 0.2, 0.35, -100, 0, 0.35, 2, 1.9, 0.65, 140, 4.4, 65);
}
