package hotline.airspace;

import static hotline.airspace.Shapes.at;
import static hotline.airspace.Shapes.away;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hotline.testkit.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlightPathTest {
  private static final long SECOND = 1_000_000L;
  private static final Minima FIVE_MILES = new Minima(9_260_000, 1_000, 3_000);

  static LongStream seeds() {
    return Chance.seeds();
  }

  /** Against many small steps in time, each flight placed by its own geodesics. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theClosestInstantIsNoFartherThanAnySampled(long seed) {
    Chance chance = Chance.of(seed);
    Position middle = Shapes.anywhere(chance);
    Datum datum = chance.pick(List.of(Datum.values()));
    FlightPath a = draw(chance, middle, datum);
    FlightPath b = draw(chance, middle, chance.oneIn(4) ? Datum.W84 : datum);
    var found = FlightPath.closestApproach(a, b, FIVE_MILES);
    if (!a.times().meets(b.times())) {
      assertThat(found).isEmpty();
      return;
    }
    ClosestApproach closest = found.orElseThrow();
    assertThat(closest.positionOfA()).isEqualTo(place(a, closest.timeUs()));
    assertThat(closest.positionOfB()).isEqualTo(place(b, closest.timeUs()));
    double best = ratio(a, b, closest.timeUs());
    assertThat(closest.inside(FIVE_MILES)).isEqualTo(best < 1);
    assertThat(FlightPath.insideMinima(b, a, FIVE_MILES)).isEqualTo(best < 1);
    long fromUs = Math.max(a.times().startUs(), b.times().startUs());
    long toUs = Math.min(a.times().endUs(), b.times().endUs());
    for (int i = 0; i <= 300; i++) {
      double sampled = ratio(a, b, fromUs + (toUs - fromUs) * i / 300);
      // 0.2 m of five miles, or a thousandth when far apart.
      assertThat(best).isLessThanOrEqualTo(sampled < 5.4 ? sampled + 2.2e-5 : sampled * 1.001);
    }
  }

  @Test
  void headOnAtOneLevelTheyMeetHalfWay() {
    Position west = at(47, 8);
    Position east = away(west, 90, 60_000);
    FlightPath a = leg(west, 30_000, east, 30_000);
    FlightPath b = leg(east, 30_000, west, 30_000);
    ClosestApproach closest = FlightPath.closestApproach(a, b, FIVE_MILES).orElseThrow();
    assertThat(closest.timeUs()).isCloseTo(120 * SECOND, within(2L));
    assertThat(closest.horizontalMm()).isLessThan(5);
    assertThat(closest.verticalFeet()).isZero();
  }

  @Test
  void exactlyAtAMinimumIsNotInside() {
    Position west = at(47, 8);
    Position east = away(west, 90, 60_000);
    FlightPath low = leg(west, 30_000, east, 30_000);
    assertThat(FlightPath.insideMinima(low, leg(east, 31_000, west, 31_000), FIVE_MILES)).isFalse();
    assertThat(FlightPath.insideMinima(low, leg(east, 30_999, west, 30_999), FIVE_MILES)).isTrue();
    Position south = at(0, 0);
    long apartMm = south.distanceMm(at(0, 0.5));
    FlightPath first = leg(south, 0, at(1, 0), 0);
    FlightPath second = leg(at(0, 0.5), 0, at(1, 0.5), 0);
    ClosestApproach closest =
        FlightPath.closestApproach(first, second, new Minima(apartMm, 1, 0)).orElseThrow();
    // Meridians draw together northward, so the end is the closest.
    assertThat(closest.timeUs()).isEqualTo(240 * SECOND);
    assertThat(closest.horizontalMm()).isCloseTo(at(1, 0).distanceMm(at(1, 0.5)), within(1L));
  }

  @Test
  void nearInTheirOwnTimeIsNotNear() {
    FlightPath a = leg(at(47, 8), 0, at(47.1, 8), 0);
    assertThat(FlightPath.closestApproach(a, a.shifted(241 * SECOND, 0), FIVE_MILES)).isEmpty();
    ClosestApproach end =
        FlightPath.closestApproach(a, a.shifted(240 * SECOND, 0), FIVE_MILES).orElseThrow();
    assertThat(end.timeUs()).isEqualTo(240 * SECOND);
    assertThat(end.horizontalMm()).isCloseTo(at(47, 8).distanceMm(at(47.1, 8)), within(1L));
  }

  @Test
  void datumsThatDifferAreSaid() {
    FlightPath std = leg(at(47, 8), 35_000, at(47.1, 8), 35_000);
    FlightPath w84 =
        new FlightPath(
            List.of(
                new PathPoint(0, at(47, 8), 9_500_000),
                new PathPoint(240 * SECOND, at(47.1, 8), 9_500_000)),
            Datum.W84);
    ClosestApproach closest = FlightPath.closestApproach(std, w84, FIVE_MILES).orElseThrow();
    assertThat(closest.datumsDiffer()).isTrue();
    // 9,500 m are 31,168 ft: 3,832 ft apart, less the 3,000 of the margin.
    assertThat(closest.verticalFeet()).isEqualTo(832);
  }

  @Test
  void refusesWhatIsNoFlight() {
    PathPoint first = new PathPoint(0, at(0, 0), 0);
    assertThatThrownBy(() -> new FlightPath(List.of(first), Datum.W84))
        .hasMessageContaining("2 to");
    assertThatThrownBy(() -> new FlightPath(List.of(first, first), Datum.W84))
        .hasMessageContaining("point 2 is not later");
    assertThatThrownBy(
            () -> new FlightPath(List.of(first, new PathPoint(1, at(0, 90), 0)), Datum.W84))
        .hasMessageContaining("5,000 km");
    assertThatThrownBy(() ->
            new FlightPath(
                List.of(first, new PathPoint(1, at(0, 1), 600_000)), Datum.STANDARD_PRESSURE))
        .hasMessageContaining("ft STD, not 600000 at point 2");
    assertThatThrownBy(() -> new PathPoint(-1, at(0, 0), 0)).hasMessageContaining("1970");
  }

  private static FlightPath leg(Position from, long height, Position to, long heightAtEnd) {
    return new FlightPath(
        List.of(new PathPoint(0, from, height), new PathPoint(240 * SECOND, to, heightAtEnd)),
        Datum.STANDARD_PRESSURE);
  }

  private static FlightPath draw(Chance chance, Position middle, Datum datum) {
    List<PathPoint> points = new ArrayList<>();
    Position at = away(middle, 360 * chance.fraction(), 40_000 * chance.fraction());
    double heading = 360 * chance.fraction();
    long timeUs = chance.between(0, 100 * SECOND);
    // Legs of ten seconds, or of minutes.
    long stepUs = chance.oneIn(3) ? 200 * SECOND : 10 * SECOND;
    double height = chance.between(30_000, 36_000);
    double unit = datum == Datum.W84 ? 304.8 : 1;
    for (int i = 0; i < 12; i++) {
      points.add(new PathPoint(timeUs, at, Math.round(height * unit)));
      long lastsUs = chance.between(stepUs / 2, stepUs);
      timeUs += lastsUs;
      at = away(at, heading, 250.0 * lastsUs / SECOND);
      heading += 40 * (chance.fraction() - 0.5);
      height += 30.0 * lastsUs / SECOND * (chance.fraction() - 0.5);
    }
    return new FlightPath(points, datum);
  }

  private static double ratio(FlightPath a, FlightPath b, long timeUs) {
    double apartM = Shapes.inverse(place(a, timeUs), place(b, timeUs)).s12;
    double margin = a.datum() == b.datum() ? 0 : FIVE_MILES.datumMarginFeet();
    double feet = Math.max(0, Math.abs(feet(a, timeUs) - feet(b, timeUs)) - margin);
    return Math.max(1000 * apartM / FIVE_MILES.horizontalMm(), feet / FIVE_MILES.verticalFeet());
  }

  private static int legAt(FlightPath path, long timeUs) {
    int leg = 0;
    while (leg < path.points().size() - 2 && path.points().get(leg + 1).timeUs() <= timeUs) {
      leg++;
    }
    return leg;
  }

  private static double part(FlightPath path, int leg, long timeUs) {
    long from = path.points().get(leg).timeUs();
    return (double) (timeUs - from) / (path.points().get(leg + 1).timeUs() - from);
  }

  private static Position place(FlightPath path, long timeUs) {
    int leg = legAt(path, timeUs);
    var line =
        Shapes.line(path.points().get(leg).position(), path.points().get(leg + 1).position());
    GeodesicData point = line.Position(line.Distance() * part(path, leg, timeUs));
    return at(point.lat2, point.lon2);
  }

  private static double feet(FlightPath path, long timeUs) {
    int leg = legAt(path, timeUs);
    double from = path.points().get(leg).height();
    double to = path.points().get(leg + 1).height();
    double height = from + (to - from) * part(path, leg, timeUs);
    return path.datum() == Datum.W84 ? height / 304.8 : height;
  }
}
