package hotline.node.conformance;

import hotline.airspace.conformance.Fit;
import hotline.line.body.NoticeState;
import hotline.line.notice.Notice;
import hotline.node.details.FlownBy;
import hotline.traffic.track.Track;
import org.jspecify.annotations.Nullable;

/**
 * How an own notice and the aircraft that flies it stand now.
 *
 * @param flownBy by what its aircraft is known
 * @param track what flies it; null if nothing is seen
 * @param by by what the track was found; null if none was
 * @param several how many live tracks might be it
 * @param sinceUs since when the state holds, by the traffic's time, µs since 1970 UTC
 * @param fit how far outside, where that is known
 * @param leavesInS seconds until it leaves; null if that is not foreseen
 * @param proposal what an officer should say of the notice; null: nothing
 */
public record Standing(
    Notice notice,
    FlownBy flownBy,
    @Nullable Track track,
    @Nullable MatchedBy by,
    int several,
    State state,
    long sinceUs,
    Fit.@Nullable Outside fit,
    @Nullable Integer leavesInS,
    @Nullable NoticeState proposal) {
  /** What is known. */
  public enum State {
    /** This node does not have the volumes. */
    NO_VOLUMES,
    /** No track is known as the one that flies it. */
    NO_TRACK,
    /** Several live tracks are known as that. */
    SEVERAL_TRACKS,
    /** It is not heard of any more. */
    SILENT,
    /** It is on the ground. */
    ON_GROUND,
    /** Nothing can be said of its height. */
    NO_HEIGHT,
    /** The notice is not activated: nothing is asked of the aircraft yet. */
    NOT_ACTIVE,
    /** It keeps to it. */
    INSIDE,
    /** It keeps to it, and goes out of it. */
    LEAVING,
    /** It does not. */
    OUTSIDE
  }
}
