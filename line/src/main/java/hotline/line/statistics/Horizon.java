package hotline.line.statistics;

/**
 * The weeks that a line reckons with: from a year before it was founded to twenty years after. All
 * others are one, so that nobody's wrong clock makes more of them.
 */
record Horizon(int first, int last) {
  private static final int YEAR_WEEKS = 53;
  private static final int YEARS = 20;

  static Horizon of(long foundedUs) {
    int founded = Week.of(foundedUs).number();
    return new Horizon(Math.max(0, founded - YEAR_WEEKS), founded + YEARS * YEAR_WEEKS);
  }

  Week week(long timeUs) {
    Week week = Week.of(timeUs);
    return week.number() < first || week.number() > last ? Week.OUTSIDE : week;
  }
}
