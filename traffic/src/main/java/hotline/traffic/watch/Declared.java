package hotline.traffic.watch;

/**
 * The declared way as one aircraft will fly it from where it is: at every step of {@link
 * DeclaredWay#STEP_S}, the first being now.
 *
 * @param eastM from where the aircraft is
 * @param northM likewise
 * @param heightFt pressure height
 * @param own whether this party declared it
 * @param offM how far the aircraft is from its place on it now, and a metre for each second that it
 *     is early or late
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
record Declared(double[] eastM, double[] northM, double[] heightFt, boolean own, double offM) {
  /** The same as declared by this party itself, or by another. */
  Declared by(boolean ours) {
    return own == ours ? this : new Declared(eastM, northM, heightFt, ours, offM);
  }

  /** Whether it leaves the straight way on at this speed. */
  boolean bends(double eastMps, double northMps) {
    for (int step = 0; step < eastM.length; step++) {
      double seconds = (double) step * DeclaredWay.STEP_S;
      if (Math.hypot(eastM[step] - eastMps * seconds, northM[step] - northMps * seconds)
          > Snapshot.STRAIGHT_M) {
        return true;
      }
    }
    return false;
  }

  /** How far its height goes from {@code feet}. */
  double mostFtFrom(double feet) {
    double most = 0;
    for (double each : heightFt) {
      most = Math.max(most, Math.abs(each - feet));
    }
    return most;
  }
}
