package hotline.traffic;

/**
 * How near two aircraft may come. They lose separation when they are nearer than both at one
 * instant; exactly at a minimum they still have it.
 *
 * @param horizontalMm more than 0, at most 1,000 km
 * @param verticalFt more than 0
 */
public record Minima(long horizontalMm, int verticalFt) {
  private static final long HORIZONTAL_LIMIT_MM = 1_000_000_000;

  /** Refuses what separates nothing, and what is no distance between aircraft. */
  public Minima {
    if (horizontalMm <= 0 || horizontalMm > HORIZONTAL_LIMIT_MM || verticalFt <= 0) {
      throw new IllegalArgumentException("not minima: " + horizontalMm + ", " + verticalFt);
    }
  }
}
