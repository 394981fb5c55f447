package hotline.traffic.separation;

/**
 * Where one aircraft is, and how it moves, as seen from another: its position minus the other's and
 * its velocity minus the other's, in any flat frame.
 *
 * @param xM metres, horizontal
 * @param yM metres, horizontal, across x
 * @param zM metres, up
 * @param vxMps metres a second along x
 * @param vyMps metres a second along y
 * @param vzMps metres a second up
 */
public record RelativeState(
    double xM, double yM, double zM, double vxMps, double vyMps, double vzMps) {
  /** No aircraft is farther from another, or faster, than this many metres (a second). */
  private static final double LIMIT = 1e8;

  /** Refuses what is not finite, and what no two aircraft near the earth can be. */
  public RelativeState {
    for (double each : new double[] {xM, yM, zM, vxMps, vyMps, vzMps}) {
      if (!(Math.abs(each) <= LIMIT)) {
        throw new IllegalArgumentException("not a state of two aircraft: " + each);
      }
    }
  }

  /** The square of the horizontal distance, m². */
  double distanceSquared() {
    return xM * xM + yM * yM;
  }

  /** The square of the horizontal speed, m²/s². */
  double speedSquared() {
    return vxMps * vxMps + vyMps * vyMps;
  }

  /** Position times velocity, horizontally, m²/s: below 0 while they close. */
  double closing() {
    return xM * vxMps + yM * vyMps;
  }
}
