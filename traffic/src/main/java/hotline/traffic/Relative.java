package hotline.traffic;

import hotline.traffic.separation.Interval;
import java.util.Optional;

/**
 * How one aircraft moves as seen from another over one stretch of time: linearly, by a part that
 * runs from 0 at its start to 1 at its end.
 */
final class Relative {
  private static final double MM_PER_M = 1000;
  private static final Interval WHOLE = new Interval(0, 1);

  private final long fromUs;
  private final long untilUs;

  /** Place at the start and the way gone by the end: three metres and one foot each. */
  private final double[] start = new double[4];

  private final double[] way = new double[4];

  private Relative(long fromUs, long untilUs) {
    this.fromUs = fromUs;
    this.untilUs = untilUs;
  }

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

  /** The stretch in which the two are inside both minima, as parts of the whole. */
  Optional<Interval> inside(Minima minima) {
    double minimumM = minima.horizontalMm() / MM_PER_M;
    return Interval.whereNegative(
            dot(way, way), dot(start, way), dot(start, start) - minimumM * minimumM)
        .flatMap(level ->
            Interval.whereWithin(start[3], way[3], minima.verticalFt()).flatMap(level::meet))
        .flatMap(WHOLE::meet);
  }

  /** The part of {@code within} at which they are horizontally closest, the earliest such. */
  double closest(Interval within) {
    double square = dot(way, way);
    double least = square == 0 ? within.fromS() : -dot(start, way) / square;
    return Math.clamp(least, within.fromS(), within.untilS());
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

  /** The product of the horizontal parts. */
  private static double dot(double[] one, double[] other) {
    return one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
  }
}
