package hotline.node.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.airspace.Circle;
import hotline.airspace.Datum;
import hotline.airspace.FlightPath;
import hotline.airspace.HeightBand;
import hotline.airspace.PathPoint;
import hotline.airspace.Position;
import hotline.airspace.TimeInterval;
import hotline.airspace.Volume;
import hotline.line.disclosure.ExactVolume;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pieces of a path that follow on each other are one way, and only pressure heights count. */
class DeclaredWaysTest {
  private static final Position MIDDLE = new Position(46_000_000_000L, 7_000_000_000L);

  private static ExactVolume piece(Datum datum, long fromUs, long toUs) {
    return new ExactVolume(
        new Volume(
            new Circle(MIDDLE, 50_000_000),
            new HeightBand(datum, 0, 40_000),
            new TimeInterval(fromUs, toUs)),
        new FlightPath(
            List.of(
                new PathPoint(fromUs, MIDDLE, 30_000),
                new PathPoint(toUs, new Position(46_100_000_000L, 7_000_000_000L), 30_000)),
            datum));
  }

  private static ExactVolume press(long fromUs, long toUs) {
    return piece(Datum.STANDARD_PRESSURE, fromUs, toUs);
  }

  @Test
  void aGapBeginsAnotherWay() {
    assertThat(DeclaredWays.of(List.of(press(0, 100), press(100, 200), press(150, 300)), true))
        .hasSize(1);
    assertThat(DeclaredWays.of(List.of(press(0, 100), press(101, 200)), true)).hasSize(2);
    assertThat(DeclaredWays.of(List.of(press(100, 200), press(0, 100)), true)).hasSize(1);
  }

  @Test
  void whatHasNoPathOrNoPressureHeightDeclaresNothing() {
    ExactVolume bare = new ExactVolume(press(0, 100).volume(), null);
    assertThat(DeclaredWays.of(List.of(bare), true)).isEmpty();
    assertThat(DeclaredWays.of(List.of(piece(Datum.W84, 0, 100)), true)).isEmpty();
    assertThat(DeclaredWays.of(List.of(press(0, 100), bare, press(100, 200)), false)).hasSize(1);
    assertThat(DeclaredWays.of(List.of(), true)).isEmpty();
  }
}
