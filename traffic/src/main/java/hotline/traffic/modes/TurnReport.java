package hotline.traffic.modes;

import org.jspecify.annotations.Nullable;

/**
 * The track and turn report, register 5,0 (ICAO Doc 9871), found in an answer that does not say
 * which register it is.
 *
 * <p>It is taken only if all five values are there, fit each other, and the answer makes no sense
 * as register 6,0 (heading and speed): a wrong guess would be a wrong velocity.
 *
 * @param knots over ground, in steps of 2
 * @param trackDegrees over ground, clockwise from true north, 0 up to 360
 */
public record TurnReport(int knots, double trackDegrees) implements ModeS.Content {
  private static final int SIZE = 56;
  private static final int KNOTS_LIMIT = 700;
  private static final int WIND_LIMIT = 250;
  private static final double ROLL_STEP = 45.0 / 256;
  private static final double ROLL_LIMIT = 50;
  private static final double ANGLE_STEP = 90.0 / 512;

  /** What the 56 bits of an answer are; null if they may be something else. */
  static @Nullable TurnReport find(long bits) {
    boolean complete = on(bits, 0) && on(bits, 11) && on(bits, 23) && on(bits, 34) && on(bits, 45);
    if (!complete || isHeadingReport(bits)) {
      return null;
    }
    double roll = signed(bits, 1, 10) * ROLL_STEP;
    int ground = 2 * part(bits, 24, 10);
    int air = 2 * part(bits, 46, 10);
    boolean fits =
        Math.abs(roll) <= ROLL_LIMIT
            && ground > 0
            && ground <= KNOTS_LIMIT
            && air > 0
            && air <= KNOTS_LIMIT
            && Math.abs(ground - air) <= WIND_LIMIT;
    double track = signed(bits, 12, 11) * ANGLE_STEP;
    return fits ? new TurnReport(ground, track < 0 ? track + 360 : track) : null;
  }

  /** Whether the answer could be heading, airspeed, Mach number and two vertical rates. */
  private static boolean isHeadingReport(long bits) {
    int airspeed = part(bits, 13, 10);
    double mach = part(bits, 24, 10) * 2.048 / 512;
    boolean fits = on(bits, 12) && airspeed > 0 && airspeed <= 500 && mach > 0 && mach <= 1;
    return fits
        && Math.abs(32 * signed(bits, 35, 10)) <= 6_000
        && Math.abs(32 * signed(bits, 46, 10)) <= 6_000;
  }

  private static boolean on(long bits, int place) {
    return part(bits, place, 1) == 1;
  }

  private static int part(long bits, int from, int count) {
    return (int) (bits >> (SIZE - from - count)) & ((1 << count) - 1);
  }

  private static int signed(long bits, int from, int count) {
    return part(bits, from, count) << (Integer.SIZE - count) >> (Integer.SIZE - count);
  }
}
