package hotline.line.planning;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.airspace.Circle;
import hotline.airspace.ClosestApproach;
import hotline.airspace.Datum;
import hotline.airspace.FlightPath;
import hotline.airspace.Footprint;
import hotline.airspace.HeightBand;
import hotline.airspace.Outline;
import hotline.airspace.PathPoint;
import hotline.airspace.Position;
import hotline.airspace.TimeInterval;
import hotline.airspace.Volume;
import hotline.line.disclosure.Draws;
import hotline.line.disclosure.ExactVolume;
import hotline.line.terms.Separation;
import hotline.line.terms.TermsDefaults;
import hotline.testkit.Chance;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Conflicts: no more and no fewer, each told right. */
class ConflictSearchTest {
  private static final Separation TERMS = TermsDefaults.SEPARATION;

  static LongStream seeds() {
    return Chance.seeds();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theConflictsAreThoseOfComparingAll(long seed) {
    Chance chance = Chance.of(seed);
    List<NoticeVolumes> own = notices(chance);
    List<NoticeVolumes> others = notices(chance);
    List<Conflict> conflicts = ConflictSearch.search(own, others, TERMS);
    assertThat(conflicts).isSortedAccordingTo(Conflict.SOONEST_FIRST);
    Set<String> expected = new HashSet<>();
    for (NoticeVolumes one : own) {
      for (NoticeVolumes other : others) {
        for (ExactVolume a : one.volumes()) {
          for (ExactVolume b : other.volumes()) {
            if (a.volume().overlaps(b.volume(), TERMS.datumMarginFt())) {
              expected.add(one.notice() + " " + other.notice());
              check(conflict(conflicts, one, other), a.volume(), b.volume());
            }
          }
        }
      }
    }
    assertThat(conflicts.stream().map(c -> c.own() + " " + c.other()))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(expected);
    // The other way round: the same pairs.
    assertThat(
            ConflictSearch.search(others, own, TERMS).stream().map(c -> c.other() + " " + c.own()))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  /** The draws hold enough of both, or the property above would say nothing. */
  @Test
  void theDrawsHoldConflictsAndNone() {
    int found = 0;
    for (int seed = 0; seed < 20; seed++) {
      Chance chance = Chance.of(seed);
      found += ConflictSearch.search(notices(chance), notices(chance), TERMS).size();
    }
    assertThat(found).isBetween(20, 20 * 32);
  }

  private static Conflict conflict(
      List<Conflict> conflicts, NoticeVolumes one, NoticeVolumes other) {
    return conflicts.stream()
        .filter(c -> c.own().equals(one.notice()) && c.other().equals(other.notice()))
        .findFirst()
        .orElseThrow();
  }

  /** Every overlap of the pair lies within what the conflict says. */
  private static void check(Conflict conflict, Volume a, Volume b) {
    TimeInterval common = a.times().common(b.times()).orElseThrow();
    assertThat(conflict.times().startUs()).isLessThanOrEqualTo(common.startUs());
    assertThat(conflict.times().endUs()).isGreaterThanOrEqualTo(common.endUs());
    if (a.heights().datum() != b.heights().datum()) {
      assertThat(conflict.datumsDiffer()).isTrue();
    } else if (a.heights().datum() == conflict.heights().datum()) {
      assertThat(conflict.heights().floor())
          .isLessThanOrEqualTo(Math.max(a.heights().floor(), b.heights().floor()));
      assertThat(conflict.heights().ceiling())
          .isGreaterThanOrEqualTo(Math.min(a.heights().ceiling(), b.heights().ceiling()));
    }
  }

  private static List<NoticeVolumes> notices(Chance chance) {
    return IntStream.range(0, 8)
        .mapToObj(i -> new NoticeVolumes(Draws.notice(chance), Draws.volumes(chance, 5)))
        .toList();
  }

  /** A place that both footprints hold, within what a map shows. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void thePlaceLiesInBoth(long seed) {
    Chance chance = Chance.of(seed);
    for (int i = 0; i < 20; i++) {
      Footprint one = Draws.volume(chance).volume().footprint();
      Footprint other = Draws.volume(chance).volume().footprint();
      if (one.intersects(other)) {
        Position place = CommonPlace.of(one, other);
        assertThat(near(one, place)).isTrue();
        assertThat(near(other, place)).isTrue();
      }
    }
  }

  private static boolean near(Footprint footprint, Position place) {
    return footprint.intersects(new Circle(place, 100_000));
  }

  @Test
  void crossedCorridorsShareTheirCrossing() {
    Outline east = Outline.around(List.of(at(47, 7), at(47, 9)), 2_000_000);
    Outline north = Outline.around(List.of(at(46, 8), at(48, 8)), 2_000_000);
    Position place = CommonPlace.of(east, north);
    assertThat(place.distanceMm(at(47, 8))).isLessThan(2_500_000);
    Circle small = new Circle(at(47, 8), 1_000);
    assertThat(CommonPlace.of(small, new Circle(at(47, 8), 900_000_000))).isEqualTo(at(47, 8));
    assertThat(near(small, CommonPlace.of(small, east))).isTrue();
    // Across the antimeridian.
    Outline west = Outline.around(List.of(at(0, 179), at(0, -179)), 2_000_000);
    Outline up = Outline.around(List.of(at(1, 180), at(-1, 180)), 2_000_000);
    assertThat(CommonPlace.of(west, up).distanceMm(at(0, 180))).isLessThan(2_500_000);
  }

  /** Two fly the same way 20 s and 4 km apart, one in metres that are worth about the same. */
  @Test
  void heightsOfTwoDatumsAreComparedWithTheMarginAndSaidSo() {
    NoticeVolumes feet = notice(1, Datum.STANDARD_PRESSURE, 34_000, 0);
    NoticeVolumes near = notice(2, Datum.W84, 11_000_000, 20);
    NoticeVolumes far = notice(3, Datum.W84, 12_000_000, 20);
    List<Conflict> conflicts = ConflictSearch.search(List.of(feet), List.of(near, far), TERMS);
    assertThat(conflicts).hasSize(1);
    Conflict conflict = conflicts.getFirst();
    assertThat(conflict.other()).isEqualTo(near.notice());
    assertThat(conflict.datumsDiffer()).isTrue();
    assertThat(conflict.heights()).isEqualTo(feet.volumes().getFirst().volume().heights());
    ClosestApproach closest = conflict.closest();
    assertThat(closest).isNotNull();
  }

  @Test
  void flightsAtDifferentTimesConflictByTheirBuffersOnly() {
    NoticeVolumes first = notice(1, Datum.STANDARD_PRESSURE, 34_000, 0);
    NoticeVolumes second = notice(2, Datum.STANDARD_PRESSURE, 34_000, 100);
    Conflict conflict = ConflictSearch.search(List.of(first), List.of(second), TERMS).getFirst();
    assertThat(conflict.closest()).isNull();
    NoticeVolumes third = notice(3, Datum.STANDARD_PRESSURE, 34_000, 120);
    assertThat(ConflictSearch.search(List.of(first), List.of(third), TERMS)).isEmpty();
  }

  /** A minute eastward along 47 N, with 30 s of buffer. */
  private static NoticeVolumes notice(int number, Datum datum, long height, long startS) {
    long startUs = Draws.NEW_YEAR_US + startS * 1_000_000;
    FlightPath path =
        new FlightPath(
            List.of(
                new PathPoint(startUs, at(47, 8), height),
                new PathPoint(startUs + 60_000_000, at(47, 8.2), height)),
            datum);
    long up = datum == Datum.W84 ? 152_400 : 500;
    return new NoticeVolumes(
        SwissTwoHours.ref(7, number),
        List.of(
            new ExactVolume(
                new Volume(
                    Outline.around(List.of(at(47, 8), at(47, 8.2)), 4_630_000),
                    new HeightBand(datum, height - up, height + up),
                    path.times().widenedBy(30_000_000)),
                path)));
  }

  private static Position at(double lat, double lng) {
    return new Position(Math.round(lat * 1e9), Math.round(lng * 1e9));
  }
}
