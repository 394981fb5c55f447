package hotline.traffic.separation;

import java.util.Optional;

/**
 * A stretch of time that has a length.
 *
 * @param fromS from the state that was given, in seconds or whatever its rates are of; may be
 *     infinite before it is cut
 * @param untilS later than {@code fromS}
 */
public record Interval(double fromS, double untilS) {
  static final Interval ALWAYS = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** Refuses what has no length. */
  public Interval {
    if (!(fromS < untilS)) {
      throw new IllegalArgumentException("no stretch of time: " + fromS + " to " + untilS);
    }
  }

  /** From one to the other, if that has a length. */
  public static Optional<Interval> of(double fromS, double untilS) {
    return fromS < untilS ? Optional.of(new Interval(fromS, untilS)) : Optional.empty();
  }

  /** What both have in common, if that has a length. */
  public Optional<Interval> meet(Interval other) {
    return of(Math.max(fromS, other.fromS), Math.min(untilS, other.untilS));
  }

  /**
   * When {@code a t² + 2 b t + c < 0}, for {@code a ≥ 0}.
   *
   * <p>The root of the larger magnitude is found first and the other from the product of both, so
   * that nothing cancels.
   */
  public static Optional<Interval> whereNegative(double a, double b, double c) {
    if (a == 0) {
      return c < 0 ? Optional.of(ALWAYS) : Optional.empty();
    }
    double discriminant = b * b - a * c;
    if (discriminant <= 0) {
      return Optional.empty();
    }
    double q = -(b + Math.copySign(Math.sqrt(discriminant), b));
    double one = q / a;
    double other = c / q;
    return of(Math.min(one, other), Math.max(one, other));
  }

  /** When {@code |start + rate t| < limit}. */
  public static Optional<Interval> whereWithin(double start, double rate, double limit) {
    if (rate == 0) {
      return Math.abs(start) < limit ? Optional.of(ALWAYS) : Optional.empty();
    }
    double one = (-limit - start) / rate;
    double other = (limit - start) / rate;
    return of(Math.min(one, other), Math.max(one, other));
  }
}
