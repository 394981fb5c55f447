package hotline.node.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.airspace.Circle;
import hotline.airspace.Datum;
import hotline.airspace.HeightBand;
import hotline.airspace.Position;
import hotline.airspace.TimeInterval;
import hotline.airspace.Volume;
import hotline.line.body.NoticeState;
import hotline.node.conformance.Matching.Match;
import hotline.node.conformance.Standing.State;
import hotline.node.details.FlownBy;
import hotline.node.feed.ConformanceConfig;
import hotline.traffic.report.Place;
import hotline.traffic.track.Track;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said of an own aircraft over its flight, and what is proposed and when. */
class WatchedTest {
  private static final long SECOND = 1_000_000;
  private static final long NOW = 1_900_000_000L * SECOND;
  private static final Position MIDDLE = new Position(47_000_000_000L, 8_000_000_000L);

  /** 10 km around, 30,000 to 32,000 ft, for an hour. */
  private static final Volume VOLUME =
      new Volume(
          new Circle(MIDDLE, 10_000_000),
          new HeightBand(Datum.STANDARD_PRESSURE, 30_000, 32_000),
          new TimeInterval(NOW, NOW + 3_600 * SECOND));

  private final Watched watched = new Watched(ConformanceConfig.STANDARD, NOW);
  private NoticeState is = NoticeState.ACTIVATED;

  private Standing look(int second, Match match) {
    return watched.look(
        new OwnNotice(MatchingTest.notice(1, is, NOW), FlownBy.UNKNOWN, List.of(VOLUME), List.of()),
        match,
        0,
        NOW + second * SECOND);
  }

  private Standing look(int second, Track track) {
    return look(second, new Match(track, MatchedBy.CALLSIGN, 0));
  }

  /** Seen at this second, so far from the middle. */
  private static Track seen(
      int second, long fromMiddleM, @Nullable Integer feet, Track.State state, boolean onGround) {
    Position at = MIDDLE.toward(90_000, fromMiddleM * 1_000);
    return new Track(
        "4b1805",
        "ONE",
        null,
        "feed",
        state,
        NOW + second * SECOND,
        new Place(at.latNanodegrees(), at.lngNanodegrees()),
        NOW + second * SECOND,
        feet,
        null,
        null,
        100_000,
        0,
        0,
        onGround,
        0,
        0);
  }

  private static Track live(int second, long fromMiddleM) {
    return seen(second, fromMiddleM, 31_000, Track.State.LIVE, false);
  }

  @Test
  void outsideIsProposedAfterTenSecondsThenContingentAfterAMinuteThenBack() {
    assertThat(look(0, live(0, 0)).state()).isEqualTo(State.INSIDE);
    for (int second = 1; second <= 20; second++) {
      Standing standing = look(second, live(second, 15_000));
      assertThat(standing.state()).isEqualTo(State.OUTSIDE);
      assertThat(standing.sinceUs()).isEqualTo(NOW + SECOND);
      assertThat(standing.proposal()).isEqualTo(second < 11 ? null : NoticeState.NONCONFORMING);
    }
    is = NoticeState.NONCONFORMING;
    assertThat(look(60, live(60, 15_000)).proposal()).isNull();
    assertThat(look(61, live(61, 15_000)).proposal()).isEqualTo(NoticeState.CONTINGENT);
    assertThat(look(62, live(62, 9_000)).state()).isEqualTo(State.INSIDE);
    assertThat(look(71, live(71, 9_000)).proposal()).isNull();
    assertThat(look(72, live(72, 9_000)).proposal()).isEqualTo(NoticeState.ACTIVATED);
    is = NoticeState.CONTINGENT;
    assertThat(look(99, live(99, 99_000)).proposal()).isNull();
  }

  @Test
  void silentIsToldAndLostIsProposedAsContingentAndNeitherIsInside() {
    assertThat(look(0, live(0, 0)).state()).isEqualTo(State.INSIDE);
    Standing coasting = look(20, seen(0, 0, 31_000, Track.State.COASTING, false));
    assertThat(coasting.state()).isEqualTo(State.SILENT);
    assertThat(coasting.sinceUs()).isEqualTo(NOW);
    assertThat(coasting.proposal()).isNull();
    Standing lost = look(61, seen(0, 0, 31_000, Track.State.LOST, false));
    assertThat(lost.proposal()).isEqualTo(NoticeState.CONTINGENT);
    is = NoticeState.ACCEPTED;
    assertThat(look(62, seen(0, 0, 31_000, Track.State.LOST, false)).proposal()).isNull();
  }

  @Test
  void withoutDataItIsNeverInside() {
    assertThat(look(0, Match.NONE).state()).isEqualTo(State.NO_TRACK);
    assertThat(look(1, new Match(null, MatchedBy.CALLSIGN, 2)).state())
        .isEqualTo(State.SEVERAL_TRACKS);
    assertThat(look(2, seen(2, 0, null, Track.State.LIVE, false)).state())
        .isEqualTo(State.NO_HEIGHT);
    assertThat(look(3, seen(3, 0, 31_000, Track.State.LIVE, true)).state())
        .isEqualTo(State.ON_GROUND);
    Standing nothing =
        watched.look(
            new OwnNotice(MatchingTest.notice(1, is, NOW), FlownBy.UNKNOWN, List.of(), List.of()),
            new Match(live(4, 0), MatchedBy.HAND, 0),
            0,
            NOW + 4 * SECOND);
    assertThat(nothing.state()).isEqualTo(State.NO_VOLUMES);
  }

  @Test
  void whoFliesANoticeThatIsOnlyAcceptedIsAskedToActivateIt() {
    is = NoticeState.ACCEPTED;
    Standing inside = look(0, live(0, 0));
    assertThat(inside.state()).isEqualTo(State.NOT_ACTIVE);
    assertThat(inside.proposal()).isEqualTo(NoticeState.ACTIVATED);
    Standing outside = look(1, live(1, 50_000));
    assertThat(outside.state()).isEqualTo(State.NOT_ACTIVE);
    assertThat(outside.proposal()).isNull();
  }

  @Test
  void leavingCountsDownAndItStaysInsideSince() {
    long since = look(0, live(0, 0)).sinceUs();
    for (int second = 1; second < 40; second++) {
      Position at = MIDDLE.toward(0, 8_000_000L + second * 51_444L);
      Track track =
          new Track(
              "4b1805",
              "ONE",
              null,
              "feed",
              Track.State.LIVE,
              NOW + second * SECOND,
              new Place(at.latNanodegrees(), at.lngNanodegrees()),
              NOW + second * SECOND,
              31_000,
              null,
              null,
              100_000,
              0,
              0,
              false,
              0,
              0);
      Standing standing = look(second, track);
      if (standing.state() == State.LEAVING) {
        assertThat(standing.leavesInS()).isBetween(45 - second, 47 - second);
        assertThat(standing.sinceUs()).isEqualTo(since);
      } else {
        assertThat(second).isLessThan(5);
      }
    }
  }
}
