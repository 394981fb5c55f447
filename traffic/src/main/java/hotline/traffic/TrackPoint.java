package hotline.traffic;

import hotline.traffic.report.Place;

/**
 * Where an aircraft was at one instant.
 *
 * @param timeUs µs since 1970 UTC
 * @param latNanodegrees W84, 10⁻⁹ degree, −90° to 90°
 * @param lngNanodegrees W84, 10⁻⁹ degree, −180° to 180°
 * @param heightFt pressure height on 1013.25 hPa, feet
 */
public record TrackPoint(long timeUs, long latNanodegrees, long lngNanodegrees, int heightFt) {
  static final long LNG_LIMIT_NANODEGREES = 180_000_000_000L;

  /** Refuses what is not on the globe. */
  public TrackPoint {
    if (!Place.onTheGlobe(latNanodegrees, lngNanodegrees)) {
      throw new IllegalArgumentException(
          "not on the globe: " + latNanodegrees + ", " + lngNanodegrees);
    }
  }
}
