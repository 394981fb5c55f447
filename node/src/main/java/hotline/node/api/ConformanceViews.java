package hotline.node.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the API shows of own aircraft and their notices. */
public final class ConformanceViews {
  private ConformanceViews() {}

  /**
   * By what the aircraft that flies a notice is known; this party's own knowledge.
   *
   * @param callsign as it is transmitted; else the label of the notice is it
   * @param address transponder address, six hex digits
   * @param squawk four octal digits, of one aircraft alone
   * @param track a track of this node, which then comes first
   */
  public record FlownBy(
      @Nullable String callsign,
      @Nullable String address,
      @Nullable String squawk,
      @Nullable String track) {}

  /**
   * One own notice and the aircraft that flies it.
   *
   * @param entity the notice
   * @param noticeState {@code ACCEPTED ACTIVATED NONCONFORMING CONTINGENT}
   * @param label private label of the notice
   * @param aircraft the track that flies it; null if none is known
   * @param matchedBy {@code HAND ADDRESS CALLSIGN SQUAWK}; null without a track
   * @param state {@code NO_VOLUMES NO_TRACK SEVERAL_TRACKS SILENT ON_GROUND NO_HEIGHT NOT_ACTIVE
   *     INSIDE LEAVING OUTSIDE}
   * @param since since when that holds, by the time of the traffic
   * @param outsideMm from the nearest volume in plan; with it the next two, from the same volume
   * @param outsideFt from its heights; null if nothing can be said of the height
   * @param outsideMs after its end; before its start if negative
   * @param datumsDiffer whether the height was held against a band of the other datum, by the
   *     margin of the terms
   * @param leavesInS seconds until it leaves, straight on; null if that is not foreseen
   * @param proposal what an officer should say: {@code ACTIVATED NONCONFORMING CONTINGENT}
   * @param words all that in one sentence
   */
  public record Flight(
      String entity,
      String reference,
      int version,
      String noticeState,
      @Nullable String label,
      FlownBy flownBy,
      TrafficViews.@Nullable Aircraft aircraft,
      @Nullable String matchedBy,
      String state,
      Instant since,
      @Nullable Long outsideMm,
      @Nullable Long outsideFt,
      @Nullable Long outsideMs,
      boolean datumsDiffer,
      @Nullable Integer leavesInS,
      @Nullable String proposal,
      String words) {}
}
