package hotline.airspace.conformance;

import static hotline.airspace.conformance.FitTest.TOLERANCE;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.airspace.Circle;
import hotline.airspace.Datum;
import hotline.airspace.HeightBand;
import hotline.airspace.Position;
import hotline.airspace.TimeInterval;
import hotline.airspace.Volume;
import hotline.airspace.conformance.Conformance.Verdict;
import hotline.testkit.Chance;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An aircraft that stays, jitters, leaves, comes back, and is not heard of well enough. */
class ConformanceTest {
  private static final long SECOND = 1_000_000;
  private static final long START_US = 1_900_000_000L * SECOND;
  private static final Position MIDDLE = new Position(47_000_000_000L, 8_000_000_000L);
  private static final long RADIUS_MM = 10_000_000;

  /** 10 km around, 30,000 to 32,000 ft, for an hour. */
  private static final List<Volume> VOLUMES =
      List.of(
          new Volume(
              new Circle(MIDDLE, RADIUS_MM),
              new HeightBand(Datum.STANDARD_PRESSURE, 30_000, 32_000),
              new TimeInterval(START_US, START_US + 3_600 * SECOND)));

  private final Conformance conformance = new Conformance();

  static LongStream seeds() {
    return Chance.seeds();
  }

  private static Sighting at(
      long second, long fromMiddleMm, @Nullable Long feet, Sighting.@Nullable Motion motion) {
    return new Sighting(
        START_US + second * SECOND, MIDDLE.toward(90_000, fromMiddleMm), feet, null, motion);
  }

  private Verdict hear(Sighting sighting) {
    return conformance.hear(sighting, VOLUMES, TOLERANCE, 0);
  }

  private Verdict hear(long second, long fromMiddleMm, long feet) {
    return hear(at(second, fromMiddleMm, feet, null));
  }

  @Test
  void itIsOutsideFromTheToleranceOnAndInsideOnlyInTheVolume() {
    assertThat(hear(0, 9_000_000, 31_000)).isInstanceOf(Verdict.Inside.class);
    assertThat(hear(1, RADIUS_MM + 190_000, 31_000)).isInstanceOf(Verdict.Inside.class);
    Verdict.Outside out = (Verdict.Outside) hear(2, RADIUS_MM + 1_210_000, 32_300);
    assertThat(out.sinceUs()).isEqualTo(START_US + 2 * SECOND);
    assertThat(out.fit().horizontalMm()).isBetween(1_209_990L, 1_210_010L);
    assertThat(out.fit().verticalFeet()).isEqualTo(300);
    assertThat(out.fit().timeUs()).isZero();
    Verdict.Outside still = (Verdict.Outside) hear(60, RADIUS_MM + 100_000, 31_000);
    assertThat(still.sinceUs()).isEqualTo(out.sinceUs());
    assertThat(still.fit().beyond()).isFalse();
    assertThat(hear(61, 9_990_000, 32_000)).isInstanceOf(Verdict.Inside.class);
    assertThat(hear(62, 9_990_000, 32_200)).isInstanceOf(Verdict.Inside.class);
    assertThat(hear(63, 9_990_000, 32_201)).isInstanceOf(Verdict.Outside.class);
  }

  @Test
  void tooEarlyAndTooLateAreOutsideByTheTime() {
    assertThat(((Verdict.Outside) hear(-40, 0, 31_000)).fit().timeUs()).isEqualTo(-40 * SECOND);
    assertThat(hear(0, 0, 31_000)).isInstanceOf(Verdict.Inside.class);
    assertThat(hear(3_630, 0, 31_000)).isInstanceOf(Verdict.Inside.class);
    assertThat(((Verdict.Outside) hear(3_640, 0, 31_000)).fit().timeUs()).isEqualTo(40 * SECOND);
  }

  @Test
  void whatIsFirstSeenInBetweenIsOutside() {
    assertThat(hear(0, RADIUS_MM + 50_000, 31_000)).isInstanceOf(Verdict.Outside.class);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void jitterBelowTheToleranceNeverFlickers(long seed) {
    Chance chance = Chance.of(seed);
    int changes = 0;
    boolean before = false;
    for (int second = 0; second < 300; second++) {
      boolean outside =
          hear(
                  second,
                  RADIUS_MM - 190_000 + chance.between(-5_000, 195_000 * 2),
                  32_000 + chance.between(-199, 199))
              instanceof Verdict.Outside;
      changes += second > 0 && outside != before ? 1 : 0;
      before = outside;
    }
    assertThat(changes).isLessThanOrEqualTo(1);
  }

  /** Straight flights out of a circle: told once, in time, and right to the second. */
  @ParameterizedTest
  @MethodSource("seeds")
  void aStraightWayOutIsToldAhead(long seed) {
    Chance chance = Chance.of(seed);
    Sighting now =
        new Sighting(
            START_US,
            MIDDLE.toward(chance.between(0, 359_999), chance.between(0, 5_000_000)),
            31_000L,
            null,
            new Sighting.Motion(
                chance.between(50_000, 400_000),
                chance.between(0, 359_999),
                chance.between(-1_500, 1_500)));
    int firstTold = -1;
    int leavesAt = -1;
    for (int second = 0; second < 600; second++) {
      switch (hear(now.moved(second))) {
        case Verdict.Inside _ -> assertThat(firstTold).isEqualTo(-1);
        case Verdict.Leaving leaving -> {
          assertThat(leaving.inS()).isBetween(1, Conformance.AHEAD_S);
          if (firstTold < 0) {
            firstTold = second;
            leavesAt = second + leaving.inS();
          }
          assertThat(second + leaving.inS()).isBetween(leavesAt - 1, leavesAt + 1);
        }
        case Verdict.Outside _ -> {
          assertThat(firstTold).isNotNegative();
          assertThat(second).isBetween(leavesAt - 1, leavesAt + 1);
          assertThat(second - firstTold).isGreaterThan(5);
          return;
        }
        case Verdict.NoHeight _ -> throw new AssertionError("the height is known");
      }
    }
    throw new AssertionError("it never left");
  }

  @Test
  void withoutAHeightItIsNeitherAndWasOutsideStill() {
    assertThat(hear(at(0, 0, null, null))).isEqualTo(new Verdict.NoHeight(null));
    assertThat(hear(1, 0, 35_000)).isInstanceOf(Verdict.Outside.class);
    assertThat(hear(at(2, 0, null, null))).isEqualTo(new Verdict.NoHeight(START_US + SECOND));
    Verdict.Outside out = (Verdict.Outside) hear(3, 0, 35_000);
    assertThat(out.sinceUs()).isEqualTo(START_US + SECOND);
    Verdict.Outside far = (Verdict.Outside) hear(at(4, 20_000_000, null, null));
    assertThat(far.fit().verticalFeet()).isNull();
  }

  /** A geometric height is no pressure height: only the terms' margin says what it means. */
  @Test
  void theOtherDatumDecidesByTheMarginAlone() {
    long feet31 = 31_000 * 3_048L / 10;
    Sighting geometric = new Sighting(START_US, MIDDLE, null, feet31, null);
    assertThat(new Conformance().hear(geometric, VOLUMES, TOLERANCE, 1_500))
        .isInstanceOf(Verdict.NoHeight.class);
    assertThat(new Conformance().hear(geometric, VOLUMES, TOLERANCE, 900))
        .isEqualTo(new Verdict.Inside(new Fit.Inside(true)));
    Sighting high = new Sighting(START_US, MIDDLE, null, feet31 + 1_500_000, null);
    Verdict.Outside out = (Verdict.Outside) new Conformance().hear(high, VOLUMES, TOLERANCE, 1_500);
    assertThat(out.fit().datumsDiffer()).isTrue();
    assertThat(out.fit().verticalFeet()).isEqualTo(2_422);
  }
}
