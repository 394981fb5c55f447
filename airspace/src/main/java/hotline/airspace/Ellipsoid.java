package hotline.airspace;

/**
 * The figures of W84 (NGA.STND.0036: a = 6,378,137 m, 1/f = 298.257223563), and what follows from
 * them for lengths measured on the unit sphere of normals ({@link Vec}).
 *
 * <p>A step of dφ north is M dφ on the ground and one of cos φ dλ east is N cos φ dλ, with the
 * radii of curvature M and N both between b²/a and a²/b. So a curve of length θ on the sphere is
 * between {@link #RADIUS_LEAST_M}·θ and {@link #RADIUS_MOST_M}·θ on the ground, and so is a
 * distance.
 *
 * <p>A geodesic of the ellipsoid is nearly a great circle of that sphere. With w = 1 − e² sin²φ and
 * q = M/N = (1 − e²)/w, writing Clairaut's relation in the sphere's metric gives its geodesic
 * curvature there as
 *
 * <pre>k = (q e²/w) sin φ cos φ sin α (cos²α + q sin²α) / (cos²α + q² sin²α)^(3/2)</pre>
 *
 * <p>Since cos²α + q² sin²α ≥ q (cos²α + q sin²α) and ≥ q² sin²α, |k| ≤ e²/(2 q w) = e'²/2, which
 * is {@link #CURVATURE_MOST}.
 */
final class Ellipsoid {
  static final double EQUATOR_M = 6_378_137.0;
  static final double FLATTENING = 1 / 298.257223563;
  static final double POLE_M = EQUATOR_M * (1 - FLATTENING);

  /** b²/a, the meridian's radius of curvature at the equator: 6,335,439.3 m. */
  static final double RADIUS_LEAST_M = POLE_M * POLE_M / EQUATOR_M;

  /** a²/b, the radius of curvature at the poles: 6,399,593.6 m. */
  static final double RADIUS_MOST_M = EQUATOR_M * EQUATOR_M / POLE_M;

  /** e'²/2, with e'² = a²/b² − 1. */
  static final double CURVATURE_MOST = 0.5 * (EQUATOR_M * EQUATOR_M / (POLE_M * POLE_M) - 1);

  private Ellipsoid() {}

  /**
   * The most by which a geodesic whose ends are {@code angle} apart (radians, below 2.5) strays
   * from the great circle through them, in radians. Of the curves with |k| ≤ κ none strays further
   * than the one of constant κ; from y'' + y = κ, y(±θ/2) = 0 that is κ (1/cos(θ/2) − 1), here with
   * 2 % added for what the linear equation leaves out.
   */
  static double swayRadians(double angle) {
    double cosHalf = Math.cos(angle / 2);
    // 1/c − 1 loses the small angles to rounding; sin²/(c(1+c)) is the same and does not.
    double sinHalf = Math.sin(angle / 2);
    return 1.02 * CURVATURE_MOST * sinHalf * sinHalf / (cosHalf * (1 + cosHalf));
  }
}
