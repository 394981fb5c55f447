package hotline.traffic.watch;

/** A change of one aircraft's way that a person can ask its side for. */
public enum Manoeuvre {
  /** 30° to the left of the present track. */
  TURN_LEFT,
  /** 30° to the right of it. */
  TURN_RIGHT,
  /** To the next thousand of feet that is some 1,000 ft higher. */
  CLIMB,
  /** To the next that is some 1,000 ft lower. */
  DESCEND,
  /** Level, where it climbs or descends now. */
  STOP_CLIMB_OR_DESCENT,
  /** Present track, and on at the rate or the level that it has. */
  MAINTAIN
}
