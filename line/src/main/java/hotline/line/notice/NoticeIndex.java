package hotline.line.notice;

import hotline.airspace.Extent;
import hotline.line.body.EntityId;
import hotline.record.statement.Mode;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the notices of other parties that extents meet, by looking at each. */
final class NoticeIndex {
  private final Map<EntityId, Notice> notices = new TreeMap<>();

  void put(Notice notice) {
    notices.put(notice.entity(), notice);
  }

  void remove(Notice notice) {
    notices.remove(notice.entity());
  }

  /** Entities of other parties, in their order. */
  SortedSet<EntityId> meeting(String party, Mode mode, List<Extent> extents, long datumMarginFeet) {
    SortedSet<EntityId> found = new TreeSet<>();
    for (Notice notice : notices.values()) {
      if (!notice.party().equals(party)
          && notice.mode() == mode
          && notice.extents().stream()
              .anyMatch(
                  one -> extents.stream().anyMatch(two -> one.overlaps(two, datumMarginFeet)))) {
        found.add(notice.entity());
      }
    }
    return found;
  }
}
