package hotline.traffic.asterix;

/** The numbers of an item, most significant byte first. All places lie inside the bytes. */
final class Item {
  private Item() {}

  /** Up to eight bytes without a sign. */
  static long unsigned(byte[] bytes, int at, int length) {
    long value = 0;
    for (int i = 0; i < length; i++) {
      value = value << 8 | (bytes[at + i] & 0xff);
    }
    return value;
  }

  /** Up to seven bytes in two's complement. */
  static long signed(byte[] bytes, int at, int length) {
    return low(unsigned(bytes, at, length), 8 * length);
  }

  /** The low bits of a value in two's complement. */
  static long low(long value, int bits) {
    return value << (Long.SIZE - bits) >> (Long.SIZE - bits);
  }

  /** A count of {@code 180° / 2^bits}, to the nearest 10⁻⁹ degree. */
  static long nanodegrees(long count, int bits) {
    return Math.round(count * 180e9 / (1L << bits));
  }
}
