package hotline.line.planning;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.airspace.Datum;
import hotline.airspace.FlightPath;
import hotline.airspace.Minima;
import hotline.airspace.PathPoint;
import hotline.airspace.Position;
import hotline.airspace.TimeInterval;
import hotline.airspace.Volume;
import hotline.line.disclosure.Draws;
import hotline.line.disclosure.ExactVolume;
import hotline.line.disclosure.Withheld;
import hotline.line.terms.Limits;
import hotline.line.terms.Planning;
import hotline.line.terms.Separation;
import hotline.line.terms.TermsDefaults;
import hotline.testkit.Chance;
import hotline.traffic.LossSearch;
import hotline.traffic.RecordedTrack;
import hotline.traffic.TrackPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Volumes of a flight: they hold it, and two flights that come too close have some that overlap.
 */
class TrackNoticesTest {
  private static final Separation TERMS = TermsDefaults.SEPARATION;
  private static final Planning PLANNING = TermsDefaults.PLANNING;
  private static final Limits LIMITS = TermsDefaults.LIMITS;
  private static final Minima MINIMA = new Minima(TERMS.horizontalMm(), TERMS.verticalFt(), 0);
  private static final long SECOND_US = 1_000_000;

  static LongStream seeds() {
    return Chance.seeds();
  }

  static LongStream fewSeeds() {
    return Chance.seeds().limit(20);
  }

  /** By either measure of a loss, with legs of 5 to 60 s and pieces cut anywhere in them. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void flightsInsideTheMinimaHaveVolumesThatOverlap(long seed) {
    Chance chance = Chance.of(seed);
    for (int i = 0; i < 3; i++) {
      RecordedTrack one = track(chance);
      RecordedTrack other = track(chance);
      FlightPath a = TrackNotices.path(one).orElseThrow();
      FlightPath b = TrackNotices.path(other).orElseThrow();
      boolean lost =
          FlightPath.insideMinima(a, b, MINIMA)
              || !LossSearch.continuous(
                      List.of(one),
                      List.of(other),
                      new hotline.traffic.Minima(TERMS.horizontalMm(), (int) TERMS.verticalFt()))
                  .isEmpty();
      if (lost) {
        KnownVolumes known =
            KnownVolumes.of(List.of(new NoticeVolumes(Draws.notice(chance), volumes(b))), TERMS);
        assertThat(known.conflictsWith(volumes(a))).isTrue();
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void thePiecesJoinAndTheirVolumesHoldThem(long seed) {
    Chance chance = Chance.of(seed);
    FlightPath path = TrackNotices.path(track(chance)).orElseThrow();
    List<ExactVolume> volumes = volumes(path);
    PathPoint end = path.points().getFirst();
    for (ExactVolume exact : volumes) {
      FlightPath piece = exact.path();
      assertThat(piece).isNotNull();
      if (piece == null) {
        return;
      }
      assertThat(piece.points().getFirst()).isEqualTo(end);
      end = piece.points().getLast();
      TimeInterval times = piece.times();
      assertThat(times.endUs() - times.startUs()).isLessThanOrEqualTo(PLANNING.segmentUs());
      Volume volume = exact.volume();
      assertThat(volume.times()).isEqualTo(times.widenedBy(TERMS.bufferTimeUs()));
      for (int i = 0; i <= 4; i++) {
        long timeUs = times.startUs() + (times.endUs() - times.startUs()) * i / 4;
        PathPoint at = path.at(timeUs).orElseThrow();
        assertThat(volume.heights().floor()).isLessThanOrEqualTo(at.height() - 500);
        assertThat(volume.heights().ceiling()).isGreaterThanOrEqualTo(at.height() + 500);
        for (int turn = 0; turn < 360_000; turn += 45_000) {
          assertThat(
                  volume
                      .footprint()
                      .contains(at.position().toward(turn, TERMS.bufferHorizontalMm())))
              .isTrue();
        }
      }
    }
    assertThat(end).isEqualTo(path.points().getLast());
  }

  /** Properly separated traffic is in no conflict, wherever its pieces are cut. */
  @Test
  void levelFlightsExactlyAtTheVerticalMinimumDoNotConflict() {
    FlightPath low = path(34_000, 34_000, 7, 47);
    FlightPath high = path(35_000, 35_000, 7, 47);
    FlightPath less = path(34_999, 34_999, 7, 47);
    NoticeVolumes others = new NoticeVolumes(SwissTwoHours.ref(1, 1), volumes(low));
    KnownVolumes known = KnownVolumes.of(List.of(others), TERMS);
    assertThat(known.conflictsWith(volumes(high))).isFalse();
    assertThat(known.conflictsWith(volumes(less))).isTrue();
  }

  @Test
  void manyPointsMakeShorterPiecesAndStandingStillIsACircle() {
    List<PathPoint> dense =
        IntStream.rangeClosed(0, 300)
            .mapToObj(i ->
                new PathPoint(
                    Draws.NEW_YEAR_US + i * SECOND_US,
                    new Position(47_000_000_000L, 8_000_000_000L),
                    30_000))
            .toList();
    List<ExactVolume> volumes = volumes(new FlightPath(dense, Datum.STANDARD_PRESSURE));
    assertThat(volumes).hasSize(10);
    assertThat(volumes.getFirst().volume().footprint()).isInstanceOf(hotline.airspace.Circle.class);
  }

  @Test
  void whatTheTermsHaveNoPlaceForIsRefusedWithWhatToDo() {
    FlightPath tenPieces = path(34_000, 34_000, 1_200, 47);
    assertThat(code(tenPieces, new Limits(9, LIMITS.noticeDurationUs(), 256, SECOND_US, 1)))
        .isEqualTo("too-many-volumes");
    assertThat(code(tenPieces, new Limits(10, LIMITS.noticeDurationUs(), 256, SECOND_US, 1)))
        .isEmpty();
    // 20 minutes and half a minute at each end.
    assertThat(code(tenPieces, new Limits(10, 1_260 * SECOND_US, 256, SECOND_US, 1))).isEmpty();
    assertThat(code(tenPieces, new Limits(10, 1_260 * SECOND_US - 1, 256, SECOND_US, 1)))
        .isEqualTo("notice-too-long");
    assertThat(code(path(499_800, 499_800, 60, 47), LIMITS)).isEqualTo("height-out-of-range");
    assertThat(code(path(34_000, 34_000, 60, 52), LIMITS)).isEqualTo("piece-too-wide");
  }

  @Test
  void oneInstantIsNoFlight() {
    assertThat(
            TrackNotices.path(
                new RecordedTrack("aaaaaa", "", List.of(new TrackPoint(0, 0, 0, 30_000)))))
        .isEmpty();
  }

  /** One enquiry holds the notice under every shift that the terms allow. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("fewSeeds")
  void anEnquiryHoldsEveryShift(long seed) {
    Chance chance = Chance.of(seed);
    List<ExactVolume> volumes = List.of(Draws.volume(chance), Draws.volume(chance));
    if (Enquiry.of(volumes, PLANNING, TermsDefaults.GRANULARITY, LIMITS)
        instanceof Enquiry.Allowed allowed) {
      for (Shift shift : Shift.allowed(PLANNING)) {
        assertThat(shift.apply(volumes).orElseThrow()).allMatch(allowed.extents()::hold);
      }
    } else {
      throw new AssertionError("two small volumes are within the default bounds");
    }
  }

  @Test
  void anEnquiryBeyondTheBoundsIsRefused() {
    List<ExactVolume> volumes = volumes(path(34_000, 34_000, 1_200, 47));
    assertThat(
            Enquiry.of(
                volumes,
                PLANNING,
                TermsDefaults.GRANULARITY,
                new Limits(10, 3_600 * SECOND_US, 1, 7_200 * SECOND_US, 1)))
        .isEqualTo(new Enquiry.Refused(Withheld.ENQUIRY_TOO_WIDE));
    assertThat(
            Enquiry.of(
                volumes,
                PLANNING,
                TermsDefaults.GRANULARITY,
                new Limits(10, 3_600 * SECOND_US, 256, 2_400 * SECOND_US, 1)))
        .isEqualTo(new Enquiry.Refused(Withheld.ENQUIRY_TOO_LONG));
  }

  private static List<ExactVolume> volumes(FlightPath path) {
    return switch (TrackNotices.volumes(path, TERMS, PLANNING, LIMITS)) {
      case TrackNotices.Result.Volumes(List<ExactVolume> volumes) -> volumes;
      case TrackNotices.Result.Refused(String code, String sentence) ->
          throw new AssertionError(code + ": " + sentence);
    };
  }

  private static String code(FlightPath path, Limits limits) {
    return switch (TrackNotices.volumes(path, TERMS, PLANNING, limits)) {
      case TrackNotices.Result.Volumes _ -> "";
      case TrackNotices.Result.Refused(String code, String _) -> code;
    };
  }

  /** From 46 N 8 E to {@code endLat} in so many seconds, in three legs of odd lengths. */
  private static FlightPath path(long startFt, long endFt, long seconds, long endLat) {
    long start = Draws.NEW_YEAR_US;
    return new FlightPath(
        List.of(
            new PathPoint(start, new Position(46_000_000_000L, 8_000_000_000L), startFt),
            new PathPoint(
                start + seconds * SECOND_US / 3,
                new Position(46_000_000_000L + (endLat - 46) * 333_333_333L, 8_000_000_000L),
                startFt),
            new PathPoint(
                start + seconds * SECOND_US,
                new Position(endLat * 1_000_000_000L, 8_000_000_000L),
                endFt)),
        Datum.STANDARD_PRESSURE);
  }

  /** Five minutes near 47 N 8 E, at up to 280 m/s, level or not, with a point now and then. */
  private static RecordedTrack track(Chance chance) {
    long timeUs = Draws.NEW_YEAR_US + chance.between(0, 120) * SECOND_US;
    long endUs = timeUs + 300 * SECOND_US;
    long lat = 47_000_000_000L + chance.between(-200_000_000, 200_000_000);
    long lng = 8_000_000_000L + chance.between(-300_000_000, 300_000_000);
    long latPerS = chance.between(-1_700_000, 1_700_000);
    long lngPerS = chance.between(-2_500_000, 2_500_000);
    long feet = 33_000 + chance.between(0, 80) * 25;
    List<TrackPoint> points = new ArrayList<>();
    long stepS = chance.oneIn(3) ? 60 : chance.between(5, 30);
    while (timeUs <= endUs) {
      points.add(new TrackPoint(timeUs, lat, lng, (int) feet));
      timeUs += stepS * SECOND_US;
      lat += stepS * latPerS;
      lng += stepS * lngPerS;
      feet += chance.between(-2, 2) * 25 * stepS / 10;
    }
    return new RecordedTrack("aaaaaa", "", points);
  }
}
