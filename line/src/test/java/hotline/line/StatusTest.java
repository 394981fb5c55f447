package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.Body;
import hotline.line.body.ChannelState;
import hotline.line.body.Condition;
import hotline.line.body.StatusBody;
import hotline.line.body.TermsBody;
import hotline.line.effect.StatusEffect;
import hotline.line.message.Delivery;
import hotline.line.status.Offer;
import hotline.line.status.Statuses;
import hotline.line.terms.Proposal;
import hotline.record.statement.StatementId;
import hotline.testkit.Chance;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each party's own word on the channel, and offers to restore it. */
class StatusTest {
  private static final Condition ONLY_TRANSIT =
      new Condition(
          "only transit in the east",
          List.of(new Condition.Rule(Optional.of("transit"), Optional.of("east"))));

  private final TestLine line = TestLine.of(false, "east", "north", "south");
  private final Statuses statuses = line.state.statuses();

  @Test
  void partiesStandSideBySide() {
    suspend("south");
    line.accepted("north", inForce(Optional.of(ONLY_TRANSIT)));
    assertThat(statuses.latest("south").orElseThrow().state()).isEqualTo(ChannelState.SUSPENDED);
    assertThat(statuses.latest("north").orElseThrow().condition()).isEqualTo(ONLY_TRANSIT);
    assertThat(statuses.latest("east")).isEmpty();
  }

  @Test
  void aStatusTakesEffectWhenItSaysAndNotBeforeItIsSaid() {
    long laterUs = line.nowUs + 100 * TestLine.SECOND_US;
    line.accepted("south", status(ChannelState.SUSPENDED, laterUs));
    assertThat(statuses.isSuspended("south", laterUs - 1)).isFalse();
    assertThat(statuses.isSuspended("south", laterUs)).isTrue();
    line.accepted("north", status(ChannelState.SUSPENDED, 0));
    long saidUs = line.nowUs;
    assertThat(statuses.isSuspended("north", saidUs - 1)).isFalse();
    assertThat(statuses.isSuspended("north", saidUs)).isTrue();
  }

  @Test
  void theLaterWordCountsAlsoAgainstOneThatWouldTakeEffectLater() {
    long laterUs = line.nowUs + 100 * TestLine.SECOND_US;
    line.accepted("south", status(ChannelState.SUSPENDED, laterUs));
    line.accepted("south", status(ChannelState.IN_FORCE, 0));
    assertThat(statuses.isSuspended("south", laterUs + 1)).isFalse();
  }

  @Test
  void anOfferBindsAllWhenTheLastPartyAccepts() {
    suspend("south");
    StatementId offer = offer("south", Optional.of(ONLY_TRANSIT));
    line.accepted("north", new StatusBody.Accept(offer));
    assertThat(statuses.isSuspended("south", line.nowUs)).isTrue();
    assertThat(statuses.latest("north")).isEmpty();
    Outcome last = line.accepted("east", new StatusBody.Accept(offer));
    for (String party : List.of("east", "north", "south")) {
      assertThat(statuses.at(party, line.nowUs).orElseThrow())
          .satisfies(status -> {
            assertThat(status.state()).isEqualTo(ChannelState.IN_FORCE);
            assertThat(status.condition()).isEqualTo(ONLY_TRANSIT);
          });
    }
    assertThat(statuses.latest("south").orElseThrow().statement()).isEqualTo(offer);
    assertThat(last.effects())
        .filteredOn(effect -> effect instanceof StatusEffect.OfferDecided)
        .hasSize(1);
  }

  @Test
  void oneRefusalEndsAnOffer() {
    suspend("south");
    StatementId offer = offer("south", Optional.empty());
    line.accepted("north", new StatusBody.Refuse(offer, "not yet"));
    assertThat(code("east", new StatusBody.Accept(offer))).isEqualTo("offer-ended");
    assertThat(code("north", new StatusBody.Accept(offer))).isEqualTo("offer-ended");
    assertThat(ending(offer)).isEqualTo(Offer.Ending.REFUSED);
    assertThat(statuses.isSuspended("south", line.nowUs)).isTrue();
  }

  @Test
  void onlyTheOthersAnswerAndOnlyTheOwnerWithdraws() {
    StatementId offer = offer("south", Optional.empty());
    assertThat(code("south", new StatusBody.Accept(offer))).isEqualTo("own-offer");
    assertThat(code("south", new StatusBody.Refuse(offer, ""))).isEqualTo("own-offer");
    assertThat(code("north", new StatusBody.Withdraw(offer))).isEqualTo("others-offer");
    line.accepted("north", new StatusBody.Accept(offer));
    assertThat(code("north", new StatusBody.Accept(offer))).isEqualTo("offer-accepted");
    line.accepted("south", new StatusBody.Withdraw(offer));
    assertThat(code("east", new StatusBody.Accept(offer))).isEqualTo("offer-ended");
    assertThat(code("south", new StatusBody.Withdraw(offer))).isEqualTo("offer-ended");
    assertThat(code("east", new StatusBody.Accept(StatementId.of(new byte[32]))))
        .isEqualTo("offer-unknown");
  }

  @Test
  void aLapseIsToldByTheTimeOfTheAnswerThatComesTooLate() {
    StatementId offer = offer("south", Optional.empty());
    long lapsesUs = statuses.offer(offer).orElseThrow().lapsesUs();
    Voice north = line.voice("north");
    Voice east = line.voice("east");
    assertThat(
            line.say(north, line.draft(north, new StatusBody.Accept(offer)).at(lapsesUs + 1))
                .code())
        .isEqualTo("offer-lapsed");
    assertThat(line.say(east, line.draft(east, new StatusBody.Accept(offer)).at(lapsesUs)).code())
        .as("signed in time, ordered late")
        .isEqualTo("ok");
  }

  @Test
  void aLaterStatusCountsMoreThanAnAcceptanceBeforeIt() {
    suspend("south");
    StatementId offer = offer("south", Optional.empty());
    line.accepted("north", new StatusBody.Accept(offer));
    suspend("north");
    line.accepted("east", new StatusBody.Accept(offer));
    assertThat(statuses.isSuspended("north", line.nowUs)).isTrue();
    assertThat(statuses.offer(offer).orElseThrow().isOpen()).isTrue();
    suspend("south");
    assertThat(ending(offer)).isEqualTo(Offer.Ending.OVERTAKEN);
  }

  @Test
  void aConditionNamesWhatTheTermsHave() {
    assertThat(code("north", inForce(Optional.of(rule("parade", "east")))))
        .isEqualTo("unknown-category");
    assertThat(code("north", inForce(Optional.of(rule("transit", "moon")))))
        .isEqualTo("unknown-zone");
  }

  /**
   * Whatever one party says alone, in any order, from any state in which the other has nothing half
   * agreed: it changes nothing that is the other's, or both's.
   */
  @Test
  void onePartyAloneChangesNeitherTermsNorAnothersStatusNorAnswersForIt() {
    Seeds.some(20)
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          TestLine both = TestLine.ofTwo();
          Histories history = Histories.on(both, chance).go(60);
          takeBackWhatIsHalfAgreed(both);
          String souths = ofSouth(both.state);
          for (int i = 0; i < 60; i++) {
            history.speak("north");
            assertThat(ofSouth(both.state)).as("seed %d", seed).isEqualTo(souths);
          }
        });
  }

  /** South's last words: a status of its own ends its offer, a refusal every proposal. */
  private static void takeBackWhatIsHalfAgreed(TestLine line) {
    line.nowUs += 1000 * TestLine.SECOND_US;
    line.accepted("south", status(ChannelState.SUSPENDED, 0));
    for (Proposal each : line.state.agreement().proposals()) {
      if (each.isAgreed()) {
        line.accepted(each.party(), new TermsBody.Withdraw(each.hash(), "no"));
      } else {
        line.accepted("south", new TermsBody.Refuse(each.hash(), "no"));
      }
    }
  }

  /** What belongs to South, or to both, in a line of North and South. */
  private static String ofSouth(LineState state) {
    return state.agreement().inForce().map(now -> now.hash().hex()).orElse("none")
        + state.statuses().said("south")
        + state.notices().live().stream()
            .filter(notice -> notice.party().equals("south"))
            .map(notice -> notice.ref() + " " + notice.state())
            .toList()
        + state.watches().all().stream().filter(watch -> watch.party().equals("south")).toList()
        + state.messages().all().stream()
            .map(message -> message.delivery("south"))
            .filter(
                delivery -> !delivery.equals(new Delivery("south", null, null, null, List.of())))
            .toList();
  }

  private void suspend(String party) {
    line.accepted(party, status(ChannelState.SUSPENDED, 0));
  }

  private StatementId offer(String party, Optional<Condition> condition) {
    Outcome made =
        line.accepted(
            party,
            new StatusBody.Offer(condition, "let us", line.nowUs + 1000 * TestLine.SECOND_US));
    return new StatementId(made.id());
  }

  private Offer.Ending ending(StatementId offer) {
    Offer.End end = statuses.offer(offer).orElseThrow().end();
    return end == null ? Offer.Ending.LAPSED : end.ending();
  }

  private static StatusBody.State status(ChannelState state, long effectiveUs) {
    return new StatusBody.State(state, effectiveUs, Optional.empty(), "words");
  }

  private static StatusBody.State inForce(Optional<Condition> condition) {
    return new StatusBody.State(ChannelState.IN_FORCE, 0, condition, "words");
  }

  private static Condition rule(String category, String zone) {
    return new Condition(
        "words", List.of(new Condition.Rule(Optional.of(category), Optional.of(zone))));
  }

  private String code(String party, Body body) {
    return line.say(party, body).code();
  }
}
