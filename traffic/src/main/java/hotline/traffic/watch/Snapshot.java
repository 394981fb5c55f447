package hotline.traffic.watch;

import hotline.traffic.report.Ellipsoid;

/**
 * What is known of one aircraft at one instant, ready for predicting.
 *
 * @param latDegrees W84
 * @param lngDegrees W84
 * @param heightFt pressure height
 * @param speedMps over ground
 * @param trackRadians over ground, clockwise from true north
 * @param climbFps reported vertical rate, feet a second
 * @param steadyClimbFps the same, 0 where the heights of the last seconds say that it is level
 * @param turnRadiansPerS rate of turn over the last seconds, clockwise; 0 where that is not known
 * @param clearedFt pressure height that it is cleared for, or has selected; NaN where that is not
 *     known
 */
record Snapshot(
    double latDegrees,
    double lngDegrees,
    double heightFt,
    double speedMps,
    double trackRadians,
    double climbFps,
    double steadyClimbFps,
    double turnRadiansPerS,
    double clearedFt) {
  /** One that leaves its level for another climbs or descends so fast: 1,500 ft/min. */
  static final double LEAVING_FPS = 1_500 / 60.0;

  /** An aircraft within so much of a level is on it: reported heights jitter by 100 ft. */
  static final double ON_LEVEL_FT = 200;

  /** Whether it is level, and cleared for another level. */
  boolean isToLeave() {
    return steadyClimbFps == 0 && Math.abs(clearedFt - heightFt) > ON_LEVEL_FT;
  }

  /** Whether it climbs or descends to the level that it is cleared for. */
  boolean isOnTheWay() {
    return steadyClimbFps != 0
        && (clearedFt - heightFt) * Math.signum(steadyClimbFps) > ON_LEVEL_FT;
  }

  /** The rate at which its height changes, or will; signed. */
  double intendedClimbFps() {
    return isToLeave() ? Math.copySign(LEAVING_FPS, clearedFt - heightFt) : steadyClimbFps;
  }

  /** The same so much later, if it goes straight on. */
  Snapshot moved(double seconds) {
    return new Snapshot(
        latDegrees + seconds * northMps() / Ellipsoid.northPerDegree(latDegrees),
        lngDegrees + seconds * eastMps() / Ellipsoid.eastPerDegree(latDegrees),
        heightFt + seconds * steadyClimbFps,
        speedMps,
        trackRadians,
        climbFps,
        steadyClimbFps,
        turnRadiansPerS,
        clearedFt);
  }

  double eastMps() {
    return speedMps * Math.sin(trackRadians);
  }

  double northMps() {
    return speedMps * Math.cos(trackRadians);
  }

  /**
   * Metres east and north from the other aircraft to this one, in a plane through the middle
   * latitude: off by less than 0.1 % up to 100 km below 60° of latitude.
   */
  double[] from(Snapshot other) {
    double middle = (latDegrees + other.latDegrees) / 2;
    double lng = lngDegrees - other.lngDegrees;
    double shortWay = lng > 180 ? lng - 360 : lng < -180 ? lng + 360 : lng;
    return new double[] {
      shortWay * Ellipsoid.eastPerDegree(middle),
      (latDegrees - other.latDegrees) * Ellipsoid.northPerDegree(middle)
    };
  }
}
