package hotline.line.planning;

import hotline.airspace.TimeInterval;
import hotline.line.body.NoticeRef;
import hotline.line.disclosure.ExactVolume;
import hotline.line.terms.Separation;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The volumes that a notice must be clear of, ready to be asked. Immutable.
 *
 * <p>Found by time first, then height, then footprint. Only volumes that coarsely meet an own
 * notice are ever opened, so those of one time are few; what is elsewhere was sorted out by the
 * index over the record's extents.
 */
public final class KnownVolumes {
  private final List<NoticeVolumes> notices;
  private final Separation separation;
  private final List<Entry> entries = new ArrayList<>();
  private final TimeTree byTime;

  private KnownVolumes(List<NoticeVolumes> notices, Separation separation) {
    this.notices = List.copyOf(notices);
    this.separation = separation;
    for (int notice = 0; notice < notices.size(); notice++) {
      for (ExactVolume volume : notices.get(notice).volumes()) {
        entries.add(new Entry(notice, volume));
      }
    }
    byTime = new TimeTree(entries.stream().map(Entry::times).toList());
  }

  private record Entry(int notice, ExactVolume exact) {
    TimeInterval times() {
      return exact.volume().times();
    }
  }

  /** The volumes of these notices, which must be different notices. */
  public static KnownVolumes of(List<NoticeVolumes> notices, Separation separation) {
    if (notices.stream().map(NoticeVolumes::notice).distinct().count() < notices.size()) {
      throw new IllegalArgumentException("a notice is given twice");
    }
    return new KnownVolumes(notices, separation);
  }

  /** Whether one of the given volumes overlaps one of these. */
  public boolean conflictsWith(List<ExactVolume> volumes) {
    return volumes.stream()
        .anyMatch(own ->
            byTime.overlapping(
                own.volume().times(), place -> overlap(own, entries.get(place).exact())));
  }

  /** The conflicts of one notice with these, soonest first. */
  public List<Conflict> conflictsOf(NoticeVolumes own) {
    SortedMap<NoticeRef, Overlap> overlaps = new TreeMap<>();
    for (ExactVolume mine : own.volumes()) {
      byTime.overlapping(
          mine.volume().times(),
          place -> {
            Entry entry = entries.get(place);
            if (overlap(mine, entry.exact())) {
              NoticeVolumes other = notices.get(entry.notice());
              overlaps
                  .computeIfAbsent(other.notice(), any -> new Overlap(own, other, separation))
                  .add(mine.volume(), entry.exact().volume());
            }
            return false;
          });
    }
    return overlaps.values().stream()
        .map(Overlap::conflict)
        .sorted(Conflict.SOONEST_FIRST)
        .toList();
  }

  private boolean overlap(ExactVolume own, ExactVolume other) {
    return own.volume().overlaps(other.volume(), separation.datumMarginFt());
  }
}
