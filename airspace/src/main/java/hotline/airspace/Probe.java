package hotline.airspace;

import java.util.Arrays;

/**
 * A query as one level of shelves sees it: ranges of cell ordinals at that level, and what to be
 * before, after, below and above, all strictly.
 */
final class Probe {
  private final int[] firsts;
  private final int[] lasts;
  final long afterUs;
  final long beforeUs;
  final long above;
  final long below;

  private Probe(int[] firsts, int[] lasts, TimeInterval times, long above, long below) {
    this.firsts = firsts;
    this.lasts = lasts;
    this.afterUs = times.startUs();
    this.beforeUs = times.endUs();
    this.above = above;
    this.below = below;
  }

  static Probe of(Extent query, int level, long above, long below) {
    Cells cells = query.cells();
    int[] firsts = new int[cells.count()];
    int[] lasts = new int[cells.count()];
    int count = 0;
    for (int i = 0; i < cells.count(); i++) {
      // The cell's descendants of that level, or the one of that level that holds it.
      int first = (int) CellIds.ordinal(CellIds.first(cells.id(i)), level);
      int last = (int) CellIds.ordinal(CellIds.last(cells.id(i)), level);
      if (count > 0 && first <= lasts[count - 1] + 1) {
        lasts[count - 1] = last;
      } else {
        firsts[count] = first;
        lasts[count++] = last;
      }
    }
    return new Probe(
        Arrays.copyOf(firsts, count), Arrays.copyOf(lasts, count), query.times(), above, below);
  }

  /** Whether a cell with an ordinal from {@code first} to {@code last} is asked for. */
  boolean asksFor(int first, int last) {
    int low = 0;
    int high = lasts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lasts[middle] < first) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < firsts.length && firsts[low] <= last;
  }
}
