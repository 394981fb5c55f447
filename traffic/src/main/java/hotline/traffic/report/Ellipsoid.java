package hotline.traffic.report;

/** Places on the W84 ellipsoid in metres (NIMA TR8350.2). */
public final class Ellipsoid {
  private static final double AXIS_M = 6_378_137.0;
  private static final double ECCENTRICITY_SQUARED = 6.69437999014e-3;

  private Ellipsoid() {}

  /** Earth-centred, earth-fixed metres of a place on the ellipsoid. */
  public static double[] ecef(double latDegrees, double lngDegrees) {
    double[] place = new double[3];
    put(latDegrees, lngDegrees, place, 0);
    return place;
  }

  /** Puts {@link #ecef} into three numbers of an array, from {@code offset} on. */
  public static void put(double latDegrees, double lngDegrees, double[] into, int offset) {
    double lat = Math.toRadians(latDegrees);
    double lng = Math.toRadians(lngDegrees);
    double sin = Math.sin(lat);
    double normal = AXIS_M / Math.sqrt(1 - ECCENTRICITY_SQUARED * sin * sin);
    into[offset] = normal * Math.cos(lat) * Math.cos(lng);
    into[offset + 1] = normal * Math.cos(lat) * Math.sin(lng);
    into[offset + 2] = normal * (1 - ECCENTRICITY_SQUARED) * sin;
  }

  /** Metres of the meridian for a degree of latitude. */
  public static double northPerDegree(double latDegrees) {
    double w = w(latDegrees);
    return Math.toRadians(AXIS_M * (1 - ECCENTRICITY_SQUARED) / (w * w * w));
  }

  /** Metres of the parallel for a degree of longitude. */
  public static double eastPerDegree(double latDegrees) {
    return Math.toRadians(AXIS_M / w(latDegrees) * Math.cos(Math.toRadians(latDegrees)));
  }

  private static double w(double latDegrees) {
    double sin = Math.sin(Math.toRadians(latDegrees));
    return Math.sqrt(1 - ECCENTRICITY_SQUARED * sin * sin);
  }
}
