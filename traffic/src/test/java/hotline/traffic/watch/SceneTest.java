package hotline.traffic.watch;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.testkit.Chance;
import hotline.traffic.Minima;
import hotline.traffic.watch.Advice.Effect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What could be asked for, against an oracle that flies every aircraft in small steps. */
class SceneTest {
  private static final Minima MINIMA = new Minima(9_260_000, 800);
  private static final int AHEAD_S = 120;
  private static final int PER_LEG = 50;

  private static Snapshot at(double lat, double lng, double feet, double degrees, double fps) {
    return new Snapshot(lat, lng, feet, 240, Math.toRadians(degrees), fps, fps, 0, Double.NaN);
  }

  private static Scene scene(List<Snapshot> all) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      ids.add("a" + i);
    }
    return new Scene(0, ids, all, MINIMA, AHEAD_S);
  }

  private static Advice of(List<Advice> all, String aircraft, Manoeuvre asked) {
    return all.stream()
        .filter(each -> each.aircraft().equals(aircraft) && each.manoeuvre() == asked)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void twoHeadOnAreSolvedByHeightAndNotByDoingNothing() {
    Scene scene = scene(List.of(at(46, 7, 31_000, 0, 0), at(46.35, 7, 31_000, 180, 0)));
    List<Advice> all = scene.advice("a0", "a1");
    assertThat(of(all, "a0", Manoeuvre.MAINTAIN).effect()).isEqualTo(Effect.NONE);
    Advice climb = of(all, "a0", Manoeuvre.CLIMB);
    assertThat(climb.effect()).isEqualTo(Effect.SOLVES);
    assertThat(climb.levelFt()).isEqualTo(32_000);
    assertThat(climb.meets()).isEmpty();
    assertThat(climb.way().getLast().heightFt()).isEqualTo(32_000);
    assertThat(of(all, "a1", Manoeuvre.DESCEND).levelFt()).isEqualTo(30_000);
    assertThat(of(all, "a0", Manoeuvre.TURN_LEFT).trackDegrees()).isEqualTo(330);
    assertThat(all).noneMatch(each -> each.manoeuvre() == Manoeuvre.STOP_CLIMB_OR_DESCENT);
    assertThat(all.getFirst().effect()).isEqualTo(Effect.SOLVES);
    Approach approach = scene.approach("a0", "a1").orElseThrow();
    assertThat(approach.horizontalMm()).isZero();
    assertThat(approach.atUs()).isBetween(80_000_000L, 82_000_000L);
    assertThat(scene.advice("a0", "a9")).isEmpty();
    assertThat(scene.approach("a9", "a0")).isEmpty();
  }

  /** A turn that solves one conflict by making another is not sold as good advice. */
  @Test
  void theOneWhomAnAdvisedClimbWouldMeetIsNamed() {
    Scene scene =
        scene(
            List.of(
                at(46, 7, 31_000, 0, 0), at(46.35, 7, 31_000, 180, 0), at(46.05, 7, 32_000, 0, 0)));
    List<Advice> all = scene.advice("a0", "a1");
    assertThat(of(all, "a0", Manoeuvre.CLIMB).effect()).isEqualTo(Effect.SOLVES);
    assertThat(of(all, "a0", Manoeuvre.CLIMB).meets()).containsExactly("a2");
    assertThat(of(all, "a0", Manoeuvre.DESCEND).meets()).isEmpty();
    assertThat(all.getFirst().meets()).isEmpty();
  }

  @Test
  void oneThatClimbsIntoTheOtherCanStop() {
    Scene scene = scene(List.of(at(46, 7, 29_000, 0, 25), at(46.35, 7, 31_000, 180, 0)));
    Advice stop = of(scene.advice("a0", "a1"), "a0", Manoeuvre.STOP_CLIMB_OR_DESCENT);
    assertThat(stop.levelFt()).isEqualTo(29_500);
    assertThat(stop.effect()).isEqualTo(Effect.SOLVES);
  }

  @Test
  void noSideEffectIsMissedAndNoneInvented() {
    Map<String, Integer> seen = new HashMap<>();
    for (long seed : Chance.seeds().limit(40).toArray()) {
      Chance chance = Chance.of(seed);
      List<Snapshot> all = crowd(chance);
      for (Advice advice : scene(all).advice("a0", "a1")) {
        int self = advice.aircraft().equals("a0") ? 0 : 1;
        double[][] way = asked(all.get(self), advice.manoeuvre());
        for (int i = 0; i < all.size(); i++) {
          if (i == self) {
            continue;
          }
          boolean told =
              i < 2 ? advice.effect() != Effect.SOLVES : advice.meets().contains("a" + i);
          boolean full = i >= 2 && !told && advice.meets().size() == Scene.MEETS_MAX;
          String what = "seed " + seed + " " + advice.manoeuvre() + " a" + self + " a" + i;
          if (!full) {
            assertThat(told || !lost(way, all.get(self), all.get(i), -2, -2)).as(what).isTrue();
          }
          assertThat(!told || lost(way, all.get(self), all.get(i), 15, 3)).as(what).isTrue();
          seen.merge(i < 2 ? "pair " + told : "third " + told, 1, Integer::sum);
        }
      }
    }
    assertThat(seen).containsKeys("pair true", "pair false", "third true", "third false");
  }

  private static List<Snapshot> crowd(Chance chance) {
    List<Snapshot> all = new ArrayList<>();
    for (long i = chance.between(2, 14); i > 0; i--) {
      double fps = chance.oneIn(2) ? 0 : (double) chance.between(-60, 60);
      all.add(
          new Snapshot(
              46 + chance.between(-300, 300) / 1000.0,
              7 + chance.between(-400, 400) / 1000.0,
              chance.between(2_000, 40_000) / 10.0 + 30_000,
              (double) chance.between(60, 300),
              Math.toRadians((double) chance.between(0, 359)),
              fps,
              fps,
              chance.oneIn(3) ? Math.toRadians(chance.between(-30, 30) / 10.0) : 0,
              chance.oneIn(2) ? Double.NaN : chance.between(280, 360) * 100.0));
    }
    return all;
  }

  /** Whether samples of the ways come inside the minima, made wider by so much. */
  private static boolean lost(
      double[][] way, Snapshot self, Snapshot other, double metres, double feet) {
    double[] there = other.from(self);
    for (double turnS : new double[] {0, 30}) {
      for (String height : List.of("rate", "next", "cleared")) {
        double[][] free = free(other, there, turnS, height);
        for (int leg = 0; leg + 1 < way.length; leg++) {
          for (int part = 0; part <= PER_LEG; part++) {
            double share = part / (double) PER_LEG;
            double east = at(way, leg, 0, share) - at(free, leg, 0, share);
            double north = at(way, leg, 1, share) - at(free, leg, 1, share);
            double up = at(way, leg, 2, share) - at(free, leg, 2, share);
            if (Math.hypot(east, north) < MINIMA.horizontalMm() / 1000.0 + metres
                && Math.abs(up) < MINIMA.verticalFt() + feet) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  private static double at(double[][] way, int leg, int axis, double share) {
    return way[leg][axis] + share * (way[leg + 1][axis] - way[leg][axis]);
  }

  /** Another's way, place by place. */
  private static double[][] free(Snapshot from, double[] there, double turnS, String going) {
    double[][] way = new double[AHEAD_S / 5 + 1][];
    way[0] = new double[] {there[0], there[1], from.heightFt()};
    boolean turning = Math.abs(Math.toDegrees(from.turnRadiansPerS())) >= 0.15;
    double track = from.trackRadians();
    double rate = from.steadyClimbFps();
    double next = from.heightFt();
    for (double level = -10_000; rate != 0 && level < 60_000; level += 1_000) {
      if (rate > 0 ? level > from.heightFt() : level < from.heightFt()) {
        next = level;
        if (rate > 0) {
          break;
        }
      }
    }
    double cleared = from.clearedFt();
    boolean away = Math.abs(cleared - from.heightFt()) > 200;
    boolean ahead = rate == 0 || (rate > 0) == (cleared > from.heightFt());
    boolean intends = going.equals("cleared") && away && ahead;
    for (int i = 1; i < way.length; i++) {
      track += turning && (i - 1) * 5 < turnS ? from.turnRadiansPerS() * 5 : 0;
      double height = from.heightFt() + rate * 5 * i;
      if (intends) {
        double most = 5 * i * (rate == 0 ? 25 : Math.abs(rate));
        height = from.heightFt() + Math.clamp(cleared - from.heightFt(), -most, most);
      } else if (going.equals("next") && rate != 0) {
        height = rate > 0 ? Math.min(next, height) : Math.max(next, height);
      }
      way[i] =
          new double[] {
            way[i - 1][0] + from.speedMps() * Math.sin(track) * 5,
            way[i - 1][1] + from.speedMps() * Math.cos(track) * 5,
            height
          };
    }
    return way;
  }

  /** The way of the one that is asked, place by place. */
  private static double[][] asked(Snapshot from, Manoeuvre asked) {
    double[][] way = new double[AHEAD_S / 5 + 1][];
    way[0] = new double[] {0, 0, from.heightFt()};
    double degrees = Math.toDegrees(from.trackRadians());
    double level = Double.NaN;
    for (int i = 1; i < way.length; i++) {
      double height = way[i - 1][2];
      double rate = from.steadyClimbFps();
      if (i <= 4) {
        degrees += Math.toDegrees(from.turnRadiansPerS()) * 5;
        height += rate * 5;
      } else {
        if (Double.isNaN(level)) {
          level = height;
          switch (asked) {
            case CLIMB -> {
              while (level % 1_000 != 0 || level < height + 900) {
                level = level % 1_000 == 0 ? level + 1_000 : Math.ceil(level / 1_000) * 1_000;
              }
            }
            case DESCEND -> {
              while (level % 1_000 != 0 || level > height - 900) {
                level = level % 1_000 == 0 ? level - 1_000 : Math.floor(level / 1_000) * 1_000;
              }
            }
            case STOP_CLIMB_OR_DESCENT ->
                level = rate > 0 ? Math.ceil(level / 100) * 100 : Math.floor(level / 100) * 100;
            case TURN_LEFT, TURN_RIGHT, MAINTAIN -> {}
          }
        }
        degrees +=
            i > 8
                ? 0
                : asked == Manoeuvre.TURN_LEFT ? -7.5 : asked == Manoeuvre.TURN_RIGHT ? 7.5 : 0;
        double most = 5 * Math.max(25, Math.abs(rate));
        height =
            switch (asked) {
              case TURN_LEFT, TURN_RIGHT, MAINTAIN -> height + rate * 5;
              case CLIMB, DESCEND, STOP_CLIMB_OR_DESCENT ->
                  height + Math.clamp(level - height, -most, most);
            };
      }
      way[i] =
          new double[] {
            way[i - 1][0] + from.speedMps() * Math.sin(Math.toRadians(degrees)) * 5,
            way[i - 1][1] + from.speedMps() * Math.cos(Math.toRadians(degrees)) * 5,
            height
          };
    }
    return way;
  }
}
