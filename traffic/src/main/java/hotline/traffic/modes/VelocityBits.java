package hotline.traffic.modes;

import org.jspecify.annotations.Nullable;

/** The airborne velocity message, type code 19 (DO-260B 2.2.3.2.6). */
final class VelocityBits {
  private VelocityBits() {}

  static ModeS.Content read(long message) {
    int subtype = (int) (message >> 48 & 7);
    if (subtype < 1 || subtype > 4) {
      return new ModeS.Other();
    }
    double knots = Double.NaN;
    double track = Double.NaN;
    if (subtype <= 2) {
      int step = subtype == 2 ? 4 : 1;
      int east = signed(message, 42, 10, step);
      int north = signed(message, 31, 10, step);
      boolean said = (message >> 32 & 0x3ff) != 0 && (message >> 21 & 0x3ff) != 0;
      if (said) {
        knots = Math.hypot(east, north);
        track = knots == 0 ? Double.NaN : degrees(east, north);
      }
    }
    return new ModeS.Velocity(
        knots, track, climb(message), (message >> 20 & 1) == 0, above(message));
  }

  /** A sign at {@code place}, then a count below it that begins with 1. */
  private static int signed(long message, int place, int bits, int step) {
    int count = (int) (message >> (place - bits) & (1 << bits) - 1) - 1;
    return (message >> place & 1) == 0 ? step * count : -step * count;
  }

  private static double degrees(int east, int north) {
    double degrees = Math.toDegrees(Math.atan2(east, north));
    return degrees < 0 ? degrees + 360 : degrees;
  }

  private static @Nullable Integer climb(long message) {
    return (message >> 10 & 0x1ff) == 0 ? null : 64 * signed(message, 19, 9, 1);
  }

  private static @Nullable Integer above(long message) {
    return (message & 0x7f) == 0 ? null : 25 * signed(message, 7, 7, 1);
  }
}
