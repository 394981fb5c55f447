package hotline.traffic.track;

import hotline.traffic.report.Place;
import org.jspecify.annotations.Nullable;

/**
 * One aircraft as the feeds together show it. What moves (heights, speed, track, rate) is absent
 * when it was not said for {@link Tracks#HELD_US}.
 *
 * @param id transponder address; {@code feed/number} where the feed's tracker tells none
 * @param source the feed that the place is of
 * @param lastUs when anything was heard last, µs since 1970 UTC
 * @param place the last that was believed; null if none was
 * @param placeUs when it was there
 * @param pressureFt height on 1013.25 hPa
 * @param geometricFt height above the W84 ellipsoid
 * @param clearedFt cleared or selected level
 * @param leftOut places and heights that could not be true
 * @param repeated places that repeated the one before while it flew
 */
public record Track(
    String id,
    @Nullable String callsign,
    @Nullable String squawk,
    String source,
    State state,
    long lastUs,
    @Nullable Place place,
    long placeUs,
    @Nullable Integer pressureFt,
    @Nullable Integer geometricFt,
    @Nullable Integer clearedFt,
    @Nullable Integer speedMilliknots,
    @Nullable Integer trackMillidegrees,
    @Nullable Integer climbFpm,
    boolean onGround,
    int leftOut,
    int repeated) {
  /** How fresh it is. */
  public enum State {
    /** Heard within {@link Tracks#HELD_US}. */
    LIVE,
    /** Not heard since, for less than {@link Tracks#LOST_US}: it is thought to go on. */
    COASTING,
    /** Not heard for longer: it was there last. */
    LOST
  }
}
