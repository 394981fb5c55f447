package hotline.traffic.watch;

import hotline.traffic.report.Ellipsoid;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one aircraft while its rows come: gaps bridged for a moment, what cannot be true
 * left out.
 *
 * <ul>
 *   <li>A position that the aircraft cannot have flown to ({@link #FASTEST_MPS}) is left out, until
 *       three in a row agree with each other.
 *   <li>A position that is repeated to the last digit while the aircraft flies is stale: it is
 *       moved on from the last fresh one for at most {@link #CARRY_US}.
 *   <li>A height beyond {@link #HIGHEST_FT}, or reached faster than {@link #FASTEST_CLIMB_FPS}, is
 *       unknown. Unknown heights, speeds, tracks and rates are those last heard, for at most {@link
 *       #CARRY_US}; after that nothing is predicted.
 * </ul>
 *
 * <p>Not thread-safe.
 */
final class Tracker {
  static final long CARRY_US = 15_000_000;
  static final double HIGHEST_FT = 60_000;
  static final double LOWEST_FT = -2_000;

  /**
   * What is selected lower may be a height above the sea by the local pressure, where transition
   * altitudes are highest; that is no pressure height.
   */
  static final double CLEARED_LOWEST_FT = 18_000;

  static final double FASTEST_MPS = 600;
  static final double FASTEST_CLIMB_FPS = 300;

  private static final double SLACK_M = 500;
  private static final double SLACK_FT = 300;
  private static final int BELIEVED_AFTER = 3;
  private static final double MPS_PER_KNOT = 1852 / 3600.0;
  private static final double MOVING_KNOTS = 50;

  private static final double LEVEL_FPM = 150;

  /** A value and when it was heard. */
  private static final class Held {
    private double value = Double.NaN;
    private long timeUs;

    void hear(double heard, long atUs) {
      if (!Double.isNaN(heard)) {
        value = heard;
        timeUs = atUs;
      }
    }

    double at(long nowUs) {
      return nowUs - timeUs <= CARRY_US ? value : Double.NaN;
    }
  }

  private final Past past = new Past();
  private final Held height = new Held();
  private final Held knots = new Held();
  private final Held track = new Held();
  private final Held climb = new Held();
  private double latDegrees = Double.NaN;
  private double lngDegrees = Double.NaN;
  private long placeUs;
  private int disbelieved;

  /**
   * What is heard of an aircraft at one instant; NaN is not known.
   *
   * @param samePlace whether the place is that before it to the last digit
   * @param heightFt pressure height
   * @param clearedFt level that the aircraft is cleared for, or has selected
   */
  record Sight(
      long timeUs,
      double latDegrees,
      double lngDegrees,
      boolean samePlace,
      double heightFt,
      double knots,
      double trackDegrees,
      double climbFpm,
      double clearedFt) {}

  /** Takes what is heard; what is known then, or null if that is not enough to predict anything. */
  @Nullable Snapshot hear(Sight sight) {
    long timeUs = sight.timeUs();
    hearHeight(sight.heightFt(), timeUs);
    knots.hear(sight.knots(), timeUs);
    track.hear(sight.trackDegrees(), timeUs);
    climb.hear(sight.climbFpm(), timeUs);
    boolean stale = sight.samePlace() && knots.at(timeUs) > MOVING_KNOTS;
    boolean fresh = !stale && hearPlace(sight.latDegrees(), sight.lngDegrees(), timeUs);
    double heightFt = height.at(timeUs);
    double speed = knots.at(timeUs) * MPS_PER_KNOT;
    double degrees = track.at(timeUs);
    double rate = climb.at(timeUs);
    if (Double.isNaN(heightFt + speed + degrees + rate) || timeUs - placeUs > CARRY_US) {
      return null;
    }
    double radians = Math.toRadians(degrees);
    double sinceS = fresh ? 0 : (timeUs - placeUs) / 1e6;
    double lat =
        latDegrees + sinceS * speed * Math.cos(radians) / Ellipsoid.northPerDegree(latDegrees);
    double lng =
        lngDegrees + sinceS * speed * Math.sin(radians) / Ellipsoid.eastPerDegree(latDegrees);
    past.at(timeUs);
    double turned = past.turnedDegrees(degrees);
    double steadyFpm = steadyFpm(past.climbedFpm(heightFt), rate);
    past.add(heightFt, degrees);
    return new Snapshot(
        lat,
        lng,
        heightFt,
        speed,
        radians,
        rate / 60,
        steadyFpm / 60,
        Math.toRadians(turned),
        isLevel(sight.clearedFt()) ? sight.clearedFt() : Double.NaN);
  }

  private static boolean isLevel(double clearedFt) {
    return clearedFt >= CLEARED_LOWEST_FT && clearedFt <= HIGHEST_FT;
  }

  private void hearHeight(double heard, long timeUs) {
    double known = height.at(timeUs);
    double limit = SLACK_FT + FASTEST_CLIMB_FPS * (timeUs - height.timeUs) / 1e6;
    boolean leap = !Double.isNaN(known) && Math.abs(heard - known) > limit;
    if (heard <= HIGHEST_FT && heard >= LOWEST_FT && !leap) {
      height.hear(heard, timeUs);
    }
  }

  /** Whether the place is believed. */
  private boolean hearPlace(double lat, double lng, long timeUs) {
    double north = (lat - latDegrees) * Ellipsoid.northPerDegree(lat);
    double east = (lng - lngDegrees) * Ellipsoid.eastPerDegree(lat);
    double reach = SLACK_M + FASTEST_MPS * (timeUs - placeUs) / 1e6;
    boolean leap = north * north + east * east > reach * reach;
    if (leap && ++disbelieved < BELIEVED_AFTER) {
      return false;
    }
    disbelieved = 0;
    latDegrees = lat;
    lngDegrees = lng;
    placeUs = timeUs;
    return true;
  }

  /**
   * The rate of climb, 0 where the aircraft is level: heights have steps of 25 ft and jitter, and a
   * reported rate lags behind a level-off.
   */
  private static double steadyFpm(double meanFpm, double reportedFpm) {
    if (!Double.isNaN(meanFpm)) {
      boolean opposed = Math.signum(meanFpm) != Math.signum(reportedFpm);
      if (Math.abs(meanFpm) < LEVEL_FPM || (opposed && Math.abs(meanFpm) < 2 * LEVEL_FPM)) {
        return 0;
      }
    }
    return Math.abs(reportedFpm) < LEVEL_FPM ? 0 : reportedFpm;
  }
}
