package hotline.airspace;

/**
 * Where a flight is at one instant.
 *
 * @param timeUs UTC, microseconds since 1970
 * @param height in the unit of its path's datum
 */
public record PathPoint(long timeUs, Position position, long height) {
  /** Refuses an instant outside the years 1970 to 9999. */
  public PathPoint {
    if (timeUs < 0 || timeUs > TimeInterval.MAX_US) {
      throw new IllegalArgumentException(
          "give a time in the years 1970 to 9999, not " + timeUs + " us");
    }
  }
}
