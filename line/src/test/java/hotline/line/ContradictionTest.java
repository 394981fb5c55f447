package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.ChannelState;
import hotline.line.body.Condition;
import hotline.line.body.Scope;
import hotline.line.body.StatusBody;
import hotline.line.status.ChannelStatus;
import hotline.line.status.Contradiction;
import hotline.line.status.Statuses;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A party that says otherwise of a time that it has spoken of: both texts stay. */
class ContradictionTest {
  private static final long HOUR_US = 3600 * TestLine.SECOND_US;
  private static final Scope EAST = new Scope(Optional.of("east"), Optional.empty());
  private static final Scope WEST = new Scope(Optional.of("west"), Optional.empty());

  private final TestLine line = TestLine.ofTwo();
  private final Statuses statuses = line.state.statuses();

  @Test
  void aChangeFromNowOnIsNone() {
    say(ChannelState.IN_FORCE, 0, Scope.WHOLE);
    say(ChannelState.SUSPENDED, line.nowUs + TestLine.SECOND_US, Scope.WHOLE);
    say(ChannelState.IN_FORCE, line.nowUs + HOUR_US, Scope.WHOLE);
    assertThat(statuses.contradictions("south")).isEmpty();
  }

  @Test
  void aClaimOnThePastContradictsWhatWasSaidThen() {
    long firstUs = line.nowUs + TestLine.SECOND_US;
    ChannelStatus first = say(ChannelState.IN_FORCE, firstUs, Scope.WHOLE);
    line.nowUs += HOUR_US;
    long fromUs = line.nowUs - HOUR_US / 2;
    ChannelStatus second = say(ChannelState.SUSPENDED, fromUs, Scope.WHOLE);
    assertThat(second.claimedUs()).isEqualTo(fromUs);
    assertThat(second.effectiveUs()).as("it counts from when it was said").isEqualTo(line.nowUs);
    assertThat(second.contradicts()).containsExactly(first.statement());
    assertThat(statuses.contradictions("south"))
        .containsExactly(new Contradiction(first, second, fromUs, line.nowUs));
    assertThat(statuses.contradictions("north")).isEmpty();
    assertThat(statuses.isSuspended("south", fromUs)).as("what was said then stands").isFalse();
  }

  /** In the east the first word had ended when the second was said. */
  @Test
  void aWordOnAPartEndsTheFirstThere() {
    ChannelStatus whole = say(ChannelState.SUSPENDED, line.nowUs + TestLine.SECOND_US, Scope.WHOLE);
    line.nowUs += HOUR_US;
    ChannelStatus east = say(ChannelState.IN_FORCE, line.nowUs + TestLine.SECOND_US, EAST);
    line.nowUs += HOUR_US;
    ChannelStatus back = say(ChannelState.IN_FORCE, whole.claimedUs(), EAST);
    assertThat(statuses.contradictions("south"))
        .containsExactly(new Contradiction(whole, back, whole.claimedUs(), east.effectiveUs()));
  }

  @Test
  void undoingWhatWasAnnouncedIsOneToo() {
    long laterUs = line.nowUs + HOUR_US;
    ChannelStatus announced = say(ChannelState.SUSPENDED, laterUs, Scope.WHOLE);
    ChannelStatus undone = say(ChannelState.IN_FORCE, line.nowUs + TestLine.SECOND_US, Scope.WHOLE);
    assertThat(statuses.contradictions("south"))
        .containsExactly(new Contradiction(announced, undone, laterUs, null));
    assertThat(undone.contradicts()).containsExactly(announced.statement());
  }

  @Test
  void otherPartsOfTheLineAndTheSameWordAgainAreNone() {
    say(ChannelState.SUSPENDED, line.nowUs + HOUR_US, EAST);
    say(ChannelState.IN_FORCE, 0, WEST);
    say(ChannelState.SUSPENDED, 0, EAST);
    assertThat(statuses.contradictions("south")).isEmpty();
    say(ChannelState.IN_FORCE, TestLine.NOON_US, Scope.WHOLE);
    assertThat(statuses.contradictions("south"))
        .as("the whole line speaks of the east too")
        .hasSize(1);
  }

  @Test
  void anotherConditionIsAnotherWord() {
    Condition transit =
        new Condition(
            "transit", List.of(new Condition.Rule(Optional.of("transit"), Optional.empty())));
    say(ChannelState.IN_FORCE, 0, Scope.WHOLE);
    line.accepted(
        "south",
        new StatusBody.State(
            ChannelState.IN_FORCE, TestLine.NOON_US, Optional.of(transit), "as always"));
    assertThat(statuses.contradictions("south"))
        .singleElement()
        .satisfies(found -> {
          assertThat(found.earlier().condition()).isNull();
          assertThat(found.later().words()).isEqualTo("as always");
        });
  }

  @Test
  void theLatestAreKept() {
    for (int i = 0; i < 50; i++) {
      say(i % 2 == 0 ? ChannelState.IN_FORCE : ChannelState.SUSPENDED, 0, Scope.WHOLE);
    }
    List<Contradiction> kept = statuses.contradictions("south");
    assertThat(kept).hasSize(32);
    assertThat(kept.getLast().later()).isEqualTo(statuses.latest("south").orElseThrow());
  }

  private ChannelStatus say(ChannelState state, long effectiveUs, Scope scope) {
    line.accepted(
        "south", new StatusBody.State(state, effectiveUs, Optional.empty(), "words", scope));
    return statuses.said("south").getLast();
  }
}
