package hotline.traffic.watch;

import java.util.ArrayList;
import java.util.List;

/**
 * The ways that aircraft may go, in the plane round one of them: a way is the chain of straight
 * legs between its places every {@link #STEP_S} seconds, so what two ways come to is found leg by
 * leg in closed form.
 */
final class Ways {
  /** Length of a leg, seconds. */
  static final int STEP_S = 5;

  /**
   * So long passes before an aircraft does what is asked for: an officer asks by message or voice,
   * and the other side's relay asks the pilot. It is an assumption; a relay of two hops takes
   * longer.
   */
  static final int REACTION_S = 20;

  static final double ASKED_TURN_DEGREES = 30;

  /** An airliner in level flight banks for some 1.5° a second. */
  static final double ASKED_TURN_DEGREES_PER_S = 1.5;

  static final double ASKED_CLIMB_FPS = 1_500 / 60.0;
  static final double LEVEL_FT = 1_000;

  /** An aircraft within so much of a level is on it. */
  static final double ON_LEVEL_FT = 100;

  /** One that turns may go on turning for so long. */
  private static final double TURNS_ON_S = Tuning.STANDARD.longTurnS();

  private final int steps;

  /** Ways of so many seconds, rounded up to whole legs. */
  Ways(int lookAheadS) {
    steps = Math.ceilDiv(lookAheadS, STEP_S);
  }

  /**
   * A way.
   *
   * @param eastM from the middle of the plane, at the ends of the legs
   * @param northM likewise
   * @param heightFt likewise
   * @param trackRadians at the end
   */
  @SuppressWarnings("ArrayRecordComponent") // made once, never compared
  record Way(double[] eastM, double[] northM, double[] heightFt, double trackRadians) {
    int legs() {
      return eastM.length - 1;
    }
  }

  /**
   * How it goes on, without being asked: straight or turning on, at its rate, levelling off, to the
   * level that it is cleared for, or as it was declared to, for as long as that is looked ahead.
   */
  List<Way> of(Snapshot from, double eastM, double northM) {
    List<Way> all = new ArrayList<>();
    double turn = from.turnRadiansPerS();
    boolean turns = Math.abs(Math.toDegrees(turn)) >= Tuning.STANDARD.turningDegreesPerS();
    double rate = from.steadyClimbFps();
    for (double turnS = 0; turnS <= (turns ? TURNS_ON_S : 0); turnS += TURNS_ON_S) {
      double untilS = turnS;
      Turning turning = startS -> startS < untilS ? turn : 0;
      all.add(way(from, eastM, northM, turning, atS -> from.heightFt() + rate * atS));
      if (rate != 0) {
        double level = nextLevel(from.heightFt(), rate);
        all.add(
            way(
                from,
                eastM,
                northM,
                turning,
                atS -> toward(from.heightFt(), level, Math.abs(rate) * atS)));
      }
      if (from.isToLeave() || from.isOnTheWay()) {
        double fps = Math.abs(from.intendedClimbFps());
        all.add(
            way(
                from,
                eastM,
                northM,
                turning,
                atS -> toward(from.heightFt(), from.clearedFt(), fps * atS)));
      }
    }
    if (from.declared() != null) {
      all.add(declared(from, from.declared(), eastM, northM));
    }
    return all;
  }

  /** By what was declared, and straight and level on from where that ends. */
  private Way declared(Snapshot from, Declared by, double eastM, double northM) {
    double[] east = new double[steps + 1];
    double[] north = new double[steps + 1];
    double[] height = new double[steps + 1];
    int last = DeclaredWay.STEPS - 1;
    for (int step = 0; step <= steps; step++) {
      int known = Math.min(step, last);
      int beyond = step - known;
      east[step] = eastM + by.eastM()[known] + beyond * (by.eastM()[last] - by.eastM()[last - 1]);
      north[step] =
          northM + by.northM()[known] + beyond * (by.northM()[last] - by.northM()[last - 1]);
      height[step] = by.heightFt()[known];
    }
    return new Way(east, north, height, from.trackRadians());
  }

  /** How it goes if it is asked for this: as it does until it reacts, then so. */
  Way of(Snapshot from, double eastM, double northM, Manoeuvre asked) {
    double rate = from.steadyClimbFps();
    double then = from.heightFt() + rate * REACTION_S;
    double asks = Math.toRadians(ASKED_TURN_DEGREES_PER_S);
    double turnsS = ASKED_TURN_DEGREES / ASKED_TURN_DEGREES_PER_S;
    Turning turning =
        startS -> {
          if (startS < REACTION_S) {
            return from.turnRadiansPerS();
          }
          boolean asked30 = startS < REACTION_S + turnsS;
          return switch (asked) {
            case TURN_LEFT -> asked30 ? -asks : 0;
            case TURN_RIGHT -> asked30 ? asks : 0;
            case CLIMB, DESCEND, STOP_CLIMB_OR_DESCENT, MAINTAIN -> 0;
          };
        };
    double level = level(from, asked);
    double fps = Math.max(ASKED_CLIMB_FPS, Math.abs(rate));
    Climbing climbing =
        atS -> {
          if (atS <= REACTION_S) {
            return from.heightFt() + rate * atS;
          }
          return switch (asked) {
            case TURN_LEFT, TURN_RIGHT, MAINTAIN -> from.heightFt() + rate * atS;
            case CLIMB, DESCEND, STOP_CLIMB_OR_DESCENT ->
                toward(then, level, fps * (atS - REACTION_S));
          };
        };
    return way(from, eastM, northM, turning, climbing);
  }

  /** The level that is asked for; of what asks for none, the height at the end. */
  double level(Snapshot from, Manoeuvre asked) {
    double rate = from.steadyClimbFps();
    double then = from.heightFt() + rate * REACTION_S;
    return switch (asked) {
      case CLIMB -> LEVEL_FT * Math.ceil((then + LEVEL_FT - ON_LEVEL_FT) / LEVEL_FT);
      case DESCEND -> LEVEL_FT * Math.floor((then - LEVEL_FT + ON_LEVEL_FT) / LEVEL_FT);
      case STOP_CLIMB_OR_DESCENT ->
          100 * (rate > 0 ? Math.ceil(then / 100) : Math.floor(then / 100));
      case TURN_LEFT, TURN_RIGHT, MAINTAIN -> from.heightFt() + rate * steps * STEP_S;
    };
  }

  /** The next thousand of feet on the way; one that is nearly reached is the next. */
  private static double nextLevel(double heightFt, double rate) {
    return LEVEL_FT
        * (rate > 0 ? Math.floor(heightFt / LEVEL_FT) + 1 : Math.ceil(heightFt / LEVEL_FT) - 1);
  }

  private static double toward(double from, double level, double wayFt) {
    return level > from ? Math.min(level, from + wayFt) : Math.max(level, from - wayFt);
  }

  private interface Turning {
    double radiansPerS(double startS);
  }

  private interface Climbing {
    double heightFt(double atS);
  }

  private Way way(Snapshot from, double eastM, double northM, Turning turning, Climbing climbing) {
    double[] east = new double[steps + 1];
    double[] north = new double[steps + 1];
    double[] height = new double[steps + 1];
    double track = from.trackRadians();
    east[0] = eastM;
    north[0] = northM;
    height[0] = climbing.heightFt(0);
    for (int step = 1; step <= steps; step++) {
      track += turning.radiansPerS((step - 1) * (double) STEP_S) * STEP_S;
      east[step] = east[step - 1] + from.speedMps() * Math.sin(track) * STEP_S;
      north[step] = north[step - 1] + from.speedMps() * Math.cos(track) * STEP_S;
      height[step] = climbing.heightFt(step * (double) STEP_S);
    }
    return new Way(east, north, height, track);
  }
}
