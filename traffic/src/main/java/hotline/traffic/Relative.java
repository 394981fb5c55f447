package hotline.traffic;

import java.util.Optional;

/**
 * How one aircraft moves as seen from another over one stretch of time: linearly, by a part that
 * runs from 0 at its start to 1 at its end.
 */
final class Relative {
  private static final double MM_PER_M = 1000;

  private final long fromUs;
  private final long untilUs;

  /** Place at the start and the way gone by the end: three metres and one foot each. */
  private final double[] start = new double[4];

  private final double[] way = new double[4];

  private Relative(long fromUs, long untilUs) {
    this.fromUs = fromUs;
    this.untilUs = untilUs;
  }

  /** An open stretch of the whole, from and until in 0 to 1. */
  record Part(double from, double until) {}

  /** The motion between two times with no point of either strictly between them. */
  static Relative between(Motion one, Motion other, long fromUs, long untilUs) {
    Relative relative = new Relative(fromUs, untilUs);
    double[] a = new double[4];
    double[] b = new double[4];
    one.at(fromUs, a);
    other.at(fromUs, b);
    for (int i = 0; i < 4; i++) {
      relative.start[i] = b[i] - a[i];
    }
    if (untilUs > fromUs) {
      one.at(untilUs, a);
      other.at(untilUs, b);
      for (int i = 0; i < 4; i++) {
        relative.way[i] = b[i] - a[i] - relative.start[i];
      }
    }
    return relative;
  }

  /** The stretch in which the two are inside both minima. */
  Optional<Part> inside(Minima minima) {
    return horizontallyInside(minima.horizontalMm() / MM_PER_M)
        .flatMap(level -> verticallyInside(minima.verticalFt()).flatMap(band -> meet(level, band)));
  }

  /** The part of {@code within} at which they are horizontally closest, the earliest such. */
  double closest(Part within) {
    double square = dot(way, way);
    double least = square == 0 ? within.from() : -dot(start, way) / square;
    return Math.clamp(least, within.from(), within.until());
  }

  double horizontalMm(double part) {
    double square = 0;
    for (int i = 0; i < 3; i++) {
      double along = start[i] + part * way[i];
      square += along * along;
    }
    return Math.sqrt(square) * MM_PER_M;
  }

  double verticalFt(double part) {
    return Math.abs(start[3] + part * way[3]);
  }

  /** The last whole µs at or before {@code part}. */
  long floorUs(double part) {
    return fromUs + (long) Math.floor(part * (untilUs - fromUs));
  }

  /** The first whole µs at or after {@code part}. */
  long ceilUs(double part) {
    return fromUs + (long) Math.ceil(part * (untilUs - fromUs));
  }

  long nearestUs(double part) {
    return fromUs + Math.round(part * (untilUs - fromUs));
  }

  /** Where {@code a s² + 2 b s + c < 0}, the square of the distance below that of the minimum. */
  private Optional<Part> horizontallyInside(double minimumM) {
    double a = dot(way, way);
    double b = dot(start, way);
    double c = dot(start, start) - minimumM * minimumM;
    if (a == 0) {
      return c < 0 ? Optional.of(new Part(0, 1)) : Optional.empty();
    }
    double discriminant = b * b - a * c;
    if (discriminant <= 0) {
      return Optional.empty();
    }
    // The root of the larger magnitude first; the other by their product: no cancellation.
    double q = -(b + Math.copySign(Math.sqrt(discriminant), b));
    double one = q / a;
    double other = c / q;
    return clip(Math.min(one, other), Math.max(one, other));
  }

  private Optional<Part> verticallyInside(double minimumFt) {
    if (way[3] == 0) {
      return Math.abs(start[3]) < minimumFt ? Optional.of(new Part(0, 1)) : Optional.empty();
    }
    double one = (-minimumFt - start[3]) / way[3];
    double other = (minimumFt - start[3]) / way[3];
    return clip(Math.min(one, other), Math.max(one, other));
  }

  private static Optional<Part> clip(double from, double until) {
    return meet(new Part(0, 1), new Part(from, until));
  }

  private static Optional<Part> meet(Part one, Part other) {
    double from = Math.max(one.from(), other.from());
    double until = Math.min(one.until(), other.until());
    return from < until ? Optional.of(new Part(from, until)) : Optional.empty();
  }

  /** The product of the horizontal parts. */
  private static double dot(double[] one, double[] other) {
    return one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
  }
}
