package hotline.line.planning;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.airspace.Circle;
import hotline.airspace.Datum;
import hotline.airspace.FlightPath;
import hotline.airspace.Footprint;
import hotline.airspace.HeightBand;
import hotline.airspace.Outline;
import hotline.airspace.PathPoint;
import hotline.airspace.Position;
import hotline.airspace.TimeInterval;
import hotline.airspace.Volume;
import hotline.line.disclosure.ExactVolume;
import hotline.line.disclosure.Extents;
import hotline.line.terms.AgreedLine;
import hotline.line.terms.AgreedLine.Sort;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsSamples;
import hotline.testkit.Chance;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which agreed lines notices cross, from exact volumes and from cells. */
class CrossingsTest {
  private static final long MINUTE_US = 60_000_000;
  private static final long NOON_US = 1_800_000_000_000_000L;

  /** From south to north along 8° E, ten minutes asked; from west to east along 47° N, 20 km. */
  private static final AgreedLine RIVER =
      line("river", "the river", Sort.LINE, 0, 10, Optional.empty(), at(46, 8), at(49, 8));

  private static final AgreedLine GATE =
      line(
          "gate",
          "the gate",
          Sort.CORRIDOR,
          20_000_000,
          0,
          Optional.of(new HeightBand(Datum.STANDARD_PRESSURE, 10_000, 20_000)),
          at(47, 5),
          at(47, 11));

  private static final Terms TERMS = TermsSamples.FULL.draft().lines(List.of(RIVER, GATE)).build();

  private final Crossings crossings = new Crossings(TERMS);

  @Test
  void aVolumeThatReachesOverALineCrossesItFromItsStart() {
    Crossing river = only(exact(volume(circle(48.0, 8.01, 5), 5_000, 9_000, null), 0));
    assertThat(river.exact()).isTrue();
    assertThat(river.atUs()).isEqualTo(NOON_US);
    assertThat(exact(volume(circle(48.0, 8.1, 5), 5_000, 9_000, null), 0)).isEmpty();
  }

  @Test
  void thePathSaysWhen() {
    FlightPath path = path(at(48, 7.8), at(48, 8.2));
    Crossing river = only(exact(volume(around(path), 5_000, 9_000, path), 4));
    assertThat(river.atUs())
        .isBetween(NOON_US + 5 * MINUTE_US - 1_000_000, NOON_US + 5 * MINUTE_US + 1_000_000);
    FlightPath beside = path(at(48, 7.7), at(48, 7.9));
    assertThat(exact(volume(around(beside), 5_000, 9_000, beside), 4)).isEmpty();
  }

  @Test
  void lessNoticeThanIsAskedIsLateAndSaidSo() {
    ExactVolume volume = volume(circle(48.0, 8.0, 5), 5_000, 9_000, null);
    assertThat(only(exact(volume, 4)).words())
        .isEqualTo("crosses the river: 10 min notice is asked, 4 min given: late");
    assertThat(only(exact(volume, 10)).isLate()).isFalse();
    assertThat(only(exact(volume, 10)).words())
        .isEqualTo("crosses the river: 10 min notice is asked, 10 min given");
    assertThat(only(crossings.exact(List.of(volume), NOON_US - 10 * MINUTE_US + 1)).words())
        .as("never rounded up")
        .isEqualTo("crosses the river: 10 min notice is asked, 9 min given: late");
    assertThat(only(exact(volume, -1)).words())
        .isEqualTo("crosses the river: 10 min notice is asked, none given: late");
  }

  @Test
  void aCorridorIsUsedInItsHeightsOnly() {
    Crossing gate = only(exact(volume(circle(47.05, 6, 2), 15_000, 16_000, null), 0));
    assertThat(gate.line()).isEqualTo(GATE);
    assertThat(gate.words()).as("asks for no notice").isEqualTo("uses corridor the gate");
    assertThat(exact(volume(circle(47.05, 6, 2), 20_000, 21_000, null), 0)).isEmpty();
    assertThat(exact(volume(circle(47.2, 6, 2), 15_000, 16_000, null), 0)).isEmpty();
    assertThat(exact(volume(circle(47.0, 8, 2), 15_000, 16_000, null), 0))
        .extracting(each -> each.line().name())
        .containsExactly("river", "gate");
  }

  @Test
  void cellsSayMayAndAnOpenedVolumeSaysMore() {
    ExactVolume near = volume(circle(48.0, 8.02, 1), 5_000, 9_000, null);
    var extents = Extents.around(List.of(near), TERMS.granularity()).list();
    assertThat(exact(near, 5)).isEmpty();
    Crossing may = only(crossings.coarse(extents, NOON_US - 5 * MINUTE_US));
    assertThat(may.words())
        .isEqualTo("may cross the river: 10 min notice is asked, 5 min given: late");
    assertThat(only(crossings.known(extents, List.of(near), NOON_US)).exact())
        .as("one opened volume beside it says nothing of the others")
        .isFalse();
    ExactVolume over = volume(circle(48.0, 8.0, 1), 5_000, 9_000, null);
    assertThat(only(crossings.known(extents, List.of(near, over), NOON_US)).exact()).isTrue();
  }

  @Test
  void linesOfAnyLengthAreDrawn() {
    Terms wide =
        TERMS
            .draft()
            .lines(
                List.of(
                    line("long", "l", Sort.LINE, 0, 0, Optional.empty(), at(0, -60), at(10, 60)),
                    line(
                        "wide",
                        "w",
                        Sort.CORRIDOR,
                        200_000_000,
                        0,
                        Optional.empty(),
                        at(60, 5),
                        at(61, 20))))
            .build();
    Crossings drawn = new Crossings(wide);
    ExactVolume middle = volume(circle(60.7, 12, 1), 5_000, 9_000, null);
    assertThat(drawn.exact(List.of(middle), NOON_US)).hasSize(1);
    assertThat(new Crossings(TermsSamples.FULL.draft().lines(List.of()).build()).isEmpty())
        .isTrue();
  }

  /** What exact volumes cross, their cells never deny. */
  @Test
  void coarseNeverDeniesWhatIsExact() {
    Chance.seeds()
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          ExactVolume volume =
              volume(
                  circle(
                      46.5 + chance.fraction() * 2, 7.5 + chance.fraction(), chance.between(1, 20)),
                  chance.between(0, 20) * 1_000,
                  30_000,
                  null);
          var extents = Extents.around(List.of(volume), TERMS.granularity()).list();
          assertThat(crossings.coarse(extents, NOON_US))
              .extracting(Crossing::line)
              .containsAll(
                  crossings.exact(List.of(volume), NOON_US).stream().map(Crossing::line).toList());
        });
  }

  private List<Crossing> exact(ExactVolume volume, long minutesAhead) {
    return crossings.exact(List.of(volume), NOON_US - minutesAhead * MINUTE_US);
  }

  private static Crossing only(List<Crossing> all) {
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static AgreedLine line(
      String name,
      String title,
      Sort sort,
      long widthMm,
      long leadMinutes,
      Optional<HeightBand> band,
      Position... points) {
    return new AgreedLine(
        name,
        title,
        sort,
        List.of(points),
        widthMm,
        band,
        Optional.empty(),
        Optional.empty(),
        leadMinutes * MINUTE_US);
  }

  private static Position at(double lat, double lng) {
    return new Position(Math.round(lat * 1e9), Math.round(lng * 1e9));
  }

  private static Footprint circle(double lat, double lng, long km) {
    return new Circle(at(lat, lng), km * 1_000_000);
  }

  private static Footprint around(FlightPath path) {
    return Outline.around(path.points().stream().map(PathPoint::position).toList(), 1_000_000);
  }

  private static FlightPath path(Position from, Position to) {
    return new FlightPath(
        List.of(
            new PathPoint(NOON_US, from, 7_000),
            new PathPoint(NOON_US + 10 * MINUTE_US, to, 7_000)),
        Datum.STANDARD_PRESSURE);
  }

  private static ExactVolume volume(
      Footprint footprint, long floor, long ceiling, @Nullable FlightPath path) {
    return new ExactVolume(
        new Volume(
            footprint,
            new HeightBand(Datum.STANDARD_PRESSURE, floor, ceiling),
            new TimeInterval(NOON_US, NOON_US + 10 * MINUTE_US)),
        path);
  }
}
