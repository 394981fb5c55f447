package hotline.node.conformance;

import hotline.airspace.Volume;
import hotline.line.body.NoticeState;
import hotline.line.notice.Notice;
import hotline.node.details.FlownBy;
import hotline.traffic.watch.DeclaredWay;
import java.util.List;

/**
 * An own live notice as the watch needs it.
 *
 * @param flownBy by what its aircraft is known: as an officer said, the label's call sign where
 *     nobody said one
 * @param volumes exact ones; none if this node does not have them
 * @param ways that they declare, where they were drawn around a path
 */
record OwnNotice(Notice notice, FlownBy flownBy, List<Volume> volumes, List<DeclaredWay> ways) {
  /** So long before its time an aircraft on its way to it is taken as flying it. */
  private static final long EARLY_US = 3_600_000_000L;

  OwnNotice {
    volumes = List.copyOf(volumes);
    ways = List.copyOf(ways);
  }

  boolean isFlying() {
    return notice.state() != NoticeState.ACCEPTED;
  }

  /** Whether an aircraft that may fly it can be doing so. */
  boolean canBeFlown(long nowUs) {
    return isFlying() || nowUs >= notice.startUs() - EARLY_US;
  }

  /** How far a time is from its own; 0 within it. */
  long awayUs(long nowUs) {
    return Math.max(0, Math.max(notice.startUs() - nowUs, nowUs - notice.endUs()));
  }
}
