package hotline.node.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.airspace.Cells;
import hotline.airspace.Circle;
import hotline.airspace.Datum;
import hotline.airspace.Extent;
import hotline.airspace.HeightBand;
import hotline.airspace.Position;
import hotline.airspace.TimeInterval;
import hotline.line.body.EntityId;
import hotline.line.body.NoticeState;
import hotline.line.notice.Notice;
import hotline.node.details.FlownBy;
import hotline.record.merkle.Hash;
import hotline.record.statement.Mode;
import hotline.testkit.Chance;
import hotline.traffic.track.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which track flies which notice, and whose it is. */
class MatchingTest {
  private static final long MINUTE = 60_000_000L;
  private static final long NOW = 1_900_000_000_000_000L;

  private static final Cells CELLS =
      Cells.covering(new Circle(new Position(47_000_000_000L, 8_000_000_000L), 1_000_000), 10, 8);

  static LongStream seeds() {
    return Chance.seeds();
  }

  private static EntityId entity(int number) {
    byte[] bytes = new byte[EntityId.LENGTH];
    bytes[15] = (byte) number;
    return new EntityId(bytes);
  }

  /** From so many minutes before or after now, for an hour. */
  static OwnNotice notice(int number, NoticeState state, long inMinutes, FlownBy flownBy) {
    long start = NOW + inMinutes * MINUTE;
    return new OwnNotice(notice(number, state, start), flownBy, List.of(), List.of());
  }

  static Notice notice(int number, NoticeState state, long start) {
    return new Notice(
        entity(number),
        "north",
        1,
        state,
        Mode.LIVE,
        "transit",
        List.of(
            new Extent(
                CELLS,
                new HeightBand(Datum.STANDARD_PRESSURE, 0, 1_000),
                new TimeInterval(start, start + 60 * MINUTE))),
        Hash.of(new byte[32]),
        4,
        null,
        List.of(),
        start,
        7,
        7,
        List.of());
  }

  static Track track(
      String id, @Nullable String callsign, @Nullable String squawk, Track.State state) {
    return new Track(
        id, callsign, squawk, "feed", state, NOW, null, 0, null, null, null, null, null, null,
        false, 0, 0);
  }

  private static Track live(String id, @Nullable String callsign) {
    return track(id, callsign, null, Track.State.LIVE);
  }

  private static FlownBy callsign(String callsign) {
    return new FlownBy(callsign, null, null, null);
  }

  private static @Nullable String found(Matching matching, int number) {
    Track track = matching.of(entity(number)).track();
    return track == null ? null : track.id();
  }

  @Test
  void aHandComesBeforeTheAddressAndThatBeforeTheCallSignAndThatBeforeTheSquawk() {
    List<Track> sky =
        List.of(
            live("00000a", "ONE"),
            live("00000b", "TWO"),
            track("00000c", null, "4701", Track.State.LIVE),
            live("radar/7", null));
    FlownBy all = new FlownBy("ONE", "00000b", "4701", "radar/7");
    List<FlownBy> weaker =
        List.of(
            all,
            new FlownBy("ONE", "00000b", "4701", null),
            new FlownBy("ONE", null, "4701", null),
            new FlownBy(null, null, "4701", null));
    List<String> expected = List.of("radar/7", "00000b", "00000a", "00000c");
    List<MatchedBy> by =
        List.of(MatchedBy.HAND, MatchedBy.ADDRESS, MatchedBy.CALLSIGN, MatchedBy.SQUAWK);
    for (int i = 0; i < weaker.size(); i++) {
      Matching matching =
          new Matching(List.of(notice(1, NoticeState.ACTIVATED, 0, weaker.get(i))), sky, NOW);
      assertThat(found(matching, 1)).isEqualTo(expected.get(i));
      assertThat(matching.of(entity(1)).by()).isEqualTo(by.get(i));
    }
  }

  /** A call sign that another transponder sends is not this aircraft. */
  @Test
  void anotherAddressIsAnotherAircraft() {
    Matching matching =
        new Matching(
            List.of(notice(1, NoticeState.ACTIVATED, 0, new FlownBy("ONE", "00000b", null, null))),
            List.of(live("00000a", "ONE")),
            NOW);
    assertThat(found(matching, 1)).isNull();
  }

  @Test
  void ofTwoLiveOnesNoneIsTakenAndASilentOneGivesWay() {
    OwnNotice one = notice(1, NoticeState.ACTIVATED, 0, callsign("ONE"));
    Matching two =
        new Matching(List.of(one), List.of(live("00000a", "ONE"), live("00000b", "ONE")), NOW);
    assertThat(found(two, 1)).isNull();
    assertThat(two.of(entity(1)).several()).isEqualTo(2);
    Matching lost =
        new Matching(
            List.of(one),
            List.of(track("feed/1", "ONE", null, Track.State.LOST), live("feed/2", "ONE")),
            NOW);
    assertThat(found(lost, 1)).isEqualTo("feed/2");
  }

  @Test
  void oneAircraftFliesOneNoticeThatWhoseTimeItIs() {
    Matching matching =
        new Matching(
            List.of(
                notice(1, NoticeState.ACCEPTED, 59, callsign("ONE")),
                notice(2, NoticeState.ACTIVATED, -30, callsign("ONE")),
                notice(3, NoticeState.ACTIVATED, -300, callsign("ONE"))),
            List.of(live("00000a", "ONE")),
            NOW);
    assertThat(found(matching, 1)).isNull();
    assertThat(found(matching, 2)).isEqualTo("00000a");
    assertThat(found(matching, 3)).isNull();
  }

  @Test
  void longBeforeItsTimeItIsOwnAndFliesNothingAndASquawkSaysNothingThen() {
    Matching matching =
        new Matching(
            List.of(
                notice(1, NoticeState.ACCEPTED, 300, callsign("ONE")),
                notice(2, NoticeState.ACCEPTED, 300, new FlownBy(null, null, "4701", null))),
            List.of(live("00000a", "ONE"), track("00000b", null, "4701", Track.State.LIVE)),
            NOW);
    assertThat(found(matching, 1)).isNull();
    assertThat(found(matching, 2)).isNull();
    assertThat(matching.own()).containsExactly("00000a");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noTrackFliesTwoNoticesAndWhatFliesOneIsOwn(long seed) {
    Chance chance = Chance.of(seed);
    List<Track> sky = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      sky.add(
          track(
              chance.oneIn(3) ? "feed/" + i : "00000" + Integer.toHexString(i),
              chance.oneIn(2) ? null : chance.pick(List.of("ONE", "TWO", "THREE")),
              chance.oneIn(2) ? null : chance.pick(List.of("4701", "4702")),
              chance.pick(List.of(Track.State.values()))));
    }
    List<OwnNotice> notices = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      notices.add(
          notice(
              i,
              chance.pick(List.of(NoticeState.ACCEPTED, NoticeState.ACTIVATED)),
              chance.between(-90, 90),
              new FlownBy(
                  chance.oneIn(2) ? null : chance.pick(List.of("ONE", "TWO", "THREE")),
                  chance.oneIn(3) ? "00000" + chance.between(0, 9) : null,
                  chance.oneIn(3) ? chance.pick(List.of("4701", "4702")) : null,
                  chance.oneIn(4) ? chance.pick(sky).id() : null)));
    }
    Matching matching = new Matching(notices, sky, NOW);
    Set<String> flying = new TreeSet<>();
    for (OwnNotice each : notices) {
      Track track = matching.of(each.notice().entity()).track();
      if (track != null) {
        assertThat(flying.add(track.id())).isTrue();
        assertThat(matching.own()).contains(track.id());
        assertThat(each.canBeFlown(NOW)).isTrue();
      }
    }
  }

  @Test
  void whatIdentifiesNobodyIsRefusedAndALabelThatIsNoCallSignIsNone() {
    for (String shared : List.of("7000", "7700", "2000", "0000", "9999", "47011")) {
      assertThatThrownBy(() -> FlownBy.typed(null, null, shared, null))
          .hasMessageContaining("squawk");
    }
    assertThatThrownBy(() -> FlownBy.typed(null, "4b18", null, null)).hasMessageContaining("hex");
    assertThatThrownBy(() -> FlownBy.typed("A", null, null, null)).hasMessageContaining("sign");
    assertThatThrownBy(() -> FlownBy.typed(null, null, null, "a\u202eb"))
        .hasMessageContaining("track");
    assertThat(FlownBy.typed(" swr 12ab", " 4B 18 05", "", " ").callsign()).isEqualTo("SWR12AB");
    assertThat(FlownBy.callsign("swr 12 ab")).contains("SWR12AB");
    assertThat(FlownBy.callsign("the survey of the lake")).isEmpty();
  }
}
