package hotline.line;

import static hotline.line.AgreementTest.propose;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.Body;
import hotline.line.body.StatusBody;
import hotline.line.body.TermsBody;
import hotline.line.terms.EndedProposal;
import hotline.line.terms.Observer;
import hotline.line.terms.Proposal;
import hotline.line.terms.ProposalEnd;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsInForce;
import hotline.record.cbor.CborBytes;
import hotline.record.merkle.Hash;
import hotline.record.statement.StatementId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of proposed terms: agreed for later, begun, vetoed, withdrawn, let lapse. */
class ProposalTest {
  private static final long HOUR_US = 3600 * TestLine.SECOND_US;

  private final TestLine line = TestLine.of(false, "east", "north", "south");

  @Test
  void termsThatBeginLaterAreAgreedAndBeginWhenAPartySaysSo() {
    Terms later = line.terms().next().effectiveUs(Optional.of(line.nowUs + HOUR_US)).build();
    agree(later);
    assertThat(line.terms()).isEqualTo(line.firstTerms());
    assertThat(proposal(later)).satisfies(each -> assertThat(each.isAgreed()).isTrue());
    assertThat(code("east", new TermsBody.Begin(later.hash()))).isEqualTo("terms-too-early");
    assertThat(code("east", new TermsBody.Refuse(later.hash(), "no"))).isEqualTo("terms-agreed");
    assertThat(code("east", new TermsBody.Sign(later.hash()))).isEqualTo("terms-signed");
    Voice east = line.voice("east");
    long effectiveUs = later.effectiveUs().orElseThrow();
    assertThat(
            line.say(east, line.draft(east, new TermsBody.Begin(later.hash())).at(effectiveUs - 1))
                .code())
        .isEqualTo("terms-too-early");
    Outcome begun =
        line.say(east, line.draft(east, new TermsBody.Begin(later.hash())).at(effectiveUs));
    assertThat(begun.code()).isEqualTo("ok");
    TermsInForce now = line.state.agreement().inForce().orElseThrow();
    assertThat(now)
        .isEqualTo(new TermsInForce(later.hash(), later, begun.index(), "east", effectiveUs));
    assertThat(line.state.agreement().proposals()).isEmpty();
    line.nowUs = effectiveUs;
    assertThat(code("north", new TermsBody.Begin(later.hash()))).isEqualTo("terms-not-agreed");
  }

  @Test
  void nothingBeginsBeforeAllHaveSigned() {
    Terms later = line.terms().next().effectiveUs(Optional.of(line.nowUs)).build();
    line.accepted("north", propose(later));
    assertThat(code("north", new TermsBody.Begin(later.hash()))).isEqualTo("terms-not-agreed");
    line.accepted("south", new TermsBody.Sign(later.hash()));
    assertThat(code("south", new TermsBody.Begin(later.hash()))).isEqualTo("terms-not-agreed");
    line.accepted("east", new TermsBody.Sign(later.hash()));
    assertThat(line.terms()).as("also where the time is over").isEqualTo(line.firstTerms());
    line.accepted("north", new TermsBody.Begin(later.hash()));
    assertThat(line.terms()).isEqualTo(later);
  }

  @Test
  void whatAllAgreeOnLaterGivesWayToWhatAllAgreeOnAfterIt() {
    Terms monday = line.terms().next().effectiveUs(Optional.of(line.nowUs + HOUR_US)).build();
    Terms tuesday = line.terms().next().effectiveUs(Optional.of(line.nowUs + 2 * HOUR_US)).build();
    agree(monday);
    line.accepted("north", propose(next(50)));
    assertThat(line.state.agreement().proposal(monday.hash()))
        .as("another proposal of its proposer does not touch it")
        .isPresent();
    agree(tuesday);
    assertThat(line.state.agreement().proposal(monday.hash())).isEmpty();
    assertThat(last().end().ending()).isEqualTo(ProposalEnd.Ending.REPLACED);
    agree(next(45));
    assertThat(line.state.agreement().proposals()).isEmpty();
    assertThat(last().proposal().terms()).isEqualTo(tuesday);
    assertThat(last().end().ending()).isEqualTo(ProposalEnd.Ending.OVERTAKEN);
  }

  @Test
  void onlyItsProposerWithdrawsAndAlsoWhatAllHaveSigned() {
    Terms later = line.terms().next().effectiveUs(Optional.of(line.nowUs + HOUR_US)).build();
    agree(later);
    TermsBody.Withdraw withdraw = new TermsBody.Withdraw(later.hash(), "too soon");
    assertThat(code("south", withdraw)).isEqualTo("others-terms");
    line.accepted("north", withdraw);
    assertThat(code("north", withdraw)).isEqualTo("terms-unknown");
    assertThat(code("south", new TermsBody.Begin(later.hash()))).isEqualTo("terms-not-agreed");
    assertThat(last().end().ending()).isEqualTo(ProposalEnd.Ending.WITHDRAWN);
    assertThat(last().end().reason()).isEqualTo("too soon");
  }

  @Test
  void aVetoIsKeptWithItsScopeAndReason() {
    Terms next = next(30);
    line.accepted("north", propose(next));
    Outcome veto =
        line.accepted(
            "east", new TermsBody.Refuse(next.hash(), "we cannot answer so fast", "reply"));
    EndedProposal kept = last();
    assertThat(kept.proposal().terms()).isEqualTo(next);
    assertThat(kept.proposal().signedBy()).containsExactly("north");
    assertThat(kept.end())
        .isEqualTo(
            new ProposalEnd(
                ProposalEnd.Ending.REFUSED,
                "east",
                "reply",
                "we cannot answer so fast",
                new StatementId(veto.id()),
                line.nowUs,
                veto.index()));
    for (int i = 0; i < 40; i++) {
      Terms another = next(31 + i);
      line.accepted("north", propose(another));
      line.accepted("south", new TermsBody.Refuse(another.hash(), "no"));
    }
    assertThat(line.state.agreement().ended())
        .as("no flood of another's vetoes costs one")
        .contains(kept)
        .hasSize(17);
  }

  @Test
  void aSignatureAfterTheLapseComesTooLate() {
    Terms next = next(30);
    long lapsesUs = line.nowUs + 10 * TestLine.SECOND_US;
    CborBytes bytes = new CborBytes(next.encode());
    line.accepted("north", new TermsBody.Propose(bytes, Optional.of(lapsesUs)));
    Voice south = line.voice("south");
    Voice east = line.voice("east");
    TermsBody.Sign sign = new TermsBody.Sign(next.hash());
    assertThat(line.say(south, line.draft(south, sign).at(lapsesUs)).code()).isEqualTo("ok");
    assertThat(line.say(east, line.draft(east, sign).at(lapsesUs + 1)).code())
        .isEqualTo("terms-lapsed");
    line.nowUs = lapsesUs;
    assertThat(code("east", new TermsBody.Propose(bytes, Optional.of(lapsesUs))))
        .isEqualTo("terms-lapsed");
    line.accepted("east", propose(next));
    assertThat(last().end().ending()).isEqualTo(ProposalEnd.Ending.LAPSED);
    assertThat(proposal(next).signedBy()).as("all sign anew").containsExactly("east");
  }

  @Test
  void theFirstTermsMayBeginLaterToo() {
    TestLine fresh = TestLine.unfounded(false, "north", "south");
    fresh.found();
    Terms first =
        fresh.firstTerms().draft().effectiveUs(Optional.of(fresh.nowUs + HOUR_US)).build();
    fresh.agree(first);
    assertThat(fresh.state.terms()).isEmpty();
    fresh.nowUs += HOUR_US;
    fresh.accepted(fresh.root("south"), new TermsBody.Begin(first.hash()));
    assertThat(fresh.terms()).isEqualTo(first);
  }

  @Test
  void keysOfObserversAndWitnessesAreForRootKeysToo() {
    Terms seen =
        line.terms()
            .next()
            .observers(List.of(new Observer("un", "Observers", TestLine.key("un"))))
            .build();
    assertThat(code("north", propose(seen))).isEqualTo("needs-root");
    line.accepted(line.root("north"), propose(seen));
  }

  @Test
  void termsThatAreNotInForceYetAreNamedAsThat() {
    Terms later = line.terms().next().effectiveUs(Optional.of(line.nowUs + HOUR_US)).build();
    agree(later);
    Voice south = line.voice("south");
    assertThat(line.say(south, line.draft(south, offer()).terms(later.hash())).sentence())
        .contains("terms that are proposed and not in force");
    assertThat(line.say(south, line.draft(south, offer()).terms(Hash.of(new byte[32]))).sentence())
        .contains("not known here");
    assertThat(code("south", offer())).isEqualTo("ok");
  }

  private Proposal proposal(Terms terms) {
    return line.state.agreement().proposal(terms.hash()).orElseThrow();
  }

  private EndedProposal last() {
    return line.state.agreement().ended().getLast();
  }

  private void agree(Terms next) {
    line.accepted("north", propose(next));
    line.accepted("south", new TermsBody.Sign(next.hash()));
    line.accepted("east", new TermsBody.Sign(next.hash()));
  }

  private Terms next(long replySeconds) {
    return AgreementTest.next(line.terms(), replySeconds);
  }

  private StatusBody.Offer offer() {
    return new StatusBody.Offer(Optional.empty(), "words", line.nowUs + HOUR_US);
  }

  private String code(String party, Body body) {
    return line.say(party, body).code();
  }
}
