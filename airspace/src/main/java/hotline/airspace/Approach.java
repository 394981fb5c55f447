package hotline.airspace;

import java.util.Optional;

/**
 * The closest approach of two flights, in closed form for each pair of pieces.
 *
 * <p>Over the common time of two pieces the difference of their straight lines is r₀ + r₁ t in
 * space. Nearer than {@link #NEAR_M} it is laid flat along the normal midway between the two, which
 * takes out how deep each line lies under the surface. Then f(t) = max(|r|/D, (z − m)/V, (−z −
 * m)/V), with the height difference z linear in t, is convex: its least value is at an end, where
 * |r| is least, where z = 0, or where |r|/D meets one of the other two, a quadratic. All are tried.
 *
 * <p>Error of |r| for pieces of up to L = 20 km: their ends are exact; along a piece a line strays
 * from its flight by at most L³/(60 R²) = 3 mm in plan, each; laying flat along a normal up to
 * L/(2R) = 1.6 mrad off the right one shortens by 1.3·10⁻⁶ of the distance and lets 1.6/1000 of the
 * 8 m of depth through, 13 mm. At 50 km that is 85 mm. Choosing between two instants it counts
 * twice, which {@link ClosestApproach#ERROR_BOUND_MM} covers. That a chord is shorter than its arc
 * does not change which instant is least, except by the 1 % between radii of curvature: 1 mm at 50
 * km, 0.1 % of the distance at 10,000 km. The instant so found is judged by the true positions.
 */
final class Approach {
  private static final double NEAR_M = 500_000;

  /** Keeps what is exactly at a minimum from falling under it by rounding. */
  private static final double ROUNDING = 1e-3;

  private final Course a;
  private final Course b;
  private final double horizontalM;
  private final double verticalFeet;
  private final double marginFeet;

  private double least = Double.MAX_VALUE;
  private long leastUs;

  private Approach(FlightPath a, FlightPath b, Minima minima) {
    this.a = a.course();
    this.b = b.course();
    horizontalM = minima.horizontalMm() / 1000.0;
    verticalFeet = minima.verticalFeet();
    marginFeet = a.datum() == b.datum() ? 0 : minima.datumMarginFeet();
  }

  static Optional<ClosestApproach> closest(FlightPath a, FlightPath b, Minima minima) {
    long fromUs = Math.max(a.times().startUs(), b.times().startUs());
    long toUs = Math.min(a.times().endUs(), b.times().endUs());
    if (fromUs > toUs) {
      return Optional.empty();
    }
    Approach approach = new Approach(a, b, minima);
    approach.search(fromUs, toUs);
    return Optional.of(approach.describe(a.datum() != b.datum()));
  }

  private void search(long fromUs, long toUs) {
    int pieceA = a.pieceAt(fromUs);
    int pieceB = b.pieceAt(fromUs);
    long atUs = fromUs;
    while (true) {
      long untilUs = Math.min(Math.min(a.timeUs(pieceA + 1), b.timeUs(pieceB + 1)), toUs);
      compare(pieceA, pieceB, atUs, untilUs);
      if (untilUs == toUs) {
        return;
      }
      if (a.timeUs(pieceA + 1) == untilUs) {
        pieceA++;
      }
      if (b.timeUs(pieceB + 1) == untilUs) {
        pieceB++;
      }
      atUs = untilUs;
    }
  }

  private void compare(int pieceA, int pieceB, long fromUs, long toUs) {
    Vec fromA = a.placeAt(pieceA, fromUs);
    Vec fromB = b.placeAt(pieceB, fromUs);
    Vec toA = a.placeAt(pieceA, toUs);
    Vec toB = b.placeAt(pieceB, toUs);
    Vec start = fromA.minus(fromB);
    Vec change = toA.minus(toB).minus(start);
    double startM = start.norm();
    // Laying flat shortens what is this near by less than a thousandth.
    if (0.999 * (startM - change.norm()) / horizontalM > least) {
      return;
    }
    if (startM < NEAR_M) {
      Vec up = Course.normal(fromA.plus(fromB).plus(toA).plus(toB));
      start = start.minus(up.times(start.dot(up)));
      change = change.minus(up.times(change.dot(up)));
    }
    double climb = a.heightFeetAt(pieceA, fromUs) - b.heightFeetAt(pieceB, fromUs);
    double climbChange = a.heightFeetAt(pieceA, toUs) - b.heightFeetAt(pieceB, toUs) - climb;
    new Stretch(start, change, climb, climbChange, fromUs, toUs - fromUs).search();
  }

  private ClosestApproach describe(boolean datumsDiffer) {
    PathPoint atA = a.at(leastUs);
    PathPoint atB = b.at(leastUs);
    double apartM = Separation.distanceM(atA.position(), atB.position());
    double apartFeet =
        Math.abs(
                a.heightFeetAt(a.pieceAt(leastUs), leastUs)
                    - b.heightFeetAt(b.pieceAt(leastUs), leastUs))
            - marginFeet;
    return new ClosestApproach(
        leastUs,
        (long) Math.floor(1000 * apartM + ROUNDING),
        (long) Math.floor(Math.max(0, apartFeet) + ROUNDING),
        atA.position(),
        atB.position(),
        datumsDiffer);
  }

  /** Two straight lines at common times; time runs from 0 to 1 over the stretch. */
  private final class Stretch {
    private final double far;
    private final double closing;
    private final double speed;
    private final double climb;
    private final double climbChange;
    private final double margin;
    private final long fromUs;
    private final long lengthUs;

    Stretch(Vec start, Vec change, double climb, double climbChange, long fromUs, long lengthUs) {
      // |r|²/D² = far + 2 closing t + speed t².
      double scale = 1 / (horizontalM * horizontalM);
      far = start.dot(start) * scale;
      closing = start.dot(change) * scale;
      speed = change.dot(change) * scale;
      this.climb = climb / verticalFeet;
      this.climbChange = climbChange / verticalFeet;
      margin = marginFeet / verticalFeet;
      this.fromUs = fromUs;
      this.lengthUs = lengthUs;
    }

    void search() {
      attempt(0);
      attempt(1);
      attempt(-closing / speed);
      attempt(-climb / climbChange);
      crossings(climb - margin, climbChange);
      crossings(-climb - margin, -climbChange);
    }

    /** Where far + 2 closing t + speed t² = (at + rate t)². */
    private void crossings(double at, double rate) {
      double square = speed - rate * rate;
      double half = closing - at * rate;
      double constant = far - at * at;
      double root = Math.sqrt(half * half - square * constant);
      // The two forms of the solution of a quadratic, so that neither root cancels.
      double sum = half >= 0 ? -half - root : -half + root;
      attempt(sum / square);
      attempt(constant / sum);
    }

    /**
     * A time that does not exist (a parallel, no root) is not a number and fails the first test.
     */
    private void attempt(double part) {
      if (!(part >= 0 && part <= 1)) {
        return;
      }
      double apart = Math.sqrt(Math.max(0, far + part * (2 * closing + part * speed)));
      double over =
          (Math.abs(climb * verticalFeet + climbChange * verticalFeet * part) - marginFeet)
              / verticalFeet;
      double value = Math.max(apart, over);
      long timeUs = fromUs + Math.round(part * lengthUs);
      if (value < least || (value == least && timeUs < leastUs)) {
        least = value;
        leastUs = timeUs;
      }
    }
  }
}
