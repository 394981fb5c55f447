package hotline.traffic.modes;

import org.jspecify.annotations.Nullable;

/**
 * Pressure heights as transponders code them (ICAO Annex 10 vol. IV 3.1.2.6.5.4 and the appendix on
 * Gillham's code).
 */
final class AltitudeCode {
  private static final int LOWEST_FT = -1_000;
  private static final int GILLHAM_LOWEST_FT = -1_200;

  private AltitudeCode() {}

  /**
   * A height of 13 bits (C1 A1 C2 A2 C4 A4 M B1 Q B2 D2 B4 D4), feet; null: not said or not read.
   */
  static @Nullable Integer thirteen(int code) {
    if (code == 0) {
      return null;
    }
    if ((code & 0x40) != 0) {
      return null; // metres: the format of the number is reserved
    }
    if ((code & 0x10) != 0) {
      int count = (code & 0x1f80) >> 2 | (code & 0x20) >> 1 | (code & 0xf);
      return LOWEST_FT + 25 * count;
    }
    return gillham(code);
  }

  /** A height of 12 bits, as in a position message: like thirteen, without M. */
  static @Nullable Integer twelve(int code) {
    return thirteen((code & 0xfc0) << 1 | (code & 0x3f));
  }

  /**
   * Gillham's code: D2 D4 A1 A2 A4 B1 B2 B4 in Gray code count 500 feet; C1 C2 C4 count 100 feet
   * inside, up in even fives and down in odd ones.
   */
  private static @Nullable Integer gillham(int code) {
    int fives =
        gray(
            bit(code, 2) << 7 // D2
                | bit(code, 0) << 6 // D4
                | bit(code, 11) << 5 // A1
                | bit(code, 9) << 4 // A2
                | bit(code, 7) << 3 // A4
                | bit(code, 5) << 2 // B1
                | bit(code, 3) << 1 // B2
                | bit(code, 1)); // B4
    int hundreds = gray(bit(code, 12) << 2 | bit(code, 10) << 1 | bit(code, 8)); // C1 C2 C4
    if (hundreds == 0 || hundreds == 5 || hundreds == 6) {
      return null;
    }
    int step = hundreds == 7 ? 5 : hundreds;
    int inside = fives % 2 == 0 ? step : 6 - step;
    int feet = GILLHAM_LOWEST_FT + 500 * fives + 100 * (inside - 1);
    return feet;
  }

  private static int bit(int code, int place) {
    return code >> place & 1;
  }

  private static int gray(int coded) {
    int value = coded;
    for (int shift = 4; shift > 0; shift >>= 1) {
      value ^= value >> shift;
    }
    return value;
  }

  /**
   * A squawk of 13 bits (C1 A1 C2 A2 C4 A4 x B1 D1 B2 D2 B4 D4) as twelve bits A4 A2 A1 B4 … D1.
   */
  static int squawk(int code) {
    int a = bit(code, 7) << 2 | bit(code, 9) << 1 | bit(code, 11);
    int b = bit(code, 1) << 2 | bit(code, 3) << 1 | bit(code, 5);
    int c = bit(code, 8) << 2 | bit(code, 10) << 1 | bit(code, 12);
    int d = bit(code, 0) << 2 | bit(code, 2) << 1 | bit(code, 4);
    return a << 9 | b << 6 | c << 3 | d;
  }
}
