package hotline.traffic.watch;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.traffic.Minima;
import hotline.traffic.watch.Predictor.Prediction;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What it changes that the level is known for which an aircraft is cleared. */
class IntentTest {
  private static final Minima MINIMA = new Minima(9_260_000, 800);

  /** Metres a degree of latitude has here, near enough. */
  private static final double M_PER_DEGREE = 111_130;

  private final Predictor predictor = Predictor.of(Predictor.Kind.WAYS, MINIMA, 120);

  /** Northbound, its minute before it meets {@link #southbound}. */
  private static Snapshot northbound(double feet, double fpm, double clearedFt) {
    return new Snapshot(46, 7, feet, 240, 0, fpm / 60, fpm / 60, 0, clearedFt);
  }

  private static Snapshot southbound(double feet) {
    double lat = 46 + 2 * 240 * 60 / M_PER_DEGREE;
    return new Snapshot(lat, 7, feet, 240, Math.PI, 0, 0, 0, Double.NaN);
  }

  private Optional<Prediction> predicted(Snapshot one) {
    Optional<Prediction> found = predictor.predict(one, southbound(35_000), false, false);
    // Whoever comes first.
    assertThat(predictor.predict(southbound(35_000), one, false, false)).isEqualTo(found);
    return found;
  }

  @Test
  void whoIsClearedBelowTheOtherIsLeftInPeace() {
    assertThat(predicted(northbound(33_700, 1_500, Double.NaN))).isPresent();
    assertThat(predicted(northbound(33_700, 1_500, 34_000))).isEmpty();
    assertThat(predicted(northbound(33_700, 1_500, 35_000)))
        .map(Prediction::cause)
        .contains(Cause.INTENT);
    // One that is cleared beyond all that is looked at goes on as it does.
    assertThat(predicted(northbound(33_700, 1_500, 41_000)))
        .map(Prediction::cause)
        .contains(Cause.STRAIGHT);
  }

  @Test
  void whoIsLevelAndClearedThroughTheOtherIsForeseen() {
    assertThat(predicted(northbound(34_000, 0, Double.NaN))).isEmpty();
    assertThat(predicted(northbound(34_000, 0, 34_000))).isEmpty();
    assertThat(predicted(northbound(34_000, 0, 30_000))).isEmpty();
    assertThat(predicted(northbound(34_000, 0, 36_000)))
        .map(Prediction::cause)
        .contains(Cause.INTENT);
  }

  /** A descent that is flown says more than a climb that somebody has selected. */
  @Test
  void whoGoesTheOtherWayIsNotBelievedToTurnBack() {
    assertThat(predicted(northbound(34_000, -1_500, 36_000)))
        .isEqualTo(predicted(northbound(34_000, -1_500, Double.NaN)));
  }

  @Test
  void whatMayBeAHeightAboveTheSeaIsNoLevel() {
    for (double[] each :
        new double[][] {
          {6_000, Double.NaN}, {17_900, Double.NaN}, {18_000, 18_000}, {70_000, Double.NaN}
        }) {
      assertThat(
              new Tracker()
                  .hear(new Tracker.Sight(1_000_000, 46, 7, false, 15_000, 450, 0, 0, each[0])))
          .isNotNull()
          .extracting(Snapshot::clearedFt)
          .isEqualTo(each[1]);
    }
  }
}
