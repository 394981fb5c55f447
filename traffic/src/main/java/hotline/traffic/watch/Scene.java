package hotline.traffic.watch;

import hotline.traffic.Minima;
import hotline.traffic.report.Ellipsoid;
import hotline.traffic.separation.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All aircraft as one update of the watch knew them: what a situation will come to, and what could
 * be asked for, each manoeuvre tried against every other aircraft.
 *
 * <p>A manoeuvre begins {@link Ways#REACTION_S} after the update. The others are taken to go
 * straight on or to turn on for 30 s if they turn, at their rate or levelling off at the next
 * thousand of feet: whatever one of these ways leads to counts against the manoeuvre. Two ways are
 * inside the minima where the intervals of {@link Interval} meet, leg by leg: exact for these ways
 * in a plane round the aircraft that manoeuvres, which is off by less than 0.1 % up to 100 km.
 * Weather, terrain and what an aircraft can fly are not known here.
 *
 * <p>Nothing changes after it is made; any thread may ask.
 */
public final class Scene {
  /** More than a person would read. */
  public static final int MEETS_MAX = 8;

  /** Farther ahead no way that is only guessed is worth asking anyone for. */
  private static final int AHEAD_MAX_S = 180;

  private static final double LOWEST_FT = 1_000;

  /** A way is shorter than another if it is so by at least this. */
  private static final double SHORTER_S = 5;

  /** Of a watch that has seen nothing. */
  public static final Scene EMPTY = new Scene(0, List.of(), List.of(), new Minima(1, 1), 10);

  private final long nowUs;
  private final List<String> ids;
  private final List<Snapshot> aircraft;
  private final double horizontalM;
  private final double verticalFt;
  private final int lookAheadS;
  private final Ways ways;

  /** Made when first asked for: most updates are never asked. Guarded by this. */
  private @Nullable Map<String, Integer> numbers;

  /** Of aircraft by their track ids, in the same order. */
  Scene(long nowUs, List<String> ids, List<Snapshot> aircraft, Minima minima, int lookAheadS) {
    this.nowUs = nowUs;
    this.ids = ids;
    this.aircraft = aircraft;
    horizontalM = minima.horizontalMm() / 1000.0;
    verticalFt = minima.verticalFt();
    this.lookAheadS = Math.min(lookAheadS, AHEAD_MAX_S);
    ways = new Ways(this.lookAheadS);
  }

  private synchronized @Nullable Snapshot find(String id) {
    Map<String, Integer> all = numbers;
    if (all == null) {
      all = HashMap.newHashMap(ids.size());
      for (int i = 0; i < ids.size(); i++) {
        all.put(ids.get(i), i);
      }
      numbers = all;
    }
    Integer at = all.get(id);
    return at == null ? null : aircraft.get(at);
  }

  /** How near the two come if they go straight on; empty if one is not predicted from any more. */
  public Optional<Approach> approach(String first, String second) {
    Snapshot one = find(first);
    Snapshot other = find(second);
    if (one == null || other == null) {
      return Optional.empty();
    }
    double[] apart = one.from(other);
    double east = one.eastMps() - other.eastMps();
    double north = one.northMps() - other.northMps();
    double square = east * east + north * north;
    double atS =
        square == 0 ? 0 : Math.clamp(-(apart[0] * east + apart[1] * north) / square, 0, lookAheadS);
    double feet =
        one.heightFt() - other.heightFt() + atS * (one.steadyClimbFps() - other.steadyClimbFps());
    return Optional.of(
        new Approach(
            nowUs + Math.round(atS * 1e6),
            Math.round(1000 * Math.hypot(apart[0] + atS * east, apart[1] + atS * north)),
            (int) Math.round(Math.abs(feet))));
  }

  /**
   * What can be asked of either of two, best first: what solves and meets nobody else before what
   * only does the one or the other. Empty if one is not predicted from any more.
   */
  public List<Advice> advice(String first, String second) {
    Snapshot one = find(first);
    Snapshot other = find(second);
    if (one == null || other == null) {
      return List.of();
    }
    List<Advice> all = new ArrayList<>();
    tryAll(first, one, second, other, all);
    tryAll(second, other, first, one, all);
    all.sort(
        Comparator.comparing(Advice::effect)
            .thenComparingInt(each -> each.meets().size())
            .thenComparing(Advice::manoeuvre));
    return all;
  }

  private void tryAll(String id, Snapshot self, String otherId, Snapshot other, List<Advice> into) {
    List<Near> near = near(id, self, otherId);
    double[] there = other.from(self);
    List<Ways.Way> theirs = ways.of(other, there[0], there[1]);
    double doingNothing = lostS(ways.of(self, 0, 0, Manoeuvre.MAINTAIN), theirs);
    for (Manoeuvre asked : Manoeuvre.values()) {
      if (!isPossible(self, asked)) {
        continue;
      }
      Ways.Way way = ways.of(self, 0, 0, asked);
      double lost = lostS(way, theirs);
      List<String> meets = new ArrayList<>();
      for (Near each : near) {
        if (meets.size() < MEETS_MAX && lostS(way, each.ways()) > 0) {
          meets.add(each.id());
        }
      }
      into.add(
          new Advice(
              id,
              asked,
              degrees(way.trackRadians()),
              (int) Math.round(ways.level(self, asked)),
              lost == 0
                  ? Advice.Effect.SOLVES
                  : lost < doingNothing - SHORTER_S ? Advice.Effect.SHORTENS : Advice.Effect.NONE,
              meets,
              points(self, way)));
    }
  }

  private static int degrees(double radians) {
    return (int) Math.floorMod(Math.round(Math.toDegrees(radians)) - 1, 360L) + 1;
  }

  private boolean isPossible(Snapshot self, Manoeuvre asked) {
    return switch (asked) {
      case DESCEND -> ways.level(self, asked) >= LOWEST_FT;
      case STOP_CLIMB_OR_DESCENT -> self.steadyClimbFps() != 0;
      case CLIMB, TURN_LEFT, TURN_RIGHT, MAINTAIN -> true;
    };
  }

  /** Another aircraft that may be met, with its ways. */
  private record Near(String id, List<Ways.Way> ways) {}

  /** All that may come inside the minima, whatever both do: the rest is out of reach. */
  private List<Near> near(String id, Snapshot self, String otherId) {
    int untilS = lookAheadS + Ways.STEP_S;
    List<Near> near = new ArrayList<>();
    for (int i = 0; i < aircraft.size(); i++) {
      Snapshot each = aircraft.get(i);
      double reachM = horizontalM + self.speedMps() * untilS + each.reachM(untilS);
      // A degree of latitude is nowhere shorter: the cheap question first, there are many.
      if (Math.abs(each.latDegrees() - self.latDegrees()) * 110_500 > reachM * 1.01
          || ids.get(i).equals(id)
          || ids.get(i).equals(otherId)) {
        continue;
      }
      double[] apart = each.from(self);
      if (Math.hypot(apart[0], apart[1]) <= reachM) {
        near.add(new Near(ids.get(i), ways.of(each, apart[0], apart[1])));
      }
    }
    return near;
  }

  /** For how long, at most, separation is lost along one of the other's ways. */
  private double lostS(Ways.Way one, List<Ways.Way> others) {
    double most = 0;
    for (Ways.Way other : others) {
      double lost = 0;
      for (int leg = 0; leg < one.legs(); leg++) {
        lost += lostS(one, other, leg);
      }
      most = Math.max(most, lost);
    }
    return most;
  }

  private double lostS(Ways.Way one, Ways.Way other, int leg) {
    double east = one.eastM()[leg] - other.eastM()[leg];
    double north = one.northM()[leg] - other.northM()[leg];
    double feet = one.heightFt()[leg] - other.heightFt()[leg];
    double eastMps = (one.eastM()[leg + 1] - other.eastM()[leg + 1] - east) / Ways.STEP_S;
    double northMps = (one.northM()[leg + 1] - other.northM()[leg + 1] - north) / Ways.STEP_S;
    double fps = (one.heightFt()[leg + 1] - other.heightFt()[leg + 1] - feet) / Ways.STEP_S;
    return Interval.whereNegative(
            eastMps * eastMps + northMps * northMps,
            east * eastMps + north * northMps,
            east * east + north * north - horizontalM * horizontalM)
        .flatMap(level -> Interval.whereWithin(feet, fps, verticalFt).flatMap(level::meet))
        .flatMap(lost -> Interval.of(0, Ways.STEP_S).flatMap(lost::meet))
        .map(lost -> lost.untilS() - lost.fromS())
        .orElse(0.0);
  }

  private List<Advice.Point> points(Snapshot self, Ways.Way way) {
    List<Advice.Point> points = new ArrayList<>();
    for (int i = 0; i <= way.legs(); i++) {
      double lat =
          self.latDegrees() + way.northM()[i] / Ellipsoid.northPerDegree(self.latDegrees());
      double lng = self.lngDegrees() + way.eastM()[i] / Ellipsoid.eastPerDegree(self.latDegrees());
      points.add(
          new Advice.Point(
              nowUs + 1_000_000L * Ways.STEP_S * i,
              Candidates.place(lat, lng),
              (int) Math.round(way.heightFt()[i])));
    }
    return points;
  }
}
