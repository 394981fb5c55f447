package hotline.traffic.watch;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.testkit.Chance;
import hotline.traffic.Minima;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** No pair is passed over that the predictor would tell of. */
class CandidatesTest {
  private static final Minima MINIMA = new Minima(9_260_000, 800);

  @Test
  void everyPairThatIsPredictedIsLookedAt() {
    long predicted = 0;
    for (long seed : Chance.seeds().limit(60).toArray()) {
      Chance chance = Chance.of(seed);
      List<Snapshot> scene = scene(chance);
      int lookAheadS = (int) chance.between(10, 300);
      Set<List<Integer>> looked = new HashSet<>();
      Candidates.Pairs pairs = new Candidates(MINIMA, lookAheadS).of(scene);
      assertThat(pairs.isWhole()).isTrue();
      for (int[] pair : pairs.all()) {
        assertThat(looked.add(List.of(pair[0], pair[1]))).as("seed %d: once", seed).isTrue();
      }
      Predictor predictor = Predictor.of(Predictor.Kind.WAYS, MINIMA, lookAheadS);
      for (int i = 0; i < scene.size(); i++) {
        for (int j = i + 1; j < scene.size(); j++) {
          boolean same = chance.oneIn(2);
          if (predictor.predict(scene.get(i), scene.get(j), same, true).isPresent()) {
            assertThat(looked)
                .as("seed %d: %s %s", seed, scene.get(i), scene.get(j))
                .contains(List.of(i, j));
            predicted++;
          }
        }
      }
    }
    assertThat(predicted).isPositive();
  }

  private static List<Snapshot> scene(Chance chance) {
    double lat = chance.between(-75, 75);
    double lng = chance.between(-180, 180);
    double spread = chance.between(1, 40) / 10.0;
    List<Snapshot> all = new ArrayList<>();
    for (long i = chance.between(2, 120); i > 0; i--) {
      double rate = chance.oneIn(2) ? 0 : (double) chance.between(-100, 100);
      Snapshot each =
          new Snapshot(
              lat + spread * (chance.fraction() - 0.5),
              lng + spread * (chance.fraction() - 0.5) / Math.cos(Math.toRadians(lat)),
              chance.between(0, 450) * 100.0,
              (double) chance.between(0, 320),
              Math.toRadians((double) chance.between(0, 359)),
              rate,
              rate,
              chance.oneIn(4) ? Math.toRadians(chance.between(-30, 30) / 10.0) : 0,
              chance.oneIn(2) ? Double.NaN : chance.between(0, 450) * 100.0);
      all.add(chance.oneIn(3) ? each.declared(declared(each, chance)) : each);
    }
    return all;
  }

  /** Any way at all that its speed lets it fly, from here on. */
  private static @Nullable Declared declared(Snapshot now, Chance chance) {
    List<DeclaredWay.Point> points = new ArrayList<>();
    Snapshot at = now;
    for (int i = 0; i < 4; i++) {
      points.add(
          new DeclaredWay.Point(
              30_000_000L * i,
              Candidates.place(at.latDegrees(), at.lngDegrees()),
              (int) at.heightFt()));
      double turned = at.trackRadians() + chance.between(-100, 100) / 100.0;
      double feet = Math.clamp(at.heightFt() + chance.between(-3_000, 3_000), -1_000, 59_000);
      Snapshot leg =
          new Snapshot(
              at.latDegrees(), at.lngDegrees(), feet, now.speedMps(), turned, 0, 0, 0, Double.NaN);
      at = leg.moved((double) chance.between(20, 36));
    }
    return new DeclaredWay(points, chance.oneIn(2)).from(now, 0);
  }

  @Test
  void inventedAircraftCannotMakeItLookForEver() {
    List<Snapshot> swarm = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      swarm.add(new Snapshot(46, 7, 30_000, 200, 0, 0, 0, i % 2 == 0 ? 1 : 0, Double.NaN));
    }
    Candidates.Pairs pairs = new Candidates(MINIMA, 120).of(swarm);
    assertThat(pairs.isWhole()).isFalse();
    assertThat(pairs.all()).hasSizeLessThanOrEqualTo(100_000);
  }
}
