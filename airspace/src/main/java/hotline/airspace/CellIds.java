package hotline.airspace;

/**
 * The integer arithmetic of S2 cell ids: three bits of cube face, two bits a level along the
 * Hilbert curve, a one, and zeros. Ids are 64 unsigned bits; a cell's descendants are the ids in
 * one range about it. (Source: the layout documented with S2CellId.)
 */
final class CellIds {
  static final int LEVELS = 30;
  private static final int FACES = 6;
  private static final int FACE_SHIFT = 61;
  private static final long LEVEL_BITS = 0x1555555555555555L;

  private CellIds() {}

  static boolean isValid(long id) {
    return id >>> FACE_SHIFT < FACES && (Long.lowestOneBit(id) & LEVEL_BITS) != 0;
  }

  static int level(long id) {
    return LEVELS - Long.numberOfTrailingZeros(id) / 2;
  }

  /** The least id of a descendant. */
  static long first(long id) {
    return id - (Long.lowestOneBit(id) - 1);
  }

  /** The greatest id of a descendant. */
  static long last(long id) {
    return id + (Long.lowestOneBit(id) - 1);
  }

  static boolean isFace(long id) {
    return level(id) == 0;
  }

  /** The cell of {@code level} that holds this one, which is not coarser. */
  static long ancestor(long id, int level) {
    long lowest = 1L << (2 * (LEVELS - level));
    return (id & -lowest) | lowest;
  }

  static long parent(long id) {
    return ancestor(id, level(id) - 1);
  }

  /** The cell's number among those of its level, in the order of ids: below 6·4^level. */
  static long ordinal(long id, int level) {
    return id >>> (2 * (LEVELS - level) + 1);
  }

  static boolean contains(long outer, long inner) {
    return Long.compareUnsigned(first(outer), inner) <= 0
        && Long.compareUnsigned(inner, last(outer)) <= 0;
  }
}
