package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.airspace.Cells;
import hotline.airspace.Circle;
import hotline.airspace.Datum;
import hotline.airspace.Extent;
import hotline.airspace.HeightBand;
import hotline.airspace.TimeInterval;
import hotline.line.body.Body;
import hotline.line.body.NoticeBody;
import hotline.line.body.NoticeRef;
import hotline.line.body.NoticeState;
import hotline.line.effect.NoticeEffect.NoticeMeets;
import hotline.line.notice.Notice;
import hotline.line.terms.Area;
import hotline.line.terms.ThirdParty;
import hotline.line.terms.Zone;
import hotline.record.merkle.Merkle;
import hotline.record.statement.Mode;
import hotline.testkit.Chance;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Notices: versions, states, owners, extents, and what they meet. */
class NoticeTest {
  private static final Extent HERE = Places.extent(46, 8, 10, 0);

  private final TestLine line = TestLine.ofTwo();

  /** From every state, every word: what becomes of it is the table of NoticeState.next. */
  @Test
  void everyTransition() {
    for (NoticeState from : NoticeState.values()) {
      for (NoticeState to : NoticeState.values()) {
        if (to == NoticeState.ACCEPTED) {
          continue;
        }
        TestLine each = TestLine.ofTwo();
        each.accepted("north", Places.declare(1, 1, HERE));
        if (from != NoticeState.ACCEPTED) {
          each.accepted("north", word(from));
        }
        Outcome outcome = each.say("north", word(to));
        boolean allowed = from.next().contains(to);
        assertThat(outcome.verdict() == Verdict.ACCEPTED)
            .as("%s to %s: %s", from, to, outcome.code())
            .isEqualTo(allowed);
        if (!allowed) {
          assertThat(outcome.code())
              .isEqualTo(from == NoticeState.ENDED ? "notice-ended" : "wrong-transition");
        }
      }
    }
  }

  private static Body word(NoticeState to) {
    return to == NoticeState.ENDED
        ? new NoticeBody.End(Places.entity(1), 1)
        : new NoticeBody.Move(Places.entity(1), 1, to);
  }

  @Test
  void versionsFollowOneAnother() {
    assertThat(north(Places.declare(1, 2, HERE))).isEqualTo("version-not-next");
    assertThat(north(Places.declare(1, 1, HERE))).isEqualTo("ok");
    assertThat(north(Places.declare(1, 1, HERE))).isEqualTo("version-not-next");
    assertThat(north(Places.declare(1, 3, HERE))).isEqualTo("version-not-next");
    assertThat(north(Places.declare(1, 2, HERE))).isEqualTo("ok");
    assertThat(north(new NoticeBody.End(Places.entity(1), 1))).isEqualTo("version-old");
    assertThat(north(new NoticeBody.Move(Places.entity(1), 1, NoticeState.ACTIVATED)))
        .isEqualTo("version-old");
  }

  @Test
  void anAmendmentKeepsTheState() {
    north(Places.declare(1, 1, HERE));
    north(new NoticeBody.Move(Places.entity(1), 1, NoticeState.ACTIVATED));
    assertThat(north(Places.declare(1, 2, Places.extent(46, 8, 12, 0)))).isEqualTo("ok");
    assertThat(notice(1).state()).isEqualTo(NoticeState.ACTIVATED);
  }

  @Test
  void aNoticeIsItsCreatorsForEver() {
    north(Places.declare(1, 1, HERE));
    assertThat(south(Places.declare(1, 2, HERE))).isEqualTo("not-owner");
    assertThat(south(new NoticeBody.End(Places.entity(1), 1))).isEqualTo("not-owner");
    assertThat(south(new NoticeBody.Move(Places.entity(1), 1, NoticeState.CONTINGENT)))
        .isEqualTo("not-owner");
    north(new NoticeBody.End(Places.entity(1), 1));
    assertThat(south(Places.declare(1, 1, HERE))).isEqualTo("not-owner");
    assertThat(north(Places.declare(1, 2, HERE))).isEqualTo("notice-ended");
    assertThat(north(new NoticeBody.End(Places.entity(1), 1))).isEqualTo("notice-ended");
    assertThat(line.state.notices().endedOf("north", 5)).hasSize(1);
    assertThat(line.state.notices().owner(new NoticeRef(Places.entity(1), 1))).contains("north");
    assertThat(line.state.notices().owner(new NoticeRef(Places.entity(1), 2))).isEmpty();
  }

  @Test
  void disputesAreOnRecordWithoutEffect() {
    north(Places.declare(1, 1, HERE));
    NoticeBody.Dispute dispute =
        new NoticeBody.Dispute(Places.entity(1), 1, NoticeBody.Ground.CONDITION, "not agreed");
    assertThat(north(dispute)).isEqualTo("own-notice");
    assertThat(south(dispute)).isEqualTo("ok");
    assertThat(notice(1).disputes()).hasSize(1);
    assertThat(notice(1).state()).isEqualTo(NoticeState.ACCEPTED);
    assertThat(south(new NoticeBody.Dispute(Places.entity(1), 2, NoticeBody.Ground.TIME, "")))
        .isEqualTo("notice-unknown");
    for (int i = 1; i < Notice.DISPUTES_MAX; i++) {
      assertThat(south(dispute)).isEqualTo("ok");
    }
    assertThat(south(dispute)).isEqualTo("too-many-disputes");
  }

  @Test
  void whereTheTermsHaveAnAreaANoticeIsWhollyInside() {
    Extent there = Places.extent(46, -8, 10, 0);
    assertThat(north(Places.declare(1, 1, HERE, there))).isEqualTo("ok");
    Zone east = line.terms().zone("east").orElseThrow();
    line.agree(
        line.terms().next().area(Optional.of(new Area(east.cells(), east.outline()))).build());
    assertThat(north(Places.declare(2, 1, HERE))).isEqualTo("ok");
    assertThat(north(Places.declare(3, 1, there))).isEqualTo("outside-area");
    assertThat(north(Places.declare(3, 1, HERE, there))).isEqualTo("outside-area");
    assertThat(north(Places.declare(1, 2, HERE, there)))
        .as("an amendment of what was declared before")
        .isEqualTo("outside-area");
    assertThat(north(Places.declare(1, 2, HERE))).isEqualTo("ok");
  }

  @Test
  void aNoticeIsReleasedToThirdPartiesOfTheTerms() {
    assertThat(north(released("relief"))).isEqualTo("third-party-unknown");
    line.agree(
        line.terms()
            .next()
            .thirdParties(
                List.of(new ThirdParty("tower", "Tower"), new ThirdParty("relief", "Relief")))
            .build());
    assertThat(north(released("moon", "relief"))).isEqualTo("third-party-unknown");
    assertThat(north(released("relief", "tower"))).isEqualTo("ok");
    assertThat(notice(1).release()).containsExactly("relief", "tower");
    assertThatThrownBy(() -> released("tower", "relief")).hasMessageContaining("in the order");
    assertThat(north(Places.declare(1, 2, HERE))).isEqualTo("ok");
    assertThat(notice(1).release()).as("each version says it anew").isEmpty();
  }

  private static NoticeBody.Declare released(String... to) {
    NoticeBody.Declare plain = Places.declare(1, 1, HERE);
    return new NoticeBody.Declare(
        plain.entity(),
        plain.version(),
        plain.category(),
        plain.extents(),
        plain.commitment(),
        plain.leaves(),
        plain.answers(),
        List.of(to));
  }

  @Test
  void extentsAreAsCoarseAsTheTermsAsk() {
    assertThat(north(Places.declare(1, 1, "parade", HERE))).isEqualTo("unknown-category");
    Cells fine = Cells.covering(new Circle(Places.position(46, 8), 5_000_000L), 12, 64);
    assertThat(north(Places.declare(1, 1, with(fine, HERE.heights(), HERE.times()))))
        .isEqualTo("bad-extents");
    HeightBand odd = new HeightBand(Datum.STANDARD_PRESSURE, 10_000, 10_500);
    assertThat(north(Places.declare(1, 1, with(HERE.cells(), odd, HERE.times()))))
        .isEqualTo("bad-extents");
    HeightBand oddMetres = new HeightBand(Datum.W84, 300_000, 600_001);
    assertThat(north(Places.declare(1, 1, with(HERE.cells(), oddMetres, HERE.times()))))
        .isEqualTo("bad-extents");
    TimeInterval oddTime = new TimeInterval(TestLine.NOON_US + 1, TestLine.NOON_US + 60_000_000);
    assertThat(north(Places.declare(1, 1, with(HERE.cells(), HERE.heights(), oddTime))))
        .isEqualTo("bad-extents");
    assertThat(north(Places.declare(1, 1, HERE, Places.extent(46, 8, 10, 25 * 60))))
        .as("two days in one notice")
        .isEqualTo("bad-extents");
  }

  @Test
  void leavesArePaddedAndBounded() {
    for (int leaves : List.of(1, 2, 3, 5, 512)) {
      assertThat(north(leaves(leaves))).as("%d leaves", leaves).isEqualTo("too-many-volumes");
    }
    assertThat(north(leaves(256))).isEqualTo("ok");
  }

  private static NoticeBody.Declare leaves(int leaves) {
    return new NoticeBody.Declare(
        Places.entity(1), 1, "transit", List.of(HERE), Merkle.EMPTY_ROOT, leaves, Optional.empty());
  }

  @Test
  void meetingIsStrictInTimeAndHeight() {
    south(Places.declare(2, 1, HERE));
    assertThat(met(Places.declare(11, 1, Places.extent(46, 8, 10, 0)))).containsExactly(ref(2));
    assertThat(met(Places.declare(12, 1, Places.extent(46, 8, 11, 0))))
        .as("touching in height")
        .isEmpty();
    assertThat(met(Places.declare(13, 1, Places.extent(46, 8, 10, 10))))
        .as("touching in time")
        .isEmpty();
    assertThat(met(Places.declare(14, 1, Places.extent(46, 9, 10, 0)))).isEmpty();
    HeightBand metres = new HeightBand(Datum.W84, 3_900_000, 4_200_000);
    assertThat(met(Places.declare(15, 1, with(HERE.cells(), metres, HERE.times()))))
        .as("3,900 m is above 11,000 ft, but not by the margin between datums")
        .containsExactly(ref(2));
  }

  @Test
  void onlyLiveNoticesOfOthersInTheSameModeAreMet() {
    north(Places.declare(1, 1, HERE));
    south(Places.declare(2, 1, HERE));
    Voice south = line.voice("south");
    line.say(south, line.draft(south, Places.declare(3, 1, HERE)).mode(Mode.EXERCISE));
    south(Places.declare(4, 1, HERE));
    south(new NoticeBody.End(Places.entity(4), 1));
    assertThat(met(Places.declare(5, 1, HERE))).containsExactly(ref(2));
    assertThat(line.say(south, line.draft(south, Places.declare(3, 2, HERE))).code())
        .isEqualTo("wrong-mode");
  }

  /** Against every pair of extents, one by one. */
  @Test
  void whatIsMetIsWhatOverlapsPairByPair() {
    Seeds.some(10)
        .forEach(seed -> {
          TestLine each = Histories.of(Chance.of(seed)).go(120).line;
          List<Notice> live = List.copyOf(each.state.notices().live());
          for (Notice one : live) {
            List<NoticeRef> expected =
                live.stream()
                    .filter(other -> !other.party().equals(one.party()))
                    .filter(other -> other.mode() == one.mode())
                    .filter(other -> overlap(one, other))
                    .map(Notice::ref)
                    .sorted()
                    .toList();
            assertThat(each.state.notices().meeting(one, 3000).stream().map(Notice::ref).toList())
                .as("seed %d", seed)
                .isEqualTo(expected);
          }
        });
  }

  private static boolean overlap(Notice one, Notice other) {
    return one.extents().stream()
        .anyMatch(a -> other.extents().stream().anyMatch(b -> a.overlaps(b, 3000)));
  }

  private List<NoticeRef> met(NoticeBody.Declare declare) {
    return line.accepted("north", declare).effects().stream()
        .filter(NoticeMeets.class::isInstance)
        .map(effect -> ((NoticeMeets) effect).others())
        .findFirst()
        .orElseThrow();
  }

  private static NoticeRef ref(long entity) {
    return new NoticeRef(Places.entity(entity), 1);
  }

  private static Extent with(Cells cells, HeightBand heights, TimeInterval times) {
    return new Extent(cells, heights, times);
  }

  private Notice notice(long entity) {
    return line.state.notices().live(Places.entity(entity)).orElseThrow();
  }

  private String north(Body body) {
    return line.say("north", body).code();
  }

  private String south(Body body) {
    return line.say("south", body).code();
  }
}
