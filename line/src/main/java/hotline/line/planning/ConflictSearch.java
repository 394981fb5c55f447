package hotline.line.planning;

import hotline.line.terms.Separation;
import java.util.List;

/**
 * All conflicts between own notices and others', as far as their volumes are known: no more and no
 * fewer than comparing every volume with every other would give.
 */
public final class ConflictSearch {
  private ConflictSearch() {}

  /** The conflicts, one a pair of notices, {@linkplain Conflict#SOONEST_FIRST soonest first}. */
  public static List<Conflict> search(
      List<NoticeVolumes> own, List<NoticeVolumes> others, Separation separation) {
    KnownVolumes known = KnownVolumes.of(others, separation);
    return own.stream()
        .flatMap(notice -> known.conflictsOf(notice).stream())
        .sorted(Conflict.SOONEST_FIRST)
        .toList();
  }
}
