package hotline.traffic.separation;

import java.util.Optional;

/**
 * One encounter to be judged: two aircraft, a cylinder, a look-ahead.
 *
 * @param state own aircraft as seen from the intruder
 * @param cylinder what they must stay out of
 * @param lookAheadS seconds, not negative
 */
public record Encounter(RelativeState state, Cylinder cylinder, double lookAheadS) {
  /** Refuses what is no look-ahead. */
  public Encounter {
    CylinderDetection.lookAhead(lookAheadS);
  }

  /** What the closed forms say of it. */
  public Verdict verdict() {
    return new Verdict(
        CylinderDetection.inside(state, cylinder),
        CylinderDetection.within(state, cylinder, lookAheadS),
        CylinderDetection.closest(state, lookAheadS),
        WellClear.DO_365.within(state, lookAheadS));
  }

  /**
   * The judgement of an encounter.
   *
   * @param lossNow whether they have lost separation at time 0
   * @param loss when they lose it, within the look-ahead
   * @param closest how close they come horizontally
   * @param notWellClear when the well-clear volume of DO-365 is violated, within the look-ahead
   */
  public record Verdict(
      boolean lossNow,
      Optional<Interval> loss,
      CylinderDetection.Closest closest,
      Optional<Interval> notWellClear) {
    /** Whether the well-clear volume is violated at time 0. */
    public boolean notWellClearNow() {
      return notWellClear.filter(violation -> violation.fromS() == 0).isPresent();
    }
  }
}
