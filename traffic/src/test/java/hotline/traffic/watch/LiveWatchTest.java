package hotline.traffic.watch;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.traffic.Minima;
import hotline.traffic.report.Place;
import hotline.traffic.report.TargetReport;
import hotline.traffic.track.Tracks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** The life of a situation, from reports to its end. */
class LiveWatchTest {
  private static final long START = 1_700_000_000_000_000L;
  private static final long SECOND = 1_000_000L;

  /** 240 m/s along a meridian, in 10⁻⁹ degrees a second. */
  private static final long STEP = 2_158_000L;

  private static final long LAT = 46_000_000_000L;

  private final Tracks tracks = new Tracks();
  private final LiveWatch watch = new LiveWatch(new Minima(9_260_000, 800), 120);

  private record Seen(int second, List<Situation> situations) {}

  /** Two that fly at each other from 60 km, second by second; what each update shows. */
  private List<Seen> fly(int from, int until, IntFunction<Integer> heightOfSecond) {
    List<Seen> seen = new ArrayList<>();
    for (int second = from; second < until; second++) {
      long now = START + second * SECOND;
      tracks.hear("f", report(0xa, now, LAT + second * STEP, 0, 30_000));
      tracks.hear(
          "f",
          report(0xb, now, LAT + 540_000_000L - second * STEP, 180, heightOfSecond.apply(second)));
      watch.update(now, tracks.at(now), any -> false);
      seen.add(new Seen(second, watch.situations()));
    }
    return seen;
  }

  private static TargetReport report(int aircraft, long timeUs, long lat, double track, int feet) {
    return reporting(aircraft, timeUs, lat, track, feet).build();
  }

  private static TargetReport.Builder reporting(
      int aircraft, long timeUs, long lat, double track, int feet) {
    return new TargetReport.Builder(timeUs)
        .aircraft(aircraft)
        .place(new Place(lat, 7_000_000_000L))
        .pressureFt(feet)
        .motion(240 / 0.514444, track)
        .climbFpm(0)
        .onGround(false);
  }

  @Test
  void aSituationIsPredictedThenCurrentThenPastAndOne() {
    List<Seen> seen = fly(0, 260, _ -> 30_200);
    List<Situation.State> life = new ArrayList<>();
    for (Seen each : seen) {
      assertThat(each.situations()).hasSizeLessThanOrEqualTo(1);
      each.situations()
          .forEach(now -> {
            assertThat(now.number()).isEqualTo(1);
            assertThat(List.of(now.first(), now.second())).containsExactly("00000a", "00000b");
            if (life.isEmpty() || life.getLast() != now.state()) {
              life.add(now.state());
            }
          });
    }
    assertThat(life)
        .containsExactly(Situation.State.PREDICTED, Situation.State.CURRENT, Situation.State.PAST);
    Situation end = seen.getLast().situations().getFirst();
    assertThat(end.cause()).isEqualTo(Cause.STRAIGHT);
    assertThat(end.closestMm()).isLessThan(600_000);
    assertThat(end.closestFt()).isEqualTo(200);
    // They meet in some 125 s, and are within 5 NM some 19 s before.
    long raised = (end.firstUs() - START) / SECOND;
    long lost = (end.beginsUs() - START) / SECOND;
    assertThat(lost).isBetween(100L, 112L);
    assertThat(lost - raised).isGreaterThan(60);
  }

  /** 2,000 ft apart and level; the feed says for which level one of them is cleared. */
  @Test
  void whoIsClearedThroughTheOtherIsToldOf() {
    for (int cleared : new int[] {30_000, 34_000}) {
      LiveWatch intended = new LiveWatch(new Minima(9_260_000, 800), 120);
      Tracks seen = new Tracks();
      for (int second = 0; second < 90; second++) {
        long now = START + second * SECOND;
        seen.hear("f", report(0xa, now, LAT + second * STEP, 0, 30_000));
        seen.hear(
            "f",
            reporting(0xb, now, LAT + 540_000_000L - second * STEP, 180, 32_000)
                .clearedFt(cleared)
                .build());
        intended.update(now, seen.at(now), any -> false);
      }
      assertThat(intended.situations())
          .extracting(Situation::cause)
          .isEqualTo(cleared == 30_000 ? List.of(Cause.INTENT) : List.of());
    }
  }

  @Test
  void onePartysOwnOnesAndProperlySeparatedOnesAreLeftInPeace() {
    assertThat(fly(0, 200, _ -> 31_000).getLast().situations()).isEmpty();
  }

  /** They meet at 46.27 N with 900 ft between them. */
  private boolean isToldOf(long borderNanodegrees, int south, int north) {
    LiveWatch byArea = new LiveWatch(new Minima(9_260_000, 800), 120);
    byArea.areas(
        new Minima(9_260_000, 1_000),
        (lat, _, _) -> new Minima(9_260_000, lat < borderNanodegrees ? south : north));
    Tracks seen = new Tracks();
    for (int second = 0; second < 100; second++) {
      long now = START + second * SECOND;
      seen.hear("f", report(0xa, now, LAT + second * STEP, 0, 30_000));
      seen.hear("f", report(0xb, now, LAT + 540_000_000L - second * STEP, 180, 30_900));
      byArea.update(now, seen.at(now), any -> false);
    }
    return !byArea.situations().isEmpty();
  }

  @Test
  void aPairIsJudgedByTheMinimaOfWhereItComesNearest() {
    long meeting = LAT + 270_000_000L;
    assertThat(isToldOf(meeting - 100_000_000L, 800, 1_000)).isTrue();
    assertThat(isToldOf(meeting - 100_000_000L, 1_000, 800)).isFalse();
    assertThat(isToldOf(meeting + 100_000_000L, 1_000, 800)).isTrue();
    assertThat(isToldOf(meeting + 100_000_000L, 800, 1_000)).isFalse();
  }

  @Test
  void aTrackThatFallsSilentIsNoLongerPredictedFrom() {
    fly(0, 60, _ -> 30_000);
    assertThat(watch.watched()).isEqualTo(2);
    assertThat(watch.situations()).hasSize(1);
    long later = START + 80 * SECOND;
    watch.update(later, tracks.at(later), any -> false);
    assertThat(watch.watched()).isZero();
    assertThat(watch.situations().getFirst().state()).isEqualTo(Situation.State.PAST);
    long over = START + 3_000 * SECOND;
    watch.update(over, tracks.at(over), any -> false);
    assertThat(watch.situations()).isEmpty();
  }

  @Test
  void aGeometricHeightNeverStandsForAPressureHeight() {
    for (int second = 0; second < 60; second++) {
      long now = START + second * SECOND;
      for (int aircraft = 1; aircraft <= 2; aircraft++) {
        tracks.hear(
            "f",
            new TargetReport.Builder(now)
                .aircraft(aircraft)
                .place(new Place(LAT + second * STEP, 7_000_000_000L + aircraft))
                .geometricFt(30_000)
                .motion(466, 0)
                .climbFpm(0)
                .build());
      }
      watch.update(now, tracks.at(now), any -> false);
    }
    assertThat(watch.watched()).isZero();
    assertThat(watch.situations()).isEmpty();
  }
}
