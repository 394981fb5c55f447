package hotline.line.notice;

import hotline.airspace.Extent;
import hotline.airspace.VolumeIndex;
import hotline.line.body.EntityId;
import hotline.record.statement.Mode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the notices of other parties that extents meet. One index for each party and mode, so that
 * a party's own traffic, however dense, costs its queries nothing.
 */
final class NoticeIndex {
  private record Shelf(String party, Mode mode) {}

  private final Map<Shelf, VolumeIndex<EntityId>> indexes =
      new TreeMap<>(Comparator.comparing(Shelf::party).thenComparing(Shelf::mode));

  void put(Notice notice) {
    indexes
        .computeIfAbsent(new Shelf(notice.party(), notice.mode()), _ -> new VolumeIndex<>())
        .put(notice.entity(), notice.extents());
  }

  void remove(Notice notice) {
    VolumeIndex<EntityId> index = indexes.get(new Shelf(notice.party(), notice.mode()));
    if (index != null) {
      index.remove(notice.entity());
    }
  }

  /** Entities of other parties, in their order. */
  SortedSet<EntityId> meeting(String party, Mode mode, List<Extent> extents, long datumMarginFeet) {
    SortedSet<EntityId> found = new TreeSet<>();
    indexes.forEach((shelf, index) -> {
      if (!shelf.party().equals(party) && shelf.mode() == mode) {
        extents.forEach(extent -> found.addAll(index.overlapping(extent, datumMarginFeet)));
      }
    });
    return found;
  }
}
