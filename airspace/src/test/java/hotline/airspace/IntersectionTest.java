package hotline.airspace;

import static hotline.airspace.Shapes.at;
import static hotline.airspace.Shapes.away;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hotline.testkit.Chance;
import java.util.List;
import java.util.stream.LongStream;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntersectionTest {
  static LongStream seeds() {
    return Chance.seeds();
  }

  /** Shapes of any size anywhere, against steps along their borders. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void agreesWithSampledBorders(long seed) {
    Chance chance = Chance.of(seed);
    double sizeM = Math.pow(10, 1 + 5 * chance.fraction());
    Position middle = Shapes.anywhere(chance);
    Footprint a = Shapes.any(chance, middle, sizeM);
    double otherM = sizeM * (0.05 + chance.fraction());
    Footprint b =
        Shapes.any(
            chance, away(middle, 360 * chance.fraction(), 2 * sizeM * chance.fraction()), otherM);
    double stepM = sizeM / 15;
    List<Position> borderA = Shapes.border(a, stepM);
    List<Position> borderB = Shapes.border(b, stepM);
    boolean deep =
        borderA.stream().anyMatch(p -> Shapes.inside(b, borderB, p))
            || borderB.stream().anyMatch(p -> Shapes.inside(a, borderA, p));
    double apartM = Shapes.leastM(borderA, borderB);
    // Between samples a border may come nearer by half a step on each side.
    if (deep) {
      assertThat(a.intersects(b)).isTrue();
      assertThat(Separation.horizontalMm(a, b)).isZero();
    } else {
      double least = Math.max(0, apartM - stepM);
      assertThat(Separation.horizontalMm(a, b) / 1000.0).isBetween(least, apartM + 0.001);
      if (least > 0) {
        assertThat(a.intersects(b)).isFalse();
      }
    }
    assertThat(b.intersects(a)).isEqualTo(a.intersects(b));
    assertThat(Separation.horizontalMm(b, a)).isCloseTo(Separation.horizontalMm(a, b), within(1L));
  }

  /** A tip set square before the inside of a side at a known distance: the gap is known exactly. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aTipBeforeALongSideIsJudgedToTheBound(long seed) {
    Chance chance = Chance.of(seed);
    double lengthM = Math.pow(10, 2 + 4.3 * chance.fraction());
    Position start = Shapes.anywhere(chance);
    double azimuth = 360 * chance.fraction();
    GeodesicLine side = Shapes.line(start, away(start, azimuth, lengthM));
    GeodesicData end = side.Position(lengthM);
    Outline wall =
        new Outline(
            List.of(
                start,
                at(end.lat2, end.lon2),
                away(at(end.lat2, end.lon2), end.azi2 - 90, lengthM / 3),
                away(start, azimuth - 90, lengthM / 3)));
    GeodesicData foot = side.Position(lengthM * (0.1 + 0.8 * chance.fraction()));
    for (double gapM : new double[] {0.0105, 0.1, 10, 1000, -0.001, 0, 0.0075}) {
      GeodesicData out = Geodesic.WGS84.Direct(foot.lat2, foot.lon2, foot.azi2 + 90, gapM);
      Position tip = at(out.lat2, out.lon2);
      Outline dart =
          new Outline(
              List.of(
                  tip,
                  away(tip, out.azi2 - 10, lengthM / 5),
                  away(tip, out.azi2 + 10, lengthM / 5)));
      Circle round = new Circle(away(tip, out.azi2, lengthM / 7), Math.round(1000 * (lengthM / 7)));
      assertThat(wall.intersects(dart)).as("gap %s", gapM).isEqualTo(gapM < 0.01);
      assertThat(wall.intersects(round)).as("gap %s", gapM).isEqualTo(gapM < 0.01);
      assertThat(wall.contains(tip)).as("gap %s", gapM).isEqualTo(gapM < 0.01);
      if (gapM > 0.01) {
        assertThat(Separation.horizontalMm(wall, dart) / 1000.0).isCloseTo(gapM, within(0.0016));
      }
    }
  }

  @Test
  void sharedSidesAndCornersMeet() {
    assertThat(square(0, 0).intersects(square(0, 1))).isTrue();
    assertThat(square(0, 0).intersects(square(1, 1))).isTrue();
    assertThat(square(0, 0).intersects(square(0, 2))).isFalse();
    assertThat(square(0, 0).intersects(square(0, 0))).isTrue();
  }

  @Test
  void theAntimeridianIsNoBorder() {
    Outline west = new Outline(List.of(at(0, 179), at(0, -179.5), at(1, -179.5), at(1, 179)));
    assertThat(west.intersects(new Circle(at(0.5, 180), 1))).isTrue();
    assertThat(west.intersects(new Circle(at(0.5, -179.6), 1))).isTrue();
    assertThat(west.intersects(new Circle(at(0.5, 178.9), 1))).isFalse();
    assertThat(west.intersects(new Circle(at(0.5, 0), 1))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, -1})
  void anOutlineMayHoldAPole(int north) {
    Outline ring =
        new Outline(
            List.of(
                at(80 * north, 0), at(80 * north, 90), at(80 * north, 180), at(80 * north, -90)));
    assertThat(ring.contains(at(90 * north, 0))).isTrue();
    assertThat(ring.intersects(new Circle(at(89 * north, 17), 1000))).isTrue();
    // The side's middle is nearer the pole than its ends: 83 degrees, not 80.
    assertThat(ring.contains(at(81 * north, 45))).isFalse();
    assertThat(ring.contains(at(81 * north, 0))).isTrue();
    assertThat(ring.contains(at(-90 * north, 0))).isFalse();
  }

  @Test
  void whatIsHeldEntirelyIntersects() {
    Outline big = square(10, 10);
    assertThat(big.intersects(new Circle(at(10.5, 10.5), 1))).isTrue();
    assertThat(new Circle(at(10.5, 10.5), 500_000_000).intersects(big)).isTrue();
    Outline small = new Outline(List.of(at(10.5, 10.5), at(10.50001, 10.5), at(10.5, 10.50001)));
    assertThat(big.intersects(small)).isTrue();
    assertThat(small.intersects(big)).isTrue();
  }

  @Test
  void aSideFollowsTheGeodesicNotTheGreatCircle() {
    // Over 1,000 km east-west at 45 N the two differ by tens of metres in the middle.
    Position west = at(45, 0);
    Position east = away(west, 80, 1_000_000);
    GeodesicData middle = Shapes.line(west, east).Position(500_000);
    Outline corridor =
        new Outline(List.of(west, east, away(east, 180, 20_000), away(west, 180, 20_000)));
    Position inside = away(at(middle.lat2, middle.lon2), middle.azi2 + 90, 0.05);
    Position outside = away(at(middle.lat2, middle.lon2), middle.azi2 - 90, 0.05);
    assertThat(corridor.contains(inside)).isTrue();
    assertThat(corridor.contains(outside)).isFalse();
  }

  private static Outline square(double south, double west) {
    return new Outline(
        List.of(
            at(south, west), at(south, west + 1), at(south + 1, west + 1), at(south + 1, west)));
  }
}
