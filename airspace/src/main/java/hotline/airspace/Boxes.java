package hotline.airspace;

/**
 * A few boxes in space, time and height, column by column, so that what a query looks at first lies
 * side by side in memory. Space is that of the unit sphere: x, y and z, least and most, as floats
 * rounded outward (1 m on the ground; boxes only spare work, the cells decide).
 */
final class Boxes {
  /** Floats for a box in space. */
  static final int SPACE = 6;

  private final long[] startsLeast;
  private final long[] endsMost;
  private final int[] floorsLeast;
  private final int[] ceilingsMost;
  private final float[] space;

  Boxes(int size) {
    startsLeast = new long[size];
    endsMost = new long[size];
    floorsLeast = new int[size];
    ceilingsMost = new int[size];
    space = new float[SPACE * size];
  }

  /**
   * Whether something in the box may be asked for; of a single item, whether only its cells may
   * differ.
   */
  boolean mayHold(int at, Probe probe) {
    return startsLeast[at] < probe.beforeUs
        && endsMost[at] > probe.afterUs
        && floorsLeast[at] < probe.below
        && ceilingsMost[at] > probe.above
        && probe.reaches(space, SPACE * at);
  }

  long startUs(int at) {
    return startsLeast[at];
  }

  /** Makes the box that of one item. */
  void set(int at, Shelf.Item item) {
    startsLeast[at] = item.times().startUs();
    endsMost[at] = item.times().endUs();
    // Heights of either datum fit in 31 bits.
    floorsLeast[at] = (int) item.heights().floor();
    ceilingsMost[at] = (int) item.heights().ceiling();
    item.space().copyTo(space, SPACE * at);
  }

  /** Makes the box one that holds nothing. */
  void clear(int at) {
    startsLeast[at] = Long.MAX_VALUE;
    endsMost[at] = Long.MIN_VALUE;
    floorsLeast[at] = Integer.MAX_VALUE;
    ceilingsMost[at] = Integer.MIN_VALUE;
    for (int k = 0; k < SPACE / 2; k++) {
      space[SPACE * at + k] = Float.POSITIVE_INFINITY;
      space[SPACE * at + SPACE / 2 + k] = Float.NEGATIVE_INFINITY;
    }
  }

  /** Makes the box hold all that another holds. */
  void include(int at, Boxes other, int place) {
    startsLeast[at] = Math.min(startsLeast[at], other.startsLeast[place]);
    endsMost[at] = Math.max(endsMost[at], other.endsMost[place]);
    floorsLeast[at] = Math.min(floorsLeast[at], other.floorsLeast[place]);
    ceilingsMost[at] = Math.max(ceilingsMost[at], other.ceilingsMost[place]);
    for (int k = 0; k < SPACE / 2; k++) {
      int least = SPACE * at + k;
      int most = least + SPACE / 2;
      space[least] = Math.min(space[least], other.space[SPACE * place + k]);
      space[most] = Math.max(space[most], other.space[SPACE * place + SPACE / 2 + k]);
    }
  }

  /** Makes the box hold the first {@code count} of others. */
  void enclose(int at, Boxes others, int count) {
    clear(at);
    for (int i = 0; i < count; i++) {
      include(at, others, i);
    }
  }

  /** Copies boxes, also to a later or earlier place among themselves. */
  static void move(Boxes from, int at, Boxes to, int place, int length) {
    System.arraycopy(from.startsLeast, at, to.startsLeast, place, length);
    System.arraycopy(from.endsMost, at, to.endsMost, place, length);
    System.arraycopy(from.floorsLeast, at, to.floorsLeast, place, length);
    System.arraycopy(from.ceilingsMost, at, to.ceilingsMost, place, length);
    System.arraycopy(from.space, SPACE * at, to.space, SPACE * place, SPACE * length);
  }
}
