package hotline.line.notice;

import hotline.airspace.Extent;
import hotline.line.body.EntityId;
import hotline.line.body.NoticeRef;
import hotline.record.statement.Mode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The notices, for reading. */
public interface Notices {
  /** A live notice. */
  Optional<Notice> live(EntityId entity);

  /** A notice that is over; the latest of each party are known. */
  Optional<EndedNotice> ended(EntityId entity);

  /** The live notices, in the order in which they were first declared; a view, not a copy. */
  Collection<Notice> live();

  /** The latest notices of a party that are over, newest first. */
  List<EndedNotice> endedOf(String party, int limit);

  /** Whose a version of a notice is, live or over; empty if no such version is known. */
  Optional<String> owner(NoticeRef notice);

  /**
   * The live notices of other parties that these extents meet, coarsely and in this mode, in the
   * order of their entities.
   *
   * @param datumMarginFeet the terms' margin, used where the height datums differ
   */
  List<Notice> meeting(String party, Mode mode, List<Extent> extents, long datumMarginFeet);

  /** The live notices of other parties that a live notice meets now. */
  default List<Notice> meeting(Notice notice, long datumMarginFeet) {
    return meeting(notice.party(), notice.mode(), notice.extents(), datumMarginFeet);
  }
}
