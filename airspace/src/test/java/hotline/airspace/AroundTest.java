package hotline.airspace;

import static hotline.airspace.Shapes.at;
import static hotline.airspace.Shapes.away;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.testkit.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AroundTest {
  private static final double BUFFER_M = 4_630;

  static LongStream seeds() {
    return Chance.seeds();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void holdsEveryPointWithinTheRadius(long seed) {
    Chance chance = Chance.of(seed);
    List<Position> path = path(chance);
    double radiusM = chance.oneIn(2) ? BUFFER_M : Math.pow(10, 4 * chance.fraction());
    Outline outline = Outline.around(path, Math.round(1000 * radiusM));
    assertThat(outline.vertices()).hasSizeBetween(16, 32);
    List<Position> border = Shapes.border(outline, Math.max(radiusM / 3, 500));
    for (int i = 0; i + 1 < path.size(); i++) {
      GeodesicLine leg = Shapes.line(path.get(i), path.get(i + 1));
      GeodesicData point = leg.Position(leg.Distance() * chance.fraction());
      Position on = at(point.lat2, point.lon2);
      // The whole disc is inside: its centre is, and the outline stays out of it.
      assertThat(Shapes.inside(outline, border, on)).isTrue();
      double least =
          border.stream().mapToDouble(p -> Shapes.inverse(on, p).s12).min().orElseThrow();
      assertThat(least).isGreaterThanOrEqualTo(radiusM);
      Position rim = away(on, 360 * chance.fraction(), radiusM);
      assertThat(outline.contains(rim)).isTrue();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void exceedsAStraightPathByTwoHundredthsOfTheRadius(long seed) {
    Chance chance = Chance.of(seed);
    Position start = Shapes.anywhere(chance);
    double azimuth = 360 * chance.fraction();
    double lengthM = 50_000 * chance.fraction();
    List<Position> path = List.of(start, away(start, azimuth, lengthM));
    Outline outline = Outline.around(path, Math.round(1000 * BUFFER_M));
    for (Position vertex : outline.vertices()) {
      double far = distanceToLeg(path.get(0), path.get(1), vertex);
      assertThat(far).isBetween(BUFFER_M, 1.0225 * BUFFER_M);
    }
    assertThat(outline.vertices()).hasSizeLessThanOrEqualTo(20);
  }

  @Test
  void aPathThatStandsStillIsAnEvenPolygon() {
    Position here = at(47, 8);
    assertThat(Outline.around(List.of(here), 4_630_000).vertices()).hasSize(16);
    assertThat(Outline.around(List.of(here, here, at(47.000000001, 8)), 4_630_000).vertices())
        .hasSize(16);
  }

  @Test
  void refusesWhatItCannotDraw() {
    assertThatThrownBy(() -> Outline.around(List.of(), 1_000)).hasMessageContaining("1 to");
    assertThatThrownBy(() -> Outline.around(List.of(at(0, 0)), 1)).hasMessageContaining("radius");
    assertThatThrownBy(() -> Outline.around(List.of(at(0, 0), at(0, 10)), 1_000))
        .hasMessageContaining("250 km");
  }

  /** By halving, as the distance from a geodesic falls and then grows. */
  private static double distanceToLeg(Position a, Position b, Position place) {
    GeodesicLine leg = Shapes.line(a, b);
    double low = 0;
    double high = leg.Distance();
    for (int i = 0; i < 60; i++) {
      double left = low + (high - low) / 3;
      double right = high - (high - low) / 3;
      if (distance(leg, left, place) < distance(leg, right, place)) {
        high = right;
      } else {
        low = left;
      }
    }
    return distance(leg, low, place);
  }

  private static double distance(GeodesicLine leg, double along, Position place) {
    GeodesicData point = leg.Position(along);
    return Shapes.inverse(at(point.lat2, point.lon2), place).s12;
  }

  /** Straight, turning, looping or standing, as an aircraft's two minutes are. */
  static List<Position> path(Chance chance) {
    List<Position> path = new ArrayList<>();
    Position at = Shapes.anywhere(chance);
    double heading = 360 * chance.fraction();
    double legM = chance.oneIn(5) ? 0.001 : 3_000 * chance.fraction();
    double turn = chance.oneIn(3) ? 0 : 120 * (chance.fraction() - 0.5);
    path.add(at);
    for (long i = chance.between(1, 15); i > 0; i--) {
      at = away(at, heading, legM * (0.5 + chance.fraction()));
      heading += chance.oneIn(6) ? 170 : turn;
      path.add(at);
    }
    return path;
  }
}
