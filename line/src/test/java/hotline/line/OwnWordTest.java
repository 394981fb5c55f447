package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.Spokesman.Said;
import hotline.line.body.StatusBody;
import hotline.line.body.TermsBody;
import hotline.line.effect.Effect;
import hotline.line.effect.StatusEffect.OfferDecided;
import hotline.line.effect.TermsEffect;
import hotline.line.status.ChannelStatus;
import hotline.line.status.Contradiction;
import hotline.line.status.Offer;
import hotline.line.status.Offer.Ending;
import hotline.line.terms.EndedProposal;
import hotline.line.terms.Proposal;
import hotline.line.terms.ProposalEnd;
import hotline.testkit.Chance;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Over random talks of terms, status, offers and vetoes: nobody's word is made, changed or removed
 * by another, and in force is what all have signed. What was said is read from the record itself
 * ({@link Spokesman}), not from the fold.
 */
class OwnWordTest {
  private static final int STATEMENTS = 120;

  /** What belongs to one party alone. */
  private record Own(
      List<ChannelStatus> said,
      List<Contradiction> contradictions,
      List<EndedProposal> ended,
      Map<Object, Object> acceptances) {
    static Own of(LineState state, String party) {
      Map<Object, Object> acceptances = new LinkedHashMap<>();
      state.statuses().offers().stream()
          .filter(Offer::isOpen)
          .forEach(offer ->
              offer
                  .acceptance(party)
                  .ifPresent(acceptance -> acceptances.put(offer.id(), acceptance)));
      return new Own(
          state.statuses().said(party),
          state.statuses().contradictions(party),
          state.agreement().ended().stream().filter(each -> each.end().by().equals(party)).toList(),
          acceptances);
    }
  }

  @Test
  void nobodysWordIsMadeChangedOrRemovedByAnother() {
    Map<Ending, Integer> offers = new EnumMap<>(Ending.class);
    Map<ProposalEnd.Ending, Integer> proposals = new EnumMap<>(ProposalEnd.Ending.class);
    Seeds.some(25)
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          TestLine line =
              chance.oneIn(2) ? TestLine.of(false, "east", "north", "south") : TestLine.ofTwo();
          Talks talks = new Talks(line, chance);
          Spokesman record = new Spokesman(line);
          for (int i = 0; i < STATEMENTS; i++) {
            String speaker = chance.pick(line.genesis.parties());
            Map<String, Own> before = own(line);
            List<Offer> offersBefore = line.state.statuses().offers();
            Outcome outcome =
                line.say(speaker, chance.oneIn(2) ? talks.status() : talks.terms(speaker));
            record.heard(outcome);
            Map<String, Own> after = own(line);
            for (String other : line.genesis.parties()) {
              if (!other.equals(speaker)) {
                onlyItsOwnOfferBinds(
                    record,
                    outcome,
                    Objects.requireNonNull(before.get(other)),
                    Objects.requireNonNull(after.get(other)));
              }
            }
            offersEndedByOthers(line, speaker, offersBefore, outcome);
            everyWordIsItsPartys(line, record);
            inForceIsWhatAllHaveSigned(line, record, outcome);
            count(outcome, offers, proposals);
          }
        });
    assertThat(offers.keySet()).as("the histories reach every end").contains(Ending.values());
    assertThat(proposals.keySet()).contains(ProposalEnd.Ending.values());
  }

  private static Map<String, Own> own(TestLine line) {
    Map<String, Own> all = new TreeMap<>();
    line.genesis.parties().forEach(party -> all.put(party, Own.of(line.state, party)));
    return all;
  }

  /**
   * Another's statement changes what is a party's own only by completing what that party signed.
   */
  private static void onlyItsOwnOfferBinds(
      Spokesman record, Outcome outcome, Own before, Own after) {
    assertThat(after.contradictions()).isEqualTo(before.contradictions());
    assertThat(after.ended()).isEqualTo(before.ended());
    boolean bound = outcome.effects().stream().anyMatch(OwnWordTest::isAccepted);
    boolean newTerms = outcome.effects().stream().anyMatch(TermsEffect.InForce.class::isInstance);
    if (!after.said().equals(before.said())) {
      assertThat(bound).as("a word came by an offer that all asked accepted").isTrue();
      ChannelStatus word = after.said().getLast();
      assertThat(record.said(word.statement()).party()).isEqualTo(word.party());
      assertThat(record.said(word.statement()).body())
          .isInstanceOfAny(StatusBody.Offer.class, StatusBody.Accept.class);
    }
    if (!bound && !newTerms && outcome.effects().stream().noneMatch(OwnWordTest::isEnd)) {
      assertThat(after.acceptances()).containsAllEntriesOf(before.acceptances());
    }
  }

  private static boolean isAccepted(Effect effect) {
    return ending(effect).filter(ending -> ending == Ending.ACCEPTED).isPresent();
  }

  private static boolean isEnd(Effect effect) {
    return ending(effect).isPresent();
  }

  private static Optional<Ending> ending(Effect effect) {
    return effect instanceof OfferDecided decided
        ? Optional.ofNullable(decided.offer().end()).map(Offer.End::ending)
        : Optional.empty();
  }

  /** A party ends another's offer by a refusal that is asked for, or by what both have signed. */
  private static void offersEndedByOthers(
      TestLine line, String speaker, List<Offer> before, Outcome outcome) {
    boolean newTerms = outcome.effects().stream().anyMatch(TermsEffect.InForce.class::isInstance);
    List<Offer> bound =
        outcome.effects().stream()
            .filter(OwnWordTest::isAccepted)
            .map(effect -> ((OfferDecided) effect).offer())
            .toList();
    for (Offer was : before) {
      Offer now = line.state.statuses().offer(was.id()).orElse(was);
      if (!was.isOpen() || now.isOpen() || was.party().equals(speaker)) {
        continue;
      }
      Offer.End end = Optional.ofNullable(now.end()).orElseThrow();
      assertThat(end.by()).isEqualTo(speaker);
      switch (end.ending()) {
        case REFUSED ->
            assertThat(line.state.statuses().asked(was, line.terms())).contains(speaker);
        case ACCEPTED ->
            assertThat(line.state.statuses().asked(was, line.terms()))
                .allMatch(asked -> now.acceptance(asked).isPresent());
        case OVERTAKEN ->
            assertThat(
                    newTerms
                        || bound.stream()
                            .anyMatch(offer ->
                                offer.scope().equals(was.scope())
                                    && (offer.party().equals(was.party())
                                        || offer.acceptance(was.party()).isPresent())))
                .isTrue();
        case WITHDRAWN, LAPSED -> throw new AssertionError(speaker + " ended what is not its own");
      }
    }
  }

  /** Every word, signature, acceptance and veto of the state is in the record, by its party. */
  private static void everyWordIsItsPartys(TestLine line, Spokesman record) {
    for (String party : line.genesis.parties()) {
      List<ChannelStatus> words = new ArrayList<>(line.state.statuses().said(party));
      line.state
          .statuses()
          .contradictions(party)
          .forEach(found -> words.addAll(List.of(found.earlier(), found.later())));
      words.forEach(word -> {
        assertThat(word.party()).isEqualTo(party);
        assertThat(record.said(word.statement()).party()).isEqualTo(party);
        record.assertSays(word);
      });
    }
    for (Offer offer : line.state.statuses().offers()) {
      assertThat(record.said(offer.id()).party()).isEqualTo(offer.party());
      offer
          .acceptances()
          .forEach(each -> {
            Said said = record.said(each.statement());
            assertThat(said.party()).isEqualTo(each.party());
            assertThat(said.body()).isEqualTo(new StatusBody.Accept(offer.id()));
          });
    }
    for (EndedProposal over : line.state.agreement().ended()) {
      Said said = record.said(over.end().statement());
      assertThat(said.party()).isEqualTo(over.end().by());
      switch (over.end().ending()) {
        case REFUSED ->
            assertThat(said.body())
                .isEqualTo(
                    new TermsBody.Refuse(
                        over.proposal().hash(), over.end().reason(), over.end().scope()));
        case WITHDRAWN -> {
          assertThat(said.body())
              .isEqualTo(new TermsBody.Withdraw(over.proposal().hash(), over.end().reason()));
          assertThat(over.proposal().party()).isEqualTo(over.end().by());
        }
        case REPLACED, LAPSED, OVERTAKEN -> assertThat(said.body()).isInstanceOf(TermsBody.class);
      }
    }
  }

  private static void inForceIsWhatAllHaveSigned(TestLine line, Spokesman record, Outcome outcome) {
    for (Proposal proposal : line.state.agreement().proposals()) {
      assertThat(record.signers(proposal.hash())).containsExactlyElementsOf(proposal.signedBy());
      assertThat(proposal.isAgreed()).isEqualTo(proposal.signedBy().equals(line.genesis.parties()));
    }
    for (Effect effect : outcome.effects()) {
      if (effect instanceof TermsEffect.InForce now) {
        assertThat(record.signers(now.hash())).containsExactlyElementsOf(line.genesis.parties());
        now.terms()
            .effectiveUs()
            .ifPresent(us -> assertThat(now.sinceUs()).isGreaterThanOrEqualTo(us));
        assertThat(line.terms()).isEqualTo(now.terms());
        record.forgetProposals();
      }
    }
  }

  private static void count(
      Outcome outcome, Map<Ending, Integer> offers, Map<ProposalEnd.Ending, Integer> proposals) {
    for (Effect effect : outcome.effects()) {
      ending(effect).ifPresent(ending -> offers.merge(ending, 1, Integer::sum));
      if (effect instanceof TermsEffect.Ended ended) {
        proposals.merge(ended.end().ending(), 1, Integer::sum);
      }
    }
  }
}
