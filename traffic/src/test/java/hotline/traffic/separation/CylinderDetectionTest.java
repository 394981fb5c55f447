package hotline.traffic.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hotline.testkit.Chance;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The closed forms against sampling, and at their edges. */
class CylinderDetectionTest {
  private static final Cylinder CYLINDER = new Cylinder(1_000, 300);

  @Test
  void headOnIsInsideForTheWayThroughTheCylinder() {
    RelativeState state = new RelativeState(-10_000, 0, 0, 100, 0, 0);
    assertThat(CylinderDetection.within(state, CYLINDER, 300)).contains(new Interval(90, 110));
    assertThat(CylinderDetection.within(state, CYLINDER, 100)).contains(new Interval(90, 100));
    assertThat(CylinderDetection.within(state, CYLINDER, 90)).isEmpty();
    assertThat(CylinderDetection.closest(state, 300))
        .isEqualTo(new CylinderDetection.Closest(100, 0));
  }

  @Test
  void aTouchIsNoLoss() {
    assertThat(loss(-10_000, 1_000, 0, 100, 0, 0)).isEmpty();
    assertThat(loss(-10_000, 0, 300, 100, 0, 0)).isEmpty();
    assertThat(loss(1_000, 0, 0, 0, 0, 0)).isEmpty();
    assertThat(CylinderDetection.inside(new RelativeState(1_000, 0, 0, 0, 0, 0), CYLINDER))
        .isFalse();
    assertThat(CylinderDetection.inside(new RelativeState(999, 0, -299, 0, 0, 0), CYLINDER))
        .isTrue();
    // Level from 90 s to 110 s, within the height from 110 s on.
    assertThat(loss(-10_000, 0, -1_400, 100, 0, 10)).isEmpty();
  }

  @Test
  void whoStandsStillInsideStaysInside() {
    assertThat(loss(10, 10, 10, 0, 0, 0)).contains(new Interval(0, 300));
    assertThat(loss(10, 10, 10, 0, 0, 1)).contains(new Interval(0, 290));
  }

  @Test
  void onlyWhatIsFiniteIsAState() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RelativeState(Double.NaN, 0, 0, 0, 0, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RelativeState(0, 0, 0, 0, Double.POSITIVE_INFINITY, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Cylinder(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Cylinder(1, Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> new Interval(1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CylinderDetection.closest(new RelativeState(0, 0, 0, 0, 0, 0), -1));
  }

  /** Every sampled instant is inside exactly when the closed form says so, but at its ends. */
  @Test
  void samplingAgrees() {
    int[] losses = new int[2];
    Chance.seeds()
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          RelativeState state = random(chance);
          Optional<Interval> loss = CylinderDetection.within(state, CYLINDER, 120);
          Optional<Interval> violation = new WellClear(35, 1_000, 300).within(state, 120);
          losses[0] += loss.isPresent() ? 1 : 0;
          losses[1] += violation.isPresent() ? 1 : 0;
          for (double t = 0; t <= 120; t += 0.25) {
            RelativeState then = moved(state, t);
            boolean atAnEnd = nearAnEnd(loss, t);
            assertThat(CylinderDetection.inside(then, CYLINDER) == during(loss, t) || atAnEnd)
                .as("seed %d at %s", seed, t)
                .isTrue();
            assertThat(notWellClear(then) == during(violation, t) || nearAnEnd(violation, t))
                .as("well clear, seed %d at %s", seed, t)
                .isTrue();
          }
        });
    if (Long.getLong("seed") == null) {
      assertThat(losses[0]).isBetween(40, 160);
      assertThat(losses[1]).isBetween(40, 180);
    }
  }

  /** The definition, word by word, at one instant. */
  private static boolean notWellClear(RelativeState state) {
    if (Math.abs(state.zM()) > 300) {
      return false;
    }
    double square = state.distanceSquared();
    if (square <= 1_000 * 1_000) {
      return true;
    }
    if (state.closing() >= 0) {
      return false;
    }
    double tau = (1_000 * 1_000 - square) / state.closing();
    return tau <= 35 && CylinderDetection.closest(state, 1e6).horizontalM() <= 1_000;
  }

  private static boolean during(Optional<Interval> interval, double t) {
    return interval.filter(each -> each.fromS() < t && t < each.untilS()).isPresent();
  }

  private static boolean nearAnEnd(Optional<Interval> interval, double t) {
    return t == 0
        || t == 120
        || interval
            .filter(each -> Math.abs(each.fromS() - t) < 1e-6 || Math.abs(each.untilS() - t) < 1e-6)
            .isPresent();
  }

  private static RelativeState moved(RelativeState state, double t) {
    return new RelativeState(
        state.xM() + t * state.vxMps(),
        state.yM() + t * state.vyMps(),
        state.zM() + t * state.vzMps(),
        state.vxMps(),
        state.vyMps(),
        state.vzMps());
  }

  private static RelativeState random(Chance chance) {
    double atS = chance.between(-30, 150);
    double vx = chance.between(-200, 200);
    double vy = chance.between(-200, 200);
    double vz = chance.between(-1, 1) * chance.fraction() * 10;
    return new RelativeState(
        chance.between(-1_200, 1_200) - atS * vx,
        chance.between(-1_200, 1_200) - atS * vy,
        chance.between(-350, 350) - atS * vz,
        vx,
        vy,
        vz);
  }

  private static Optional<Interval> loss(
      double x, double y, double z, double vx, double vy, double vz) {
    return CylinderDetection.within(new RelativeState(x, y, z, vx, vy, vz), CYLINDER, 300);
  }

  @Test
  void theEarliestClosestPointWithinTheLookAheadCounts() {
    CylinderDetection.Closest closest =
        CylinderDetection.closest(new RelativeState(3, 4, 0, 1, 1, 0), 60);
    assertThat(closest.atS()).isZero();
    assertThat(closest.horizontalM()).isCloseTo(5, within(1e-12));
  }
}
