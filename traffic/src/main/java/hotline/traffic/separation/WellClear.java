package hotline.traffic.separation;

import java.util.Optional;

/**
 * The well-clear volume of RTCA DO-365: an aircraft is in it when it is near in height and, level,
 * either near or about to come near.
 *
 * <p>Level it is met while the distance r is at most DMOD, or while the aircraft close and the
 * modified tau {@code (DMOD² − r²) / (s·v)} is at most TAU and the distance at the closest point is
 * at most HMD = DMOD. With {@code s·v < 0} the tau condition is {@code v² t² + (2 s·v + TAU v²) t +
 * s² + TAU (s·v) − DMOD² ≤ 0}; because HMD = DMOD it holds from then on until DMOD is left. In
 * height it is met while {@code |s_z| ≤ ZTHR}; the time to co-altitude plays no part (TCOA = 0).
 * Source: C. Muñoz, A. Narkawicz et al., “A Family of Well-Clear Boundary Models for the
 * Integration of UAS in the NAS”, AIAA 2014-2412 (WCV_TAUMOD).
 *
 * @param tauS modified tau, seconds
 * @param radiusM DMOD and HMD, metres
 * @param halfHeightM ZTHR, metres
 */
public record WellClear(double tauS, double radiusM, double halfHeightM) {
  private static final double METRES_PER_NM = 1852;
  private static final double METRES_PER_FOOT = 0.3048;

  /** The numbers of DO-365 as DAIDALUS has them: 35 s, 0.66 NM (4,000 ft), 450 ft. */
  public static final WellClear DO_365 =
      new WellClear(35, 0.66 * METRES_PER_NM, 450 * METRES_PER_FOOT);

  /** Refuses what is no volume. */
  public WellClear {
    if (!(tauS >= 0 && tauS <= 1e4)) {
      throw new IllegalArgumentException("not a tau: " + tauS + " s");
    }
    var _ = new Cylinder(radiusM, halfHeightM);
  }

  /**
   * When the volume is violated, cut to the look-ahead.
   *
   * @param lookAheadS seconds, not negative
   */
  public Optional<Interval> within(RelativeState state, double lookAheadS) {
    return inHeight(state)
        .flatMap(band -> level(state).flatMap(band::meet))
        .flatMap(violation ->
            Interval.of(0, CylinderDetection.lookAhead(lookAheadS)).flatMap(violation::meet));
  }

  /** Here the surface counts as inside: who flies level exactly ZTHR above is not well clear. */
  private Optional<Interval> inHeight(RelativeState state) {
    return state.vzMps() == 0 && Math.abs(state.zM()) == halfHeightM
        ? Optional.of(Interval.ALWAYS)
        : Interval.whereWithin(state.zM(), state.vzMps(), halfHeightM);
  }

  /** From when the tau condition first holds, or DMOD is entered, until DMOD is left. */
  private Optional<Interval> level(RelativeState state) {
    double square = state.speedSquared();
    double apart = state.distanceSquared() - radiusM * radiusM;
    return Interval.whereNegative(square, state.closing(), apart)
        .map(near ->
            Interval.whereNegative(
                    square, state.closing() + tauS * square / 2, apart + tauS * state.closing())
                .map(soon -> new Interval(Math.min(near.fromS(), soon.fromS()), near.untilS()))
                .orElse(near));
  }
}
