package hotline.traffic.watch;

import hotline.traffic.report.Ellipsoid;
import org.jspecify.annotations.Nullable;

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
 * @param declared how it goes on by what was declared, if it keeps to that
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
    double clearedFt,
    @Nullable Declared declared) {
  /** One that leaves its level for another climbs or descends so fast: 1,500 ft/min. */
  static final double LEAVING_FPS = 1_500 / 60.0;

  /** An aircraft within so much of a level is on it: reported heights jitter by 100 ft. */
  static final double ON_LEVEL_FT = 200;

  /** One of which nothing was declared. */
  Snapshot(
      double latDegrees,
      double lngDegrees,
      double heightFt,
      double speedMps,
      double trackRadians,
      double climbFps,
      double steadyClimbFps,
      double turnRadiansPerS,
      double clearedFt) {
    this(
        latDegrees,
        lngDegrees,
        heightFt,
        speedMps,
        trackRadians,
        climbFps,
        steadyClimbFps,
        turnRadiansPerS,
        clearedFt,
        null);
  }

  /** The same with what was declared. */
  Snapshot declared(@Nullable Declared by) {
    return new Snapshot(
        latDegrees,
        lngDegrees,
        heightFt,
        speedMps,
        trackRadians,
        climbFps,
        steadyClimbFps,
        turnRadiansPerS,
        clearedFt,
        by);
  }

  /** The same with what was declared taken as this party's own word, or as another's. */
  Snapshot declaredBy(boolean own) {
    return declared == null || declared.own() == own ? this : declared(declared.by(own));
  }

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

  /** A declared way that stays this near to going straight on is as good as that. */
  static final double STRAIGHT_M = 200;

  /** Whether it is declared to go otherwise than straight on. */
  boolean bends() {
    return declared != null && declared.bends(eastMps(), northMps());
  }

  /** How far it may go over the ground within a time. */
  double reachM(double seconds) {
    double straight = speedMps * seconds;
    return declared == null ? straight : DeclaredWay.reachM(straight);
  }

  /** By how much its height may change within a time. */
  double reachFt(double seconds) {
    double climbs = Math.abs(intendedClimbFps()) * seconds;
    return declared == null ? climbs : Math.max(climbs, declared.mostFtFrom(heightFt));
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
