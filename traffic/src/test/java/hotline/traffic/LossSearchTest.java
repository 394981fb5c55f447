package hotline.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hotline.testkit.Chance;
import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;

/** The search against hand-made encounters and against sampling with another geodesic program. */
class LossSearchTest {
  private static final Minima FIVE_NM = new Minima(9_260_000, 1_000);
  private static final long SECOND_US = 1_000_000;

  /**
   * How far the closed form and the geodesic of evenly moved aircraft may differ; see the class.
   */
  private static final double BOUND_MM = 1_000;

  @Test
  void aCrossingBetweenTheInstantsIsSeenOnlyContinuously() {
    // Head-on at 0.3° a minute each, passing at 30 s: 0.3° at the equator is 33 km.
    RecordedTrack east = track(at(0, 0, 0, 30_000), at(60, 0, 300_000_000, 30_000));
    RecordedTrack west = track(at(0, 0, 300_000_000, 30_500), at(60, 0, 0, 30_500));
    assertThat(LossSearch.atInstants(List.of(east), List.of(west), FIVE_NM)).isEmpty();
    List<Loss> losses = LossSearch.continuous(List.of(east), List.of(west), FIVE_NM);
    assertThat(losses).hasSize(1);
    Loss loss = losses.getFirst();
    // 9,260 m at 2 × 33,396 m in 60 s on each side of 30 s.
    assertThat(loss.fromUs()).isCloseTo(21_681_000L, within(2_000L));
    assertThat(loss.untilUs()).isCloseTo(38_319_000L, within(2_000L));
    assertThat(loss.closestUs()).isCloseTo(30 * SECOND_US, within(1_000L));
    assertThat(loss.horizontalMm()).isLessThan(1_000);
    assertThat(loss.verticalFt()).isEqualTo(500);
  }

  @Test
  void exactlyAtTheMinimumIsSeparation() {
    RecordedTrack low = track(at(0, 0, 0, 30_000), at(10, 0, 1_000_000, 30_000));
    RecordedTrack high = track(at(0, 0, 0, 31_000), at(10, 0, 1_000_000, 31_000));
    RecordedTrack lower = track(at(0, 0, 0, 30_999), at(10, 0, 1_000_000, 30_999));
    assertThat(LossSearch.continuous(List.of(low), List.of(high), FIVE_NM)).isEmpty();
    assertThat(LossSearch.atInstants(List.of(low), List.of(high), FIVE_NM)).isEmpty();
    assertThat(LossSearch.continuous(List.of(low), List.of(lower), FIVE_NM)).hasSize(1);
    assertThat(LossSearch.atInstants(List.of(low), List.of(lower), FIVE_NM)).hasSize(1);
  }

  @Test
  void nearInPlaceAndNearInHeightAtDifferentTimesIsNoLoss() {
    // Together at the start 5,000 ft apart; level at the end 66 km apart.
    RecordedTrack one = track(at(0, 0, 0, 30_000), at(60, 0, -300_000_000, 30_000));
    RecordedTrack other = track(at(0, 0, 0, 35_000), at(60, 0, 300_000_000, 30_000));
    assertThat(LossSearch.continuous(List.of(one), List.of(other), FIVE_NM)).isEmpty();
  }

  @Test
  void oneCommonInstantIsEnough() {
    RecordedTrack until = track(at(0, 0, 0, 30_000), at(10, 0, 20_000_000, 30_000));
    RecordedTrack from = track(at(10, 0, 20_000_000, 30_000), at(20, 0, 40_000_000, 30_000));
    RecordedTrack after = track(at(11, 0, 20_000_000, 30_000), at(20, 0, 40_000_000, 30_000));
    Loss loss = LossSearch.continuous(List.of(until), List.of(from), FIVE_NM).getFirst();
    assertThat(loss.fromUs()).isEqualTo(10 * SECOND_US);
    assertThat(loss.untilUs()).isEqualTo(10 * SECOND_US);
    assertThat(LossSearch.atInstants(List.of(until), List.of(from), FIVE_NM)).containsExactly(loss);
    assertThat(LossSearch.continuous(List.of(until), List.of(after), FIVE_NM)).isEmpty();
  }

  @Test
  void indexesNameThePairAndEveryPairIsLookedAt() {
    RecordedTrack here = track(at(0, 0, 0, 30_000), at(10, 0, 1_000_000, 30_000));
    RecordedTrack far =
        track(at(0, 50_000_000_000L, 0, 30_000), at(10, 50_000_000_000L, 0, 30_000));
    assertThat(
            LossSearch.continuous(List.of(far, here, far), List.of(here, far), FIVE_NM).stream()
                .map(loss -> loss.first() + "-" + loss.second()))
        .containsExactly("0-1", "1-0", "2-1");
  }

  /** Samples four times a second with GeographicLib; the two may differ only within the bound. */
  @Test
  void theClosedFormAgreesWithSampling() {
    int[] seen = new int[2];
    Chance.seeds()
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          RecordedTrack one = randomTrack(chance, 0);
          RecordedTrack other = randomTrack(chance, chance.between(0, 9) * SECOND_US);
          List<Loss> losses = LossSearch.continuous(List.of(one), List.of(other), FIVE_NM);
          seen[losses.size()]++;
          sample(one, other, losses);
        });
    if (Long.getLong("seed") == null) {
      assertThat(seen[0]).isGreaterThan(20);
      assertThat(seen[1]).isGreaterThan(20);
    }
  }

  private static void sample(RecordedTrack one, RecordedTrack other, List<Loss> losses) {
    long fromUs = Math.max(one.startUs(), other.startUs());
    long endUs = Math.min(one.endUs(), other.endUs());
    double closestMm = Double.POSITIVE_INFINITY;
    for (long timeUs = fromUs; timeUs <= endUs; timeUs += 250_000) {
      TrackPoint a = one.at(timeUs).orElseThrow();
      TrackPoint b = other.at(timeUs).orElseThrow();
      double mm = 1000 * metres(a, b);
      int feet = Math.abs(a.heightFt() - b.heightFt());
      boolean clearlyInside = mm < FIVE_NM.horizontalMm() - BOUND_MM && feet < 999;
      boolean clearlyOutside = mm > FIVE_NM.horizontalMm() + BOUND_MM || feet > 1_001;
      long at = timeUs;
      boolean within =
          losses.stream().anyMatch(loss -> loss.fromUs() <= at && at <= loss.untilUs());
      if (clearlyInside) {
        assertThat(within).as("inside at %d: %s mm, %d ft", timeUs, mm, feet).isTrue();
      }
      if (!clearlyOutside && within) {
        closestMm = Math.min(closestMm, mm);
      }
    }
    if (!losses.isEmpty() && closestMm < Double.POSITIVE_INFINITY) {
      // Four samples a second at no more than 600 m/s of closing: within 75 m of the least.
      double least = closestMm;
      assertThat((double) losses.getFirst().horizontalMm())
          .isBetween(least - 75_000 - BOUND_MM, least + BOUND_MM);
    }
  }

  private static double metres(TrackPoint a, TrackPoint b) {
    return Geodesic.WGS84.Inverse(
            a.latNanodegrees() * 1e-9,
            a.lngNanodegrees() * 1e-9,
            b.latNanodegrees() * 1e-9,
            b.lngNanodegrees() * 1e-9)
        .s12;
  }

  /** Two minutes within some 20 km of 47 N 8 E, at up to 280 m/s, climbing or not. */
  private static RecordedTrack randomTrack(Chance chance, long startUs) {
    long lat = 47_000_000_000L + chance.between(-150_000_000, 150_000_000);
    long lng = 8_000_000_000L + chance.between(-200_000_000, 200_000_000);
    long height = 33_000 + chance.between(-800, 800);
    List<TrackPoint> points = new ArrayList<>();
    long latStep = chance.between(-17_000_000, 17_000_000);
    long lngStep = chance.between(-25_000_000, 25_000_000);
    long heightStep = chance.between(-1, 1) * chance.between(0, 200);
    for (int i = 0; i <= 12; i++) {
      points.add(
          new TrackPoint(
              startUs + i * 10L * SECOND_US,
              lat + i * latStep + chance.between(-500_000, 500_000),
              lng + i * lngStep + chance.between(-500_000, 500_000),
              (int) (height + i * heightStep)));
    }
    return new RecordedTrack("aaaaaa", "", points);
  }

  private static RecordedTrack track(TrackPoint... points) {
    return new RecordedTrack("aaaaaa", "", List.of(points));
  }

  private static TrackPoint at(long timeS, long lat, long lng, int heightFt) {
    return new TrackPoint(timeS * SECOND_US, lat, lng, heightFt);
  }
}
