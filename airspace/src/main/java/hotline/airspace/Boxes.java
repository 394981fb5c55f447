package hotline.airspace;

/**
 * Bounds of a few stretches of a shelf, column by column: what a query looks at most lies side by
 * side in memory.
 */
final class Boxes {
  private final int[] cellsLeast;
  private final int[] cellsMost;
  private final long[] startsLeast;
  private final long[] endsMost;
  private final int[] floorsLeast;
  private final int[] ceilingsMost;

  Boxes(int size) {
    cellsLeast = new int[size];
    cellsMost = new int[size];
    startsLeast = new long[size];
    endsMost = new long[size];
    floorsLeast = new int[size];
    ceilingsMost = new int[size];
  }

  /** Whether an item in the box may be asked for. */
  boolean mayHold(int at, Probe probe) {
    return startsLeast[at] < probe.beforeUs
        && endsMost[at] > probe.afterUs
        && floorsLeast[at] < probe.below
        && ceilingsMost[at] > probe.above
        && probe.asksFor(cellsLeast[at], cellsMost[at]);
  }

  /** Makes the box hold nothing. */
  void clear(int at) {
    cellsLeast[at] = Integer.MAX_VALUE;
    cellsMost[at] = Integer.MIN_VALUE;
    startsLeast[at] = Long.MAX_VALUE;
    endsMost[at] = Long.MIN_VALUE;
    floorsLeast[at] = Integer.MAX_VALUE;
    ceilingsMost[at] = Integer.MIN_VALUE;
  }

  /** Makes the box hold an item too. */
  void include(int at, int cell, long startUs, long endUs, int floor, int ceiling) {
    cellsLeast[at] = Math.min(cellsLeast[at], cell);
    cellsMost[at] = Math.max(cellsMost[at], cell);
    startsLeast[at] = Math.min(startsLeast[at], startUs);
    endsMost[at] = Math.max(endsMost[at], endUs);
    floorsLeast[at] = Math.min(floorsLeast[at], floor);
    ceilingsMost[at] = Math.max(ceilingsMost[at], ceiling);
  }

  /** Makes the box hold all that another holds. */
  void include(int at, Boxes other, int place) {
    include(
        at,
        other.cellsLeast[place],
        other.startsLeast[place],
        other.endsMost[place],
        other.floorsLeast[place],
        other.ceilingsMost[place]);
    cellsMost[at] = Math.max(cellsMost[at], other.cellsMost[place]);
  }

  /** Copies boxes, also to a later or earlier place among themselves. */
  static void move(Boxes from, int at, Boxes to, int place, int length) {
    System.arraycopy(from.cellsLeast, at, to.cellsLeast, place, length);
    System.arraycopy(from.cellsMost, at, to.cellsMost, place, length);
    System.arraycopy(from.startsLeast, at, to.startsLeast, place, length);
    System.arraycopy(from.endsMost, at, to.endsMost, place, length);
    System.arraycopy(from.floorsLeast, at, to.floorsLeast, place, length);
    System.arraycopy(from.ceilingsMost, at, to.ceilingsMost, place, length);
  }
}
