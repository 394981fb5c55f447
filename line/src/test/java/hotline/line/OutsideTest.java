package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.ChannelState;
import hotline.line.body.Condition;
import hotline.line.body.EntityId;
import hotline.line.body.NoticeBody;
import hotline.line.body.NoticeState;
import hotline.line.body.Scope;
import hotline.line.body.StatusBody;
import hotline.line.notice.Notice;
import hotline.line.notice.Outside;
import hotline.line.notice.Outside.Item;
import hotline.testkit.Chance;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which running notices are told that what was agreed has changed. */
class OutsideTest {
  private static final Scope EAST = new Scope(Optional.of("east"), Optional.empty());
  private static final Scope SURVEY = new Scope(Optional.empty(), Optional.of("survey"));
  private static final long MINUTE_US = 60_000_000;

  private final TestLine line = TestLine.ofTwo();

  @Test
  void nothingIsOutsideWhereNothingIsRestricted() {
    declare("north", 1, "transit", 8, 10);
    assertThat(now().sinceUs()).isEmpty();
    says("north", ChannelState.IN_FORCE, Scope.WHOLE, null);
    assertThat(now().outside()).isEmpty();
    assertThat(now().again()).isEmpty();
  }

  @Test
  void aSuspensionTellsWhatRunsAndWhatBeginsSoonOfEitherParty() {
    EntityId running = declare("north", 1, "transit", 8, 10);
    line.accepted("north", new NoticeBody.Move(running, 1, NoticeState.ACTIVATED));
    EntityId soon = declare("south", 2, "survey", 8, 100);
    EntityId later = declare("south", 3, "survey", 8, 600);
    says("south", ChannelState.SUSPENDED, Scope.WHOLE, null);
    assertThat(entities(now().outside())).containsExactly(running, soon).doesNotContain(later);
    assertThat(now().outside().getFirst().reasons())
        .singleElement()
        .satisfies(reason -> {
          assertThat(reason.word().party()).isEqualTo("south");
          assertThat(reason.why()).isEqualTo("suspended: the whole line");
        });
    line.accepted("north", new NoticeBody.End(running, 1));
    assertThat(entities(now().outside())).containsExactly(soon);
  }

  @Test
  void onlyWhatLiesInTheScopeIsTold() {
    EntityId inEast = declare("north", 1, "transit", 8, 10);
    declare("north", 2, "transit", -8, 10);
    EntityId survey = declare("south", 3, "survey", -8, 20);
    says("north", ChannelState.SUSPENDED, EAST, null);
    assertThat(entities(now().outside())).containsExactly(inEast);
    says("south", ChannelState.SUSPENDED, SURVEY, null);
    assertThat(entities(now().outside())).containsExactly(inEast, survey);
    assertThat(now().outside().getLast().reasons())
        .extracting(Outside.Reason::why)
        .containsExactly("suspended: survey everywhere");
  }

  @Test
  void aConditionTellsWhatItDoesNotCoverAndWhy() {
    declare("north", 1, "transit", 8, 10);
    EntityId survey = declare("north", 2, "survey", 8, 10);
    says("south", ChannelState.IN_FORCE, Scope.WHOLE, transitOnly());
    assertThat(entities(now().outside())).containsExactly(survey);
    assertThat(now().outside().getFirst().reasons().getFirst().why())
        .startsWith("not covered: rule 1, category transit anywhere: its category is survey");
    says("south", ChannelState.SUSPENDED, Scope.WHOLE, transitOnly());
    assertThat(entities(now().outside())).as("what is excepted stays").containsExactly(survey);
    assertThat(now().outside().getFirst().reasons().getFirst().why())
        .startsWith("suspended: the whole line; not covered: ");
  }

  @Test
  void aWordCountsFromItsTimeAndARestorationSaysWhatIsInsideAgain() {
    EntityId first = declare("north", 1, "transit", 8, 10);
    line.accepted(
        "south",
        new StatusBody.State(
            ChannelState.SUSPENDED,
            line.nowUs + 5 * MINUTE_US,
            Optional.empty(),
            "Soon.",
            Scope.WHOLE));
    assertThat(now().outside()).as("not in effect").isEmpty();
    line.nowUs += 5 * MINUTE_US;
    assertThat(entities(now().outside())).containsExactly(first);
    says("south", ChannelState.IN_FORCE, Scope.WHOLE, null);
    EntityId after = declare("north", 2, "transit", 8, 10);
    assertThat(now().outside()).isEmpty();
    assertThat(entities(now().again())).containsExactly(first).doesNotContain(after);
    assertThat(now().again().getFirst().reasons().getFirst().why()).startsWith("suspended");
  }

  @Test
  void thatOnePartyRestoresDoesNotBringBackWhatAnotherHasSuspended() {
    EntityId first = declare("north", 1, "transit", 8, 10);
    says("south", ChannelState.SUSPENDED, Scope.WHOLE, null);
    says("north", ChannelState.SUSPENDED, EAST, null);
    assertThat(now().outside().getFirst().reasons()).hasSize(2);
    says("south", ChannelState.IN_FORCE, Scope.WHOLE, null);
    assertThat(entities(now().outside())).containsExactly(first);
    assertThat(now().again()).isEmpty();
    says("north", ChannelState.IN_FORCE, EAST, null);
    assertThat(entities(now().again())).containsExactly(first);
  }

  /** Over random words: outside is exactly what some party's own word restricts, whoever asks. */
  @Test
  void outsideIsWhatSomePartysWordThatCountsRestricts() {
    Seeds.some(20).forEach(seed -> restrictedAtRandom(Chance.of(seed), TestLine.ofTwo()));
  }

  private static void restrictedAtRandom(Chance chance, TestLine some) {
    for (int i = 0; i < 30; i++) {
      String party = chance.oneIn(2) ? "north" : "south";
      if (chance.oneIn(3)) {
        Scope scope = chance.pick(List.of(Scope.WHOLE, EAST, SURVEY));
        some.say(
            party,
            new StatusBody.State(
                chance.oneIn(2) ? ChannelState.IN_FORCE : ChannelState.SUSPENDED,
                some.nowUs + chance.between(0, 2) * MINUTE_US,
                chance.oneIn(3) ? Optional.of(transitOnly()) : Optional.empty(),
                "Words.",
                scope));
      } else {
        declare(
            some,
            party,
            100 + i,
            chance.oneIn(2) ? "transit" : "survey",
            chance.oneIn(2) ? 8 : -8,
            (int) chance.between(1, 60));
      }
      some.nowUs += chance.between(0, 1) * MINUTE_US;
      List<EntityId> expected =
          some.state.notices().live().stream()
              .filter(notice -> notice.endUs() > some.nowUs)
              .filter(notice -> restricted(some, notice))
              .map(Notice::entity)
              .toList();
      assertThat(entities(at(some, some.nowUs).outside()))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static boolean restricted(TestLine line, Notice notice) {
    return Stream.of("north", "south")
        .anyMatch(party ->
            line.state
                .statuses()
                .at(party, line.nowUs, List.of(notice.activity()), line.terms())
                .filter(word ->
                    word.condition() == null
                        ? word.state() == ChannelState.SUSPENDED
                        : !notice.category().equals("transit"))
                .isPresent());
  }

  private static Condition transitOnly() {
    return new Condition(
        "Transit only.",
        List.of(
            new Condition.Rule(
                Optional.of("transit"), Optional.empty(), Optional.empty(), Optional.empty())));
  }

  private void says(
      String party,
      ChannelState state,
      Scope scope,
      @org.jspecify.annotations.Nullable Condition condition) {
    line.accepted(
        party,
        new StatusBody.State(state, line.nowUs, Optional.ofNullable(condition), "Words.", scope));
    line.nowUs += TestLine.SECOND_US;
  }

  private EntityId declare(String party, int id, String category, int lng, int inMinutes) {
    return declare(line, party, id, category, lng, inMinutes);
  }

  private static EntityId declare(
      TestLine line, String party, int id, String category, int lng, int inMinutes) {
    long minute = (line.nowUs - TestLine.NOON_US) / MINUTE_US + inMinutes;
    NoticeBody.Declare body = Places.declare(id, 1, category, Places.extent(46, lng, 10, minute));
    line.say(party, body);
    return body.entity();
  }

  private static List<EntityId> entities(List<Item> items) {
    return items.stream().map(item -> item.notice().entity()).toList();
  }

  private Outside now() {
    return at(line, line.nowUs);
  }

  private static Outside at(TestLine line, long timeUs) {
    return Outside.at(timeUs, line.state.notices(), line.state.statuses(), line.terms());
  }
}
