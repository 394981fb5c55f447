package hotline.traffic.modes;

/** The parity of Mode S: a cyclic code of 24 bits (ICAO Annex 10 vol. IV 3.1.2.3.3). */
final class Parity {
  /** x²⁴ + x²³ + … + x¹² + x¹⁰ + x³ + 1, without its highest term. */
  private static final int GENERATOR = 0xfff409;

  private static final int BITS = 24;
  private static final int MASK = (1 << BITS) - 1;
  private static final int[] TABLE = table();

  private Parity() {}

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int rest = i << (BITS - 8);
      for (int bit = 0; bit < 8; bit++) {
        rest = (rest & 1 << (BITS - 1)) == 0 ? rest << 1 : rest << 1 ^ GENERATOR;
      }
      table[i] = rest & MASK;
    }
    return table;
  }

  /**
   * What is left of a frame's last 24 bits when the parity of the rest is taken off: 0 where
   * nothing is laid over it, else the address or interrogator that is.
   */
  static int overlay(byte[] frame) {
    int rest = 0;
    for (int i = 0; i < frame.length - 3; i++) {
      rest = (rest << 8 & MASK) ^ TABLE[rest >> (BITS - 8) ^ (frame[i] & 0xff)];
    }
    int last = frame.length - 3;
    return rest
        ^ ((frame[last] & 0xff) << 16 | (frame[last + 1] & 0xff) << 8 | (frame[last + 2] & 0xff));
  }
}
