package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.Body;
import hotline.line.body.ChannelState;
import hotline.line.body.Condition;
import hotline.line.body.Scope;
import hotline.line.body.StatusBody;
import hotline.line.status.Offer;
import hotline.line.status.Offer.Ending;
import hotline.line.status.Statuses;
import hotline.line.terms.Matter;
import hotline.line.terms.MustAgree;
import hotline.record.statement.StatementId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Several offers at once: counter-offers, scopes, who is asked, what ends what. */
class OfferTest {
  private static final Scope EAST = new Scope(Optional.of("east"), Optional.empty());
  private static final Scope WEST = new Scope(Optional.of("west"), Optional.empty());
  private static final Condition TRANSIT =
      new Condition(
          "only transit", List.of(new Condition.Rule(Optional.of("transit"), Optional.empty())));

  private final TestLine line = TestLine.of(false, "east", "north", "south");
  private final Statuses statuses = line.state.statuses();

  @Test
  void aCounterOfferNamesWhatItAnswersAndBothStayOpen() {
    StatementId first = offer("north", Optional.empty(), Scope.WHOLE, Optional.empty());
    StatementId counter = offer("south", Optional.of(TRANSIT), Scope.WHOLE, Optional.of(first));
    assertThat(at(counter).counters()).isEqualTo(first);
    assertThat(at(first).isOpen()).isTrue();
    assertThat(code("south", counter(counter))).isEqualTo("own-offer");
    assertThat(code("south", counter(StatementId.of(new byte[32])))).isEqualTo("offer-unknown");
    line.accepted("south", new StatusBody.Refuse(first, "only transit"));
    assertThat(code("east", counter(first))).as("also of one that is over").isEqualTo("ok");
  }

  @Test
  void anAcceptedOfferOvertakesTheOpenOnesOfItsScopeAndNoOthers() {
    StatementId norths = offer("north", Optional.empty(), EAST, Optional.empty());
    StatementId norths2 = offer("north", Optional.of(TRANSIT), EAST, Optional.empty());
    StatementId souths = offer("south", Optional.of(TRANSIT), EAST, Optional.of(norths));
    StatementId west = offer("south", Optional.empty(), WEST, Optional.empty());
    StatementId whole = offer("south", Optional.empty(), Scope.WHOLE, Optional.empty());
    line.accepted("north", new StatusBody.Accept(souths));
    line.accepted("east", new StatusBody.Accept(souths));
    assertThat(ending(souths)).isEqualTo(Ending.ACCEPTED);
    assertThat(ending(norths)).isEqualTo(Ending.OVERTAKEN);
    assertThat(ending(norths2)).isEqualTo(Ending.OVERTAKEN);
    assertThat(at(west).isOpen()).isTrue();
    assertThat(at(whole).isOpen()).isTrue();
    assertThat(statuses.latest("north")).as("nothing is said of the whole line").isEmpty();
    for (String party : List.of("east", "north", "south")) {
      assertThat(statuses.standing(party, line.nowUs))
          .singleElement()
          .satisfies(word -> {
            assertThat(word.scope()).isEqualTo(EAST);
            assertThat(word.condition()).isEqualTo(TRANSIT);
            assertThat(word.party()).isEqualTo(party);
          });
    }
  }

  @Test
  void eightOffersOfAPartyAreOpenAtMostAndLapsedOnesMakeRoom() {
    StatementId first = offer("north", Optional.empty(), Scope.WHOLE, Optional.empty());
    for (int i = 1; i < 8; i++) {
      offer("north", Optional.empty(), Scope.WHOLE, Optional.empty());
    }
    assertThat(code("north", until(line.nowUs + 10_000 * TestLine.SECOND_US)))
        .isEqualTo("offers-full");
    assertThat(code("south", until(line.nowUs + 10_000 * TestLine.SECOND_US))).isEqualTo("ok");
    line.nowUs = at(first).lapsesUs();
    assertThat(code("north", until(line.nowUs + 10_000 * TestLine.SECOND_US))).isEqualTo("ok");
    assertThat(ending(first)).isEqualTo(Ending.LAPSED);
    assertThat(code("north", until(line.nowUs))).isEqualTo("offer-lapsed");
  }

  @Test
  void openOffersAreNotForgottenForThoseThatAreOver() {
    StatementId first = offer("north", Optional.empty(), Scope.WHOLE, Optional.empty());
    for (int i = 0; i < 200; i++) {
      line.accepted(
          "north",
          new StatusBody.Withdraw(offer("north", Optional.empty(), EAST, Optional.empty())));
    }
    assertThat(at(first).isOpen()).isTrue();
    assertThat(statuses.offers()).hasSize(64);
  }

  @Test
  void anOwnStatusEndsOnlyOffersThatSpeakOfTheSame() {
    StatementId east = offer("north", Optional.empty(), EAST, Optional.empty());
    StatementId west = offer("north", Optional.empty(), WEST, Optional.empty());
    StatementId survey =
        offer(
            "south",
            Optional.empty(),
            new Scope(Optional.empty(), Optional.of("survey")),
            Optional.empty());
    line.accepted("north", new StatusBody.Accept(survey));
    line.accepted("north", suspended(new Scope(Optional.of("east"), Optional.of("transit"))));
    assertThat(ending(east)).isEqualTo(Ending.OVERTAKEN);
    assertThat(at(west).isOpen()).isTrue();
    assertThat(at(survey).acceptances()).hasSize(1);
    line.accepted("north", suspended(EAST));
    assertThat(at(survey).acceptances()).as("survey in the east is in both").isEmpty();
  }

  @Test
  void theTermsMayAskFewerThanAll() {
    line.agree(
        line.terms()
            .next()
            .agreement(List.of(new MustAgree(Matter.OFFER, List.of("north", "south"))))
            .build());
    StatementId offer = offer("south", Optional.empty(), Scope.WHOLE, Optional.empty());
    assertThat(statuses.asked(at(offer), line.terms())).containsExactly("north");
    assertThat(code("east", new StatusBody.Refuse(offer, "no"))).isEqualTo("not-asked");
    StatementId easts = offer("east", Optional.empty(), Scope.WHOLE, Optional.empty());
    line.accepted("north", new StatusBody.Accept(offer));
    assertThat(ending(offer)).isEqualTo(Ending.ACCEPTED);
    assertThat(at(easts).isOpen()).as("the offer of one that is not bound").isTrue();
    assertThat(statuses.latest("east")).as("nobody speaks for East").isEmpty();
    assertThat(statuses.latest("south").orElseThrow().statement()).isEqualTo(offer);
    assertThat(statuses.asked(at(easts), line.terms())).containsExactly("north", "south");
  }

  @Test
  void anOfferThatAsksOnlyItsOwnPartyAsksAllOthers() {
    line.agree(
        line.terms()
            .next()
            .agreement(List.of(new MustAgree(Matter.OFFER, List.of("south"))))
            .build());
    StatementId offer = offer("south", Optional.empty(), Scope.WHOLE, Optional.empty());
    line.accepted("north", new StatusBody.Accept(offer));
    assertThat(at(offer).isOpen()).isTrue();
    line.accepted("east", new StatusBody.Accept(offer));
    assertThat(ending(offer)).isEqualTo(Ending.ACCEPTED);
  }

  @Test
  void whoJoinsWithoutBeingAskedIsBoundToo() {
    line.agree(
        line.terms()
            .next()
            .agreement(List.of(new MustAgree(Matter.OFFER, List.of("north"))))
            .build());
    StatementId offer = offer("south", Optional.empty(), Scope.WHOLE, Optional.empty());
    line.accepted("east", new StatusBody.Accept(offer));
    assertThat(at(offer).isOpen()).isTrue();
    line.accepted("north", new StatusBody.Accept(offer));
    assertThat(statuses.latest("east").orElseThrow().state()).isEqualTo(ChannelState.IN_FORCE);
  }

  @Test
  void aScopeNamesWhatTheTermsHave() {
    Scope moon = new Scope(Optional.of("moon"), Optional.empty());
    Scope parade = new Scope(Optional.empty(), Optional.of("parade"));
    long lapsesUs = line.nowUs + 100 * TestLine.SECOND_US;
    assertThat(
            code(
                "north",
                new StatusBody.Offer(Optional.empty(), "", lapsesUs, Optional.empty(), moon)))
        .isEqualTo("unknown-zone");
    assertThat(code("north", suspended(moon))).isEqualTo("unknown-zone");
    assertThat(code("north", suspended(parade))).isEqualTo("unknown-category");
  }

  private StatementId offer(
      String party, Optional<Condition> condition, Scope scope, Optional<StatementId> counters) {
    Outcome made =
        line.accepted(
            party,
            new StatusBody.Offer(
                condition, "let us", line.nowUs + 1000 * TestLine.SECOND_US, counters, scope));
    return new StatementId(made.id());
  }

  private StatusBody.Offer counter(StatementId offer) {
    return new StatusBody.Offer(
        Optional.empty(),
        "rather",
        line.nowUs + 1000 * TestLine.SECOND_US,
        Optional.of(offer),
        Scope.WHOLE);
  }

  private static StatusBody.Offer until(long lapsesUs) {
    return new StatusBody.Offer(Optional.empty(), "let us", lapsesUs);
  }

  private static StatusBody.State suspended(Scope scope) {
    return new StatusBody.State(ChannelState.SUSPENDED, 0, Optional.empty(), "no", scope);
  }

  private Offer at(StatementId offer) {
    return statuses.offer(offer).orElseThrow();
  }

  private Ending ending(StatementId offer) {
    return Optional.ofNullable(at(offer).end()).orElseThrow().ending();
  }

  private String code(String party, Body body) {
    return line.say(party, body).code();
  }
}
