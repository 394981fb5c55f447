package hotline.airspace.typed;

/**
 * The projection of UTM on W84: scale 0.9996, false easting 500 km, northing 0 at the equator.
 *
 * <p>Krüger's series in the third flattening n to the sixth order, with the coefficients of C. F.
 * F. Karney, "Transverse Mercator with an accuracy of a few nanometers", J. Geodesy 85 (2011), eqs.
 * 35 and 36: within 5 nm up to 3,900 km from the middle meridian. Here it is used up to 9°.
 */
final class TransverseMercator {
  private static final double EQUATOR_M = 6_378_137.0;
  private static final double FLATTENING = 1 / 298.257223563;
  private static final double N = FLATTENING / (2 - FLATTENING);
  private static final double ECCENTRICITY = StrictMath.sqrt(FLATTENING * (2 - FLATTENING));
  private static final double SCALE = 0.9996;
  private static final double EAST_M = 500_000;
  private static final int ROUNDS_MAX = 8;

  private static final double[][] ALPHA = {
    {1 / 2.0, -2 / 3.0, 5 / 16.0, 41 / 180.0, -127 / 288.0, 7891 / 37800.0},
    {13 / 48.0, -3 / 5.0, 557 / 1440.0, 281 / 630.0, -1983433 / 1935360.0},
    {61 / 240.0, -103 / 140.0, 15061 / 26880.0, 167603 / 181440.0},
    {49561 / 161280.0, -179 / 168.0, 6601661 / 7257600.0},
    {34729 / 80640.0, -3418889 / 1995840.0},
    {212378941 / 319334400.0}
  };
  private static final double[][] BETA = {
    {1 / 2.0, -2 / 3.0, 37 / 96.0, -1 / 360.0, -81 / 512.0, 96199 / 604800.0},
    {1 / 48.0, 1 / 15.0, -437 / 1440.0, 46 / 105.0, -1118711 / 3870720.0},
    {17 / 480.0, -37 / 840.0, -209 / 4480.0, 5569 / 90720.0},
    {4397 / 161280.0, -11 / 504.0, -830251 / 7257600.0},
    {4583 / 161280.0, -108847 / 3991680.0},
    {20648693 / 638668800.0}
  };
  private static final double[] FORWARD = sums(ALPHA);
  private static final double[] INVERSE = sums(BETA);
  private static final double RADIUS_M =
      EQUATOR_M / (1 + N) * (1 + N * N / 4 + N * N * N * N / 64 + N * N * N * N * N * N / 256);

  private TransverseMercator() {}

  /** The coefficients themselves: row j starts with n to the power j + 1. */
  private static double[] sums(double[][] rows) {
    double[] sums = new double[rows.length];
    for (int j = 0; j < rows.length; j++) {
      double power = StrictMath.pow(N, j + 1.0);
      for (double term : rows[j]) {
        sums[j] += term * power;
        power *= N;
      }
    }
    return sums;
  }

  /** Easting and northing in metres; the longitude is from the middle meridian, in degrees. */
  static double[] forward(double lat, double lng) {
    double tau = StrictMath.tan(StrictMath.toRadians(lat));
    double lambda = StrictMath.toRadians(lng);
    double conformal = conformal(tau);
    double xi = StrictMath.atan2(conformal, StrictMath.cos(lambda));
    double eta =
        asinh(StrictMath.sin(lambda) / StrictMath.hypot(conformal, StrictMath.cos(lambda)));
    double x = eta;
    double y = xi;
    for (int j = 0; j < FORWARD.length; j++) {
      double k = 2.0 * (j + 1);
      x += FORWARD[j] * StrictMath.cos(k * xi) * StrictMath.sinh(k * eta);
      y += FORWARD[j] * StrictMath.sin(k * xi) * StrictMath.cosh(k * eta);
    }
    return new double[] {EAST_M + SCALE * RADIUS_M * x, SCALE * RADIUS_M * y};
  }

  /** Latitude, and longitude from the middle meridian, in degrees; the northing may be negative. */
  static double[] inverse(double eastM, double northM) {
    double x = (eastM - EAST_M) / (SCALE * RADIUS_M);
    double y = northM / (SCALE * RADIUS_M);
    double eta = x;
    double xi = y;
    for (int j = 0; j < INVERSE.length; j++) {
      double k = 2.0 * (j + 1);
      eta -= INVERSE[j] * StrictMath.cos(k * y) * StrictMath.sinh(k * x);
      xi -= INVERSE[j] * StrictMath.sin(k * y) * StrictMath.cosh(k * x);
    }
    double conformal =
        StrictMath.sin(xi) / StrictMath.hypot(StrictMath.sinh(eta), StrictMath.cos(xi));
    return new double[] {
      StrictMath.toDegrees(StrictMath.atan(geographic(conformal))),
      StrictMath.toDegrees(StrictMath.atan2(StrictMath.sinh(eta), StrictMath.cos(xi)))
    };
  }

  /** The tangent of the conformal latitude (eqs. 7 to 9). */
  private static double conformal(double tau) {
    double sigma = sigma(tau);
    return tau * StrictMath.hypot(1, sigma) - sigma * StrictMath.hypot(1, tau);
  }

  private static double sigma(double tau) {
    double argument = ECCENTRICITY * tau / StrictMath.hypot(1, tau);
    return StrictMath.sinh(ECCENTRICITY * 0.5 * StrictMath.log((1 + argument) / (1 - argument)));
  }

  /** The other way round by Newton's rule (eqs. 19 to 21): two rounds are enough. */
  private static double geographic(double conformal) {
    double least = 1 - ECCENTRICITY * ECCENTRICITY;
    double tau = conformal / least;
    for (int i = 0; i < ROUNDS_MAX; i++) {
      double now = conformal(tau);
      double step =
          (conformal - now)
              / StrictMath.hypot(1, now)
              * (1 + least * tau * tau)
              / (least * StrictMath.hypot(1, tau));
      tau += step;
      if (Math.abs(step) < 1e-15 * Math.max(1, Math.abs(tau))) {
        break;
      }
    }
    return tau;
  }

  private static double asinh(double value) {
    double size = Math.abs(value);
    double result = StrictMath.log1p(size + size * size / (1 + StrictMath.hypot(1, size)));
    return value < 0 ? -result : result;
  }
}
