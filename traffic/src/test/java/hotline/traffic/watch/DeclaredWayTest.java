package hotline.traffic.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hotline.testkit.Chance;
import hotline.traffic.Minima;
import hotline.traffic.report.Place;
import hotline.traffic.watch.Predictor.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was declared of an aircraft counts as long as it keeps to it, and whose word it is. */
class DeclaredWayTest {
  private static final long NOW_US = 1_000_000_000;
  private static final double SPEED_MPS = 240;
  private static final double M_PER_DEGREE = 111_130;
  private static final Minima MINIMA = new Minima(9_260_000, 800);

  private final Predictor predictor = Predictor.of(Predictor.Kind.WAYS, MINIMA, 120);

  private static DeclaredWay.Point point(double atS, double lat, double lng, int feet) {
    return new DeclaredWay.Point(
        NOW_US + Math.round(atS * 1e6),
        new Place(Math.round(lat * 1e9), Math.round(lng * 1e9)),
        feet);
  }

  private static double north(double seconds) {
    return 46 + SPEED_MPS * seconds / M_PER_DEGREE;
  }

  private static Snapshot northbound(double lat, double feet) {
    return new Snapshot(lat, 7, feet, SPEED_MPS, 0, 0, 0, 0, Double.NaN);
  }

  /** Level at 34,000 ft, northwards through 46° N now, and after 20 s up by {@code feet}. */
  private static DeclaredWay climbs(int feet, boolean own) {
    return new DeclaredWay(
        List.of(
            point(-200, north(-200), 7, 34_000),
            point(20, north(20), 7, 34_000),
            point(60, north(60), 7, 34_000 + feet),
            point(200, north(200), 7, 34_000 + feet)),
        own);
  }

  private static Snapshot declared(Snapshot now, DeclaredWay way) {
    return now.declared(way.from(now, NOW_US));
  }

  private static Declared kept(DeclaredWay way, Snapshot now) {
    return Objects.requireNonNull(way.from(now, NOW_US), () -> "does not keep to it: " + now);
  }

  private static Snapshot southbound(double feet) {
    return new Snapshot(north(120), 7, feet, SPEED_MPS, Math.PI, 0, 0, 0, Double.NaN);
  }

  private Optional<Cause> predicted(Snapshot one, double southboundFt) {
    Optional<Prediction> found = predictor.predict(one, southbound(southboundFt), false, false);
    assertThat(predictor.predict(southbound(southboundFt), one, false, false)).isEqualTo(found);
    return found.map(Prediction::cause);
  }

  @Test
  void aClimbThatIsDeclaredIsForeseen() {
    Snapshot level = northbound(46, 34_000);
    assertThat(predicted(level, 36_000)).isEmpty();
    for (boolean own : new boolean[] {true, false}) {
      assertThat(predicted(declared(level, climbs(2_000, own)), 36_000)).contains(Cause.INTENT);
    }
  }

  @Test
  void noDeclarationSilencesWhatTheMotionSays() {
    Snapshot level = northbound(46, 34_000);
    for (boolean own : new boolean[] {true, false}) {
      assertThat(predicted(declared(level, climbs(2_000, own)), 34_000)).isPresent();
    }
  }

  /** Another's word never takes an alert away, whatever the two fly and declare. */
  @Test
  void anothersDeclarationOnlyAdds() {
    long silenced = 0;
    for (long seed : Chance.seeds().limit(3_000).toArray()) {
      Chance chance = Chance.of(seed);
      double fpm = chance.between(-2_500, 2_500);
      Snapshot plain =
          new Snapshot(
              46,
              7,
              34_000,
              SPEED_MPS,
              0,
              fpm / 60,
              fpm / 60,
              chance.oneIn(2) ? 0.01 : 0,
              Double.NaN);
      int feet = (int) chance.between(-4_000, 4_000);
      double there = 34_000.0 + chance.between(-3_000, 3_000);
      boolean before = predicted(plain, there).isPresent();
      if (before) {
        assertThat(predicted(declared(plain, climbs(feet, false)), there))
            .as("seed %d", seed)
            .isPresent();
        silenced += predicted(declared(plain, climbs(feet, true)), there).isEmpty() ? 1 : 0;
      }
    }
    // One's own word does, where the motion leaves it open.
    assertThat(silenced).isPositive();
  }

  @Test
  void whoIsEarlyOrLateOrBesideStaysSo() {
    for (long offS : new long[] {-55, -20, 0, 20, 55}) {
      Snapshot now = northbound(north((double) offS), 34_000 + 50.0 * Math.max(0, offS - 20));
      Declared by = kept(climbs(2_000, true), now);
      // At 40 s on the way it is half up: that is so many seconds from here.
      double halfUpS = 40 - offS;
      if (halfUpS >= 5 && halfUpS <= 70) {
        int step = (int) Math.round(halfUpS / 5);
        assertThat(by.heightFt()[step]).isCloseTo(35_000, within(260.0));
      }
      assertThat(by.northM()[10]).isCloseTo(SPEED_MPS * 50, within(60.0));
    }
    Snapshot beside = new Snapshot(46, 7.04, 34_100, SPEED_MPS, 0, 0, 0, 0, Double.NaN);
    Declared by = kept(climbs(2_000, true), beside);
    assertThat(by.eastM()[15]).isCloseTo(0, within(1.0));
    assertThat(by.heightFt()[0]).isEqualTo(34_100);
    assertThat(by.heightFt()[15]).isEqualTo(36_000);
  }

  @Test
  void whoHasLeftItIsNotHeldToIt() {
    DeclaredWay way = climbs(2_000, true);
    assertThat(way.from(northbound(46, 34_501), NOW_US)).isNull();
    assertThat(way.from(northbound(46, 33_499), NOW_US)).isNull();
    assertThat(way.from(northbound(north(85), 34_000), NOW_US)).isNull();
    assertThat(way.from(new Snapshot(46, 7.07, 34_000, SPEED_MPS, 0, 0, 0, 0, Double.NaN), NOW_US))
        .isNull();
    assertThat(
            way.from(
                new Snapshot(46, 7, 34_000, SPEED_MPS, Math.PI / 2, 0, 0, 0, Double.NaN), NOW_US))
        .isNull();
    // Half as fast as declared: it will not be where that says.
    assertThat(way.from(new Snapshot(46, 7, 34_000, 120, 0, 0, 0, 0, Double.NaN), NOW_US)).isNull();
    assertThat(way.from(northbound(46, 34_000), NOW_US - 300_000_000)).isNull();
    assertThat(way.from(northbound(north(200), 36_000), NOW_US + 300_000_000)).isNull();
  }

  @Test
  void theAntimeridianIsNoEnd() {
    DeclaredWay way =
        new DeclaredWay(
            List.of(
                point(-100, 0, 179.9, 30_000),
                point(100, 0, -179.7, 30_000),
                point(200, 0, -179.5, 30_000)),
            true);
    for (double lng : new double[] {-179.9, 180.1}) {
      Snapshot now = new Snapshot(0, lng, 30_000, 222, Math.PI / 2, 0, 0, 0, Double.NaN);
      Declared by = kept(way, now);
      assertThat(by.eastM()[2]).isCloseTo(2_226, within(5.0));
    }
  }

  @Test
  void whatIsNoWayIsRefused() {
    assertThatThrownBy(() -> new DeclaredWay(List.of(point(0, 46, 7, 30_000)), true))
        .hasMessageContaining("2 to");
    assertThatThrownBy(
            () -> new DeclaredWay(List.of(point(0, 46, 7, 30_000), point(0, 46, 7, 30_000)), true))
        .hasMessageContaining("rise");
  }

  /**
   * Another party's opened way names no aircraft: the track that keeps to it is taken to fly it.
   */
  @Test
  void anOpenedWayFindsItsTrack() {
    List<DeclaredWay> others = new ArrayList<>();
    others.add(climbs(-1_000, false));
    others.add(climbs(2_000, false));
    Declarations all = new Declarations(Map.of("own", List.of(climbs(1_000, true))), others);
    Snapshot now = northbound(46, 34_000);
    assertThat(all.of("own", now, NOW_US)).isNotNull().matches(Declared::own);
    assertThat(all.of("theirs", now, NOW_US)).isNotNull().matches(each -> !each.own());
    assertThat(all.of("theirs", northbound(47, 34_000), NOW_US)).isNull();
    Snapshot gone = northbound(46, 30_000);
    // An own one that has left its way is not looked for among the others.
    assertThat(all.of("own", gone, NOW_US)).isNull();
  }
}
