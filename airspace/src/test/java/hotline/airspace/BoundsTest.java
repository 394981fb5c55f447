package hotline.airspace;

import static hotline.airspace.Shapes.at;
import static hotline.airspace.Shapes.away;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.testkit.Chance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The limits of the simple values, and the bound that all of the geometry rests on. */
class BoundsTest {
  static LongStream seeds() {
    return Chance.seeds();
  }

  /** Every geodesic stays within its sway of its arc, and some use a good part of it. */
  @Test
  void geodesicsStayWithinTheirSway() {
    double most = 0;
    for (double lat = -90; lat <= 90; lat += 7.5) {
      for (double azimuth = 0; azimuth < 360; azimuth += 11.25) {
        for (double lengthM : new double[] {10_000, 300_000, 3_000_000, 9_900_000}) {
          Position start = at(lat, 30);
          Position end = away(start, azimuth, lengthM);
          Edge edge = Edge.between(start, Vec.of(start), end, Vec.of(end));
          GeodesicLine line = Shapes.line(start, end);
          for (int k = 1; k < 8; k++) {
            GeodesicData point = line.Position(line.Distance() * k / 8);
            double strays = edge.arcAngle(Vec.ofDegrees(point.lat2, point.lon2));
            assertThat(strays).isLessThanOrEqualTo(edge.sway() + 1e-15);
            if (lengthM > 100_000) {
              most = Math.max(most, strays / edge.sway());
            }
          }
        }
      }
    }
    assertThat(most).isBetween(0.8, 1.0);
  }

  @Test
  void onePlaceHasOneWayToBeWritten() {
    assertThat(at(10, -180)).isEqualTo(at(10, 180));
    assertThat(at(90, 17)).isEqualTo(at(90, -3)).isEqualTo(new Position(90_000_000_000L, 0));
    assertThat(Position.check(0, -180_000_000_000L).orElseThrow()).contains("+180");
    assertThat(Position.check(-90_000_000_000L, 1).orElseThrow()).contains("longitude as 0");
    assertThat(Position.check(90_000_000_001L, 0).orElseThrow())
        .contains("latitude from -90 to 90");
    assertThat(Position.check(Long.MIN_VALUE, 0)).isPresent();
    assertThat(Position.check(0, Long.MIN_VALUE)).isPresent();
    assertThat(Position.check(0, 180_000_000_000L)).isEmpty();
  }

  @Test
  void bearingsAreWholeAndWithinOneTurn() {
    assertThat(at(0, 0).initialBearingMillidegrees(at(1, 0))).isZero();
    assertThat(at(0, 0).initialBearingMillidegrees(at(0, -1))).isEqualTo(270_000);
    assertThat(at(0, 179).initialBearingMillidegrees(at(0, -179))).isEqualTo(90_000);
    assertThat(at(5, 5).initialBearingMillidegrees(at(5, 5))).isZero();
    // A hair west of north rounds to north, not to a full turn.
    assertThat(at(0, 0).initialBearingMillidegrees(at(60, -0.000_000_1))).isZero();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void goingThereAndMeasuringAgree(long seed) {
    Chance chance = Chance.of(seed);
    Position start = Shapes.anywhere(chance);
    long distanceMm = chance.between(0, 10_000_000_000L);
    Position end = start.toward(chance.between(0, 359_999), distanceMm);
    assertThat(Math.abs(start.distanceMm(end) - distanceMm)).isLessThanOrEqualTo(1);
  }

  /** Every pair of small bands and intervals, against the points they share. */
  @Test
  void overlapsAndMeetsInAllSmallCases() {
    for (int a = 0; a < 4; a++) {
      for (int b = a + 1; b <= 4; b++) {
        for (int c = 0; c < 4; c++) {
          for (int d = c + 1; d <= 4; d++) {
            boolean inside = Math.max(a, c) < Math.min(b, d);
            boolean point = Math.max(a, c) <= Math.min(b, d);
            TimeInterval times = new TimeInterval(a, b);
            TimeInterval others = new TimeInterval(c, d);
            assertThat(times.overlaps(others)).isEqualTo(inside);
            assertThat(times.meets(others)).isEqualTo(point);
            assertThat(times.common(others).isPresent()).isEqualTo(inside);
            HeightComparison heights =
                new HeightBand(Datum.STANDARD_PRESSURE, a, b)
                    .compare(new HeightBand(Datum.STANDARD_PRESSURE, c, d), 3_000);
            assertThat(heights)
                .isEqualTo(
                    new HeightComparison(
                        inside, point, Math.max(0, Math.max(c - b, a - d)), false));
          }
        }
      }
    }
  }

  @Test
  void datumsAreNeverMixedSilently() {
    // 1,250 ft are 381 m exactly.
    HeightBand feet = new HeightBand(Datum.STANDARD_PRESSURE, 0, 1_250);
    HeightBand metres = new HeightBand(Datum.W84, 381_000, 400_000);
    assertThat(feet.compare(metres, 0)).isEqualTo(new HeightComparison(false, true, 0, true));
    assertThat(metres.compare(feet, 1)).isEqualTo(new HeightComparison(true, true, 0, true));
    HeightBand high = new HeightBand(Datum.W84, 381_000 + 1_524_000, 2_000_000);
    assertThat(feet.compare(high, 3_000))
        .isEqualTo(new HeightComparison(false, false, 2_000, true));
    assertThatThrownBy(() -> feet.compare(metres, -1)).hasMessageContaining("0 to 100000 ft");
  }

  @Test
  void limitsAreSaid() {
    assertThat(HeightBand.check(Datum.W84, 0, 0).orElseThrow()).contains("above the floor");
    assertThat(HeightBand.check(Datum.W84, 0, Long.MAX_VALUE).orElseThrow()).contains("mm W84");
    assertThat(TimeInterval.check(5, 5).orElseThrow()).contains("after the start");
    assertThat(TimeInterval.check(-1, 5).orElseThrow()).contains("1970");
    assertThat(Circle.check(0).orElseThrow()).contains("radius from 1");
    assertThat(Circle.check(Long.MAX_VALUE)).isPresent();
    assertThatThrownBy(() -> new Circle(at(0, 0), 0)).hasMessageContaining("radius");
    TimeInterval end = new TimeInterval(5, TimeInterval.MAX_US);
    assertThat(end.widenedBy(Long.MAX_VALUE)).isEqualTo(new TimeInterval(0, TimeInterval.MAX_US));
    assertThatThrownBy(() -> end.widenedBy(-1)).hasMessageContaining("0 or more");
  }

  @Test
  void outlinesThatAreNone() {
    Position a = at(0, 0);
    Position b = at(0, 1);
    Position c = at(1, 1);
    Position d = at(1, 0);
    assertThat(Outline.check(List.of(a, b, c, d))).isEmpty();
    assertThat(Outline.check(List.of(a, c, b, d)).orElseThrow()).contains("vertices 1 and 3");
    assertThat(Outline.check(List.of(a, b)).orElseThrow()).contains("3 to 128");
    assertThat(Outline.check(Collections.nCopies(129, a)).orElseThrow()).contains("3 to 128");
    assertThat(Outline.check(List.of(a, b, c, a)).orElseThrow()).contains("once");
    assertThat(Outline.check(List.of(a, at(0, 2), b)).orElseThrow()).contains("run back");
    assertThat(Outline.check(List.of(a, b, c, at(0, 0.5))).orElseThrow()).contains("cross, touch");
    assertThat(Outline.check(List.of(a, at(0, 90), at(0, 180), at(0, -90))).orElseThrow())
        .contains("5,000 km");
    assertThat(Outline.check(List.of(at(60, 0), at(0, 100), at(-60, 0))).orElseThrow())
        .contains("5,000 km");
    assertThat(Outline.check(List.of(a, at(0, 0.000_000_01), at(0.000_000_01, 0)))).isPresent();
  }

  /** As hostile as it gets: long sides, barely apart; the answer comes in bounded time. */
  @Test
  void theWorstOutlineIsStillJudged() {
    List<Position> zigzag = new ArrayList<>();
    for (int i = 0; i < Outline.VERTICES_MAX; i++) {
      zigzag.add(at(1 + i * 1e-6, i % 2 == 0 ? -40 : 40));
    }
    assertThat(Outline.check(zigzag)).isPresent();
    List<Position> comb = new ArrayList<>();
    for (int i = 0; i < Outline.VERTICES_MAX - 2; i++) {
      comb.add(at(30 + i * 1e-5, i % 4 == 0 || i % 4 == 3 ? -20 : 20));
    }
    comb.add(at(30.1, -21));
    comb.add(at(29.9, -21));
    assertThat(Outline.check(comb)).isEmpty();
    Outline outline = new Outline(comb);
    assertThat(outline.intersects(outline)).isTrue();
  }
}
