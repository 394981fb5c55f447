package hotline.airspace;

import static hotline.airspace.Shapes.at;
import static hotline.airspace.Shapes.away;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hotline.testkit.Chance;
import java.util.List;
import java.util.stream.LongStream;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeparationTest {
  static LongStream seeds() {
    return Chance.seeds();
  }

  /** Against a search by thirds on every side from every corner of the other. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void isTheLeastDistanceFromACornerToASide(long seed) {
    Chance chance = Chance.of(seed);
    double farM = Math.pow(10, 3 + 3.9 * chance.fraction());
    double sizeM = farM * Math.min(0.4, 2_000_000 / farM) * chance.fraction() + 1;
    Position middle = Shapes.anywhere(chance);
    Outline a = Shapes.star(chance, middle, sizeM, (int) chance.between(3, 6));
    Outline b =
        Shapes.star(
            chance, away(middle, 360 * chance.fraction(), farM), sizeM, (int) chance.between(3, 6));
    double least = Math.min(fromCorners(a, b), fromCorners(b, a));
    assertThat(Separation.horizontalMm(a, b) / 1000.0).isCloseTo(least, within(0.0016));
    long radiusMm = Math.round(200 * least);
    Position corner = a.vertices().getFirst();
    assertThat(Separation.horizontalMm(new Circle(corner, radiusMm), b) / 1000.0)
        .isCloseTo(fromCorner(corner, b) - radiusMm / 1000.0, within(0.0016));
    assertThat(Separation.horizontalMm(new Circle(corner, radiusMm), new Circle(middle, 1)))
        .isEqualTo(Math.max(0, corner.distanceMm(middle) - radiusMm - 1));
  }

  @Test
  void thereIsNoneBetweenVolumesThatAreNeverLiveTogether() {
    Volume first = volume(0, 100, 10_000);
    assertThat(Separation.between(first, volume(100, 200, 10_000), 0)).isEmpty();
    Separation found = Separation.between(first, volume(99, 200, 12_000), 0).orElseThrow();
    assertThat(found.horizontalMm()).isZero();
    assertThat(found.heights()).isEqualTo(new HeightComparison(false, false, 1_000, false));
    assertThat(first.overlaps(volume(99, 200, 12_000), 0)).isFalse();
    assertThat(first.overlaps(volume(99, 200, 10_999), 0)).isTrue();
    assertThat(first.overlaps(volume(99, 200, 11_000), 0)).isFalse();
  }

  private static Volume volume(long startUs, long endUs, long floor) {
    return new Volume(
        new Circle(at(47, 8), 30_000_000),
        new HeightBand(Datum.STANDARD_PRESSURE, floor, floor + 1_000),
        new TimeInterval(startUs, endUs));
  }

  private static double fromCorners(Outline corners, Outline sides) {
    return corners.vertices().stream()
        .mapToDouble(corner -> fromCorner(corner, sides))
        .min()
        .orElseThrow();
  }

  private static double fromCorner(Position corner, Outline sides) {
    List<Position> ends = sides.vertices();
    double least = Double.MAX_VALUE;
    for (int i = 0; i < ends.size(); i++) {
      GeodesicLine side = Shapes.line(ends.get(i), ends.get((i + 1) % ends.size()));
      least = Math.min(least, byThirds(side, corner));
    }
    return least;
  }

  /** Up to a quarter of the way round, the distance from a geodesic falls and then rises. */
  private static double byThirds(GeodesicLine side, Position corner) {
    double low = 0;
    double high = side.Distance();
    for (int i = 0; i < 40; i++) {
      double left = low + (high - low) / 3;
      double right = high - (high - low) / 3;
      if (distance(side, left, corner) < distance(side, right, corner)) {
        high = right;
      } else {
        low = left;
      }
    }
    return Math.min(
        distance(side, low, corner),
        Math.min(distance(side, 0, corner), distance(side, side.Distance(), corner)));
  }

  private static double distance(GeodesicLine side, double along, Position corner) {
    GeodesicData point = side.Position(along);
    return Shapes.inverse(at(point.lat2, point.lon2), corner).s12;
  }
}
