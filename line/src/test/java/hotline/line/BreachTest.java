package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.Body;
import hotline.line.body.BreachBody;
import hotline.line.body.BreachBody.Against;
import hotline.line.body.BreachBody.Reply;
import hotline.line.body.BreachBody.Step;
import hotline.line.body.ChannelState;
import hotline.line.body.EventTime;
import hotline.line.body.NoticeRef;
import hotline.line.body.StatusBody;
import hotline.line.breach.Breach;
import hotline.record.statement.Mode;
import hotline.record.statement.StatementId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The breach ledger: who may say what of a claim. */
class BreachTest {
  private static final EventTime TIME =
      new EventTime(TestLine.NOON_US, TestLine.NOON_US + TestLine.SECOND_US);

  private final TestLine line = TestLine.of(false, "east", "north", "south");

  @Test
  void theClaimAndTheAnswerStandSideBySideAndTheLatestAnswerCounts() {
    StatementId id = claim("north", "south");
    assertThat(breach(id).answer()).as("silence is no answer").isEmpty();
    assertThat(answer("south", id, Reply.NEEDS_TIME)).isEqualTo("ok");
    assertThat(answer("south", id, Reply.DISPUTES)).isEqualTo("ok");
    Breach breach = breach(id);
    assertThat(breach.answers())
        .extracting(each -> each.answer().reply())
        .containsExactly(Reply.NEEDS_TIME, Reply.DISPUTES);
    assertThat(breach.answer().orElseThrow().answer().reply()).isEqualTo(Reply.DISPUTES);
    assertThat(breach.claim().time()).as("of the event").isEqualTo(TIME);
    assertThat(breach.said().saidUs()).as("of the entry").isGreaterThan(TIME.toUs());
    assertThat(line.state.breaches().latest(5)).containsExactly(breach);
  }

  @Test
  void onlyTheAccusedAnswersAndOnlyTheClaimantNarrowsOrWithdraws() {
    StatementId id = claim("north", "south");
    for (String other : List.of("north", "east")) {
      assertThat(answer(other, id, Reply.ACCEPTS)).isEqualTo("breach-of-another");
    }
    for (String other : List.of("south", "east")) {
      assertThat(followUp(other, id, Step.NARROWED)).isEqualTo("breach-by-another");
      assertThat(followUp(other, id, Step.WITHDRAWN)).isEqualTo("breach-by-another");
      assertThat(followUp(other, id, Step.COMMENT)).isEqualTo("ok");
    }
    assertThat(followUp("north", id, Step.NARROWED)).isEqualTo("ok");
    assertThat(followUp("north", id, Step.WITHDRAWN)).isEqualTo("ok");
    assertThat(breach(id).isWithdrawn()).isTrue();
    assertThat(followUp("north", id, Step.WITHDRAWN)).isEqualTo("breach-withdrawn");
    assertThat(answer("south", id, Reply.DISPUTES)).isEqualTo("breach-withdrawn");
    assertThat(followUp("south", id, Step.COMMENT)).isEqualTo("ok");
  }

  @Test
  void aClaimNamesAnotherPartyAndWhatIsKnown() {
    assertThat(code("north", against("north", new Against.Clause(7)))).isEqualTo("party-unknown");
    assertThat(code("north", against("west", new Against.Clause(7)))).isEqualTo("party-unknown");
    assertThat(
            code(
                "north",
                new BreachBody.Claim(
                    "south",
                    new Against.Clause(7),
                    TIME,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("atlantis"),
                    "there")))
        .isEqualTo("unknown-zone");
    line.accepted("south", Places.declare(1, 1, Places.extent(46, 8, 10, 0)));
    NoticeRef souths = new NoticeRef(Places.entity(1), 1);
    assertThat(code("north", against("south", new Against.Declared(souths)))).isEqualTo("ok");
    assertThat(code("north", against("east", new Against.Declared(souths))))
        .isEqualTo("breach-not-theirs");
    NoticeRef nobodys = new NoticeRef(Places.entity(1), 2);
    assertThat(code("north", against("south", new Against.Declared(nobodys))))
        .isEqualTo("notice-unknown");
    assertThat(answer("south", StatementId.of(new byte[32]), Reply.ACCEPTS))
        .isEqualTo("breach-unknown");
    assertThat(followUp("south", StatementId.of(new byte[32]), Step.COMMENT))
        .isEqualTo("breach-unknown");
  }

  @Test
  void exercisesKeepTheirOwnLedger() {
    StatementId id = claim("north", "south");
    Voice south = line.voice("south");
    BreachBody.Answer answer =
        new BreachBody.Answer(id, Reply.ACCEPTS, Optional.empty(), Optional.empty());
    assertThat(line.say(south, line.draft(south, answer).mode(Mode.EXERCISE)).code())
        .isEqualTo("wrong-mode");
    BreachBody.FollowUp more = new BreachBody.FollowUp(id, Step.COMMENT, "more");
    assertThat(line.say(south, line.draft(south, more).mode(Mode.EXERCISE)).code())
        .isEqualTo("wrong-mode");
  }

  @Test
  void theLedgerIsOpenWhileTheLineIsSuspended() {
    line.accepted(
        "south", new StatusBody.State(ChannelState.SUSPENDED, 0, Optional.empty(), "enough"));
    StatementId id = claim("south", "north");
    assertThat(answer("north", id, Reply.NO_COMMENT)).isEqualTo("ok");
  }

  @Test
  void eachPartySpeaksOfOneBreachSixteenTimesAndCanStillWithdraw() {
    StatementId id = claim("north", "south");
    for (int i = 0; i < Breach.EACH_MAX; i++) {
      assertThat(answer("south", id, Reply.NO_COMMENT)).isEqualTo("ok");
    }
    assertThat(answer("south", id, Reply.NO_COMMENT)).isEqualTo("said-enough");
    for (int i = 1; i < Breach.EACH_MAX; i++) {
      assertThat(followUp("north", id, Step.COMMENT)).isEqualTo("ok");
    }
    assertThat(followUp("north", id, Step.COMMENT)).isEqualTo("said-enough");
    assertThat(followUp("east", id, Step.COMMENT)).as("room of its own").isEqualTo("ok");
    assertThat(followUp("north", id, Step.WITHDRAWN)).isEqualTo("ok");
  }

  @Test
  void aFullLedgerOfOnePartyIsNotAnothers() {
    for (int i = 0; i < 50_000; i++) {
      claim("north", "south");
    }
    assertThat(code("north", against("south", new Against.Clause(7)))).isEqualTo("ledger-full");
    assertThat(code("south", against("north", new Against.Clause(7)))).isEqualTo("ok");
  }

  private StatementId claim(String party, String of) {
    return new StatementId(line.accepted(party, against(of, new Against.Track("fast"))).id());
  }

  private static BreachBody.Claim against(String of, Against against) {
    return new BreachBody.Claim(
        of, against, TIME, Optional.empty(), Optional.empty(), Optional.empty(), "too close");
  }

  private String answer(String party, StatementId id, Reply reply) {
    Optional<Long> byUs =
        reply == Reply.NEEDS_TIME ? Optional.of(line.nowUs + 60_000_000) : Optional.empty();
    return code(party, new BreachBody.Answer(id, reply, byUs, Optional.empty()));
  }

  private String followUp(String party, StatementId id, Step step) {
    return code(party, new BreachBody.FollowUp(id, step, "to this"));
  }

  private String code(String party, Body body) {
    return line.say(party, body).code();
  }

  private Breach breach(StatementId id) {
    return line.state.breaches().breach(id).orElseThrow();
  }
}
