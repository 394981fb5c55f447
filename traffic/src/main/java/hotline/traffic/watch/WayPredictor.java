package hotline.traffic.watch;

import hotline.traffic.Minima;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Several ways in which each aircraft may go on, each with a weight: the share of the weight that
 * leads to a loss decides.
 *
 * <p>In plan: straight; or, while it turns, straight at once, after a short and after a longer turn
 * at the same rate. In height: level; or on at its rate, or levelling off at one of the next
 * thousands of feet, the likelier the slower it climbs or descends, and likelier still where one
 * party's controllers keep both apart: they level aircraft off below each other. Where the level is
 * known that an aircraft is cleared for or has selected, that way has most of the weight: it goes
 * there, or leaves its level for it. An aircraft that keeps to what was declared of it has that as
 * a way of its own, in plan and height at once. Each way of one aircraft meets each way of the
 * other; along both, at steps of {@link #STEP_S}, the chance that they are inside the minima is
 * that of two normal deviates, taken by their logistic approximation; the greatest along the way
 * counts.
 *
 * <p>The ways are not followed to the end of a long look-ahead: farther ahead than little more than
 * a minute they spread so far that most alerts would be wrong. Numbers: {@link Tuning}. Not
 * thread-safe.
 */
final class WayPredictor implements Predictor {
  private static final double STEP_S = 5;
  private static final double MPS_PER_KNOT = 1852 / 3600.0;
  private static final double CLOSING_MPS = 1_100 * MPS_PER_KNOT;
  private static final int LEVELS = 3;

  /** How likely it is that an aircraft on its way to a cleared level ends there. */
  private static final double KEEPS_CLEARANCE = 0.9;

  /** How likely it is that one that is still level leaves for its cleared level now. */
  private static final double LEAVES_NOW = 0.5;

  /**
   * How likely it is that an aircraft that keeps to its declared way goes on so. It is no more than
   * half, so that neither word nor motion silences the other: what nearly all ways without it lead
   * to is told of as well as what it leads to itself.
   */
  private static final double KEEPS_DECLARED = 0.5;

  private static final double LEVEL_FT = 1_000;

  /** A normal deviate's distribution is within 0.01 of a logistic one with this slope. */
  private static final double LOGISTIC = 1.7;

  private final double horizontalM;
  private final double verticalFt;
  private final int steps;
  private final Tuning tuning;
  private final Ways mine;
  private final Ways theirs;

  WayPredictor(Minima minima, int lookAheadS, Tuning tuning) {
    horizontalM = minima.horizontalMm() / 1000.0;
    verticalFt = minima.verticalFt();
    steps = 1 + (int) (Math.min(lookAheadS, tuning.aheadS()) / STEP_S);
    this.tuning = tuning;
    mine = new Ways(steps);
    theirs = new Ways(steps);
  }

  /**
   * The ways of one aircraft: places relative to now, heights, weights; the first in plan and the
   * last in height go on as it does, the first in height as it is cleared to if {@code intent}.
   */
  private static final class Ways {
    private int plans;
    private int bands;
    private boolean intent;
    private boolean declared;
    private final double[][] eastM;
    private final double[][] northM;
    private final double[][] heightFt;
    private final double[] planWeight = new double[4];
    private final double[] bandWeight = new double[LEVELS + 3];

    Ways(int steps) {
      eastM = new double[4][steps];
      northM = new double[4][steps];
      heightFt = new double[LEVELS + 3][steps];
    }

    boolean isIntent(int plan, int band) {
      return isDeclared(plan) || (intent && band == 0);
    }

    /** A declared way is one in plan and height together: the last plan, with the last band. */
    boolean isDeclared(int plan) {
      return declared && plan == plans - 1;
    }

    int firstBand(int plan) {
      return isDeclared(plan) ? bands : 0;
    }

    int endBand(int plan) {
      return isDeclared(plan) ? bands + 1 : bands;
    }

    /** Adds a declared way if there is one of this kind; whether it did. */
    boolean declare(@Nullable Declared by, boolean own) {
      if (by == null || by.own() != own) {
        return false;
      }
      for (int plan = 0; plan < plans; plan++) {
        planWeight[plan] *= 1 - KEEPS_DECLARED;
      }
      int steps = eastM[plans].length;
      System.arraycopy(by.eastM(), 0, eastM[plans], 0, steps);
      System.arraycopy(by.northM(), 0, northM[plans], 0, steps);
      System.arraycopy(by.heightFt(), 0, heightFt[bands], 0, steps);
      planWeight[plans++] = KEEPS_DECLARED;
      bandWeight[bands] = 1;
      declared = true;
      return true;
    }
  }

  @Override
  public Optional<Prediction> predict(
      Snapshot one, Snapshot other, boolean sameParty, boolean standing) {
    double[] apart = one.from(other);
    double reachM = horizontalM + CLOSING_MPS * STEP_S * (steps - 1);
    if (apart[0] * apart[0] + apart[1] * apart[1] > reachM * reachM) {
      return Optional.empty();
    }
    fill(mine, one, sameParty);
    fill(theirs, other, sameParty);
    double needed = standing ? tuning.hold() : tuning.raise();
    mine.declare(one.declared(), true);
    theirs.declare(other.declared(), true);
    Meeting meeting = new Meeting(apart);
    if (meeting.share < needed) {
      // What another party declares may add an alert, and never keeps one back.
      boolean more = mine.declare(one.declared(), false);
      if (theirs.declare(other.declared(), false) || more) {
        meeting = new Meeting(apart);
      }
    }
    return meeting.share >= needed
        ? Optional.of(new Prediction(meeting.firstStep * STEP_S, meeting.cause))
        : Optional.empty();
  }

  /** What the ways of two aircraft lead to. */
  private final class Meeting {
    private final double[] apart;
    private final double[] chance = new double[steps];
    private double share;
    private double heaviest;
    private int firstStep = steps - 1;
    private Cause cause = Cause.STRAIGHT;

    Meeting(double[] apart) {
      this.apart = apart;
      for (int plan = 0; plan < mine.plans; plan++) {
        for (int theirPlan = 0; theirPlan < theirs.plans; theirPlan++) {
          plans(plan, theirPlan);
        }
      }
    }

    private void plans(int plan, int theirPlan) {
      double most = 0;
      for (int step = 0; step < steps; step++) {
        double east = apart[0] + mine.eastM[plan][step] - theirs.eastM[theirPlan][step];
        double north = apart[1] + mine.northM[plan][step] - theirs.northM[theirPlan][step];
        double spread = tuning.spreadM() + tuning.spreadMps() * step * STEP_S;
        chance[step] = below((Math.hypot(east, north) - horizontalM) / spread);
        most = Math.max(most, chance[step]);
      }
      double weight = mine.planWeight[plan] * theirs.planWeight[theirPlan];
      if (most * weight < 0.001) {
        return;
      }
      for (int band = mine.firstBand(plan); band < mine.endBand(plan); band++) {
        for (int theirBand = theirs.firstBand(theirPlan);
            theirBand < theirs.endBand(theirPlan);
            theirBand++) {
          bands(
              weight * mine.bandWeight[band] * theirs.bandWeight[theirBand],
              mine.heightFt[band],
              theirs.heightFt[theirBand],
              mine.isIntent(plan, band) || theirs.isIntent(theirPlan, theirBand)
                  ? Cause.INTENT
                  : causeOf(
                      plan + theirPlan > 0, band < mine.bands - 1 || theirBand < theirs.bands - 1));
        }
      }
    }

    private void bands(double weight, double[] heights, double[] theirHeights, Cause why) {
      double most = 0;
      int first = steps - 1;
      for (int step = steps - 1; step >= 0; step--) {
        double feet = Math.abs(heights[step] - theirHeights[step]) - verticalFt;
        double both = chance[step] * below(feet / tuning.spreadFt());
        most = Math.max(most, both);
        if (both >= 0.5) {
          first = step;
        }
      }
      share += weight * most;
      if (weight * most > heaviest) {
        heaviest = weight * most;
        firstStep = first;
        cause = why;
      }
    }
  }

  private static Cause causeOf(boolean turns, boolean levels) {
    if (turns) {
      return Cause.TURN;
    }
    return levels ? Cause.LEVEL_OFF : Cause.STRAIGHT;
  }

  /** The chance of a normal deviate to be below 0 whose mean is so many deviations above. */
  private static double below(double deviations) {
    return 1 / (1 + Math.exp(LOGISTIC * deviations));
  }

  private void fill(Ways ways, Snapshot from, boolean sameParty) {
    boolean turning =
        Math.abs(Math.toDegrees(from.turnRadiansPerS())) >= tuning.turningDegreesPerS();
    ways.declared = false;
    ways.plans = turning ? 3 : 1;
    ways.planWeight[0] = turning ? tuning.stopWeight() : 1;
    ways.planWeight[1] = tuning.shortWeight();
    ways.planWeight[2] = 1 - tuning.stopWeight() - tuning.shortWeight();
    for (int plan = 0; plan < ways.plans; plan++) {
      double turnS = plan == 0 ? 0 : plan == 1 ? tuning.shortTurnS() : tuning.longTurnS();
      plan(ways.eastM[plan], ways.northM[plan], from, turnS);
    }
    double rate = from.steadyClimbFps();
    ways.bands = 0;
    double left = 1;
    double goesOn = 0;
    double clearedInS = (from.clearedFt() - from.heightFt()) / from.intendedClimbFps();
    ways.intent = from.isToLeave() || (from.isOnTheWay() && clearedInS < STEP_S * (steps - 1));
    if (ways.intent) {
      double share = rate == 0 ? LEAVES_NOW : KEEPS_CLEARANCE;
      band(ways, from, from.intendedClimbFps(), from.clearedFt(), share);
      left = 1 - share;
    } else if (from.isOnTheWay()) {
      goesOn = KEEPS_CLEARANCE;
      left = 1 - goesOn;
    }
    if (rate != 0) {
      double odds =
          tuning.levelOdds()
              + (sameParty ? tuning.partyOdds() : 0)
              + Math.signum(rate) * tuning.climbOdds()
              - tuning.rateOdds() * (Math.abs(rate) * 60 - 1_000) / 1_000;
      for (int later = 0; later < LEVELS; later++) {
        double level = level(from.heightFt(), rate, later);
        if ((level - from.heightFt()) / rate > STEP_S * (steps - 1)) {
          break;
        }
        double share = 1 / (1 + Math.exp(-odds + (later > 0 ? tuning.laterOdds() : 0)));
        band(ways, from, rate, level, left * share);
        left *= 1 - share;
      }
    }
    band(ways, from, rate, rate > 0 ? Double.MAX_VALUE : -Double.MAX_VALUE, left + goesOn);
  }

  /** The level that lies so many after the next on the way. */
  private double level(double heightFt, double rate, int later) {
    double passed = tuning.passedFt() / LEVEL_FT;
    double next =
        rate > 0
            ? Math.floor(heightFt / LEVEL_FT + passed) + 1
            : Math.ceil(heightFt / LEVEL_FT - passed) - 1;
    return LEVEL_FT * (next + Math.signum(rate) * later);
  }

  private static void plan(double[] east, double[] north, Snapshot from, double turnS) {
    double track = from.trackRadians();
    double x = 0;
    double y = 0;
    for (int step = 0; step < east.length; step++) {
      east[step] = x;
      north[step] = y;
      track += step * STEP_S < turnS ? from.turnRadiansPerS() * STEP_S : 0;
      x += from.speedMps() * Math.sin(track) * STEP_S;
      y += from.speedMps() * Math.cos(track) * STEP_S;
    }
  }

  private static void band(Ways ways, Snapshot from, double rate, double level, double weight) {
    double[] heights = ways.heightFt[ways.bands];
    for (int step = 0; step < heights.length; step++) {
      double height = from.heightFt() + rate * step * STEP_S;
      heights[step] =
          rate > 0 ? Math.min(height, level) : rate < 0 ? Math.max(height, level) : height;
    }
    ways.bandWeight[ways.bands++] = weight;
  }
}
