package hotline.traffic.report;

/**
 * A place on the W84 ellipsoid.
 *
 * @param latNanodegrees 10⁻⁹ degree, −90° to 90°
 * @param lngNanodegrees 10⁻⁹ degree, −180° to 180°
 */
public record Place(long latNanodegrees, long lngNanodegrees) {
  private static final long LAT_LIMIT = 90_000_000_000L;
  private static final long LNG_LIMIT = 180_000_000_000L;

  /** Refuses what is not on the globe. */
  public Place {
    if (!onTheGlobe(latNanodegrees, lngNanodegrees)) {
      throw new IllegalArgumentException(
          "not on the globe: " + latNanodegrees + ", " + lngNanodegrees);
    }
  }

  /** Whether these are a latitude and a longitude. */
  public static boolean onTheGlobe(long latNanodegrees, long lngNanodegrees) {
    return latNanodegrees >= -LAT_LIMIT
        && latNanodegrees <= LAT_LIMIT
        && lngNanodegrees >= -LNG_LIMIT
        && lngNanodegrees <= LNG_LIMIT;
  }
}
