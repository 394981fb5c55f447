package hotline.record.cbor;

/** The numbers in the first byte of an item (RFC 8949 §3). */
final class Head {
  static final int UNSIGNED = 0;
  static final int NEGATIVE = 1;
  static final int BYTES = 2;
  static final int TEXT = 3;
  static final int ARRAY = 4;
  static final int MAP = 5;
  static final int SIMPLE = 7;

  static final int FALSE = 20;
  static final int TRUE = 21;
  static final int NULL = 22;

  /** Up to here an argument stands in the first byte itself; 24 to 27 announce 1, 2, 4, 8 more. */
  static final int SMALL_MAX = 23;

  static final int INDEFINITE = 31;

  private Head() {}

  /** The bytes after the first that the shortest form of an argument takes: 0, 1, 2, 4 or 8. */
  static int width(long unsigned) {
    if (unsigned >= 0 && unsigned <= SMALL_MAX) {
      return 0;
    }
    return unsigned >>> 8 == 0 ? 1 : unsigned >>> 16 == 0 ? 2 : unsigned >>> 32 == 0 ? 4 : 8;
  }
}
