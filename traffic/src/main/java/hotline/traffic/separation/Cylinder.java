package hotline.traffic.separation;

/**
 * The upright cylinder around an aircraft that another must stay out of. Its surface is outside:
 * exactly at a minimum they still are separated.
 *
 * @param radiusM more than 0
 * @param halfHeightM more than 0: above as well as below
 */
public record Cylinder(double radiusM, double halfHeightM) {
  private static final double LIMIT_M = 1e8;

  /** Refuses what separates nothing. */
  public Cylinder {
    if (!(radiusM > 0 && radiusM <= LIMIT_M && halfHeightM > 0 && halfHeightM <= LIMIT_M)) {
      throw new IllegalArgumentException("not a cylinder: " + radiusM + ", " + halfHeightM);
    }
  }
}
