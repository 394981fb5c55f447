package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.Body;
import hotline.line.body.ChannelState;
import hotline.line.body.MessageBody;
import hotline.line.body.StatusBody;
import hotline.line.body.TermsBody;
import hotline.line.body.WatchBody;
import hotline.line.status.Offer;
import hotline.line.terms.PartyTerms;
import hotline.line.terms.Terms;
import hotline.line.terms.Times;
import hotline.record.cbor.CborBytes;
import hotline.record.merkle.Hash;
import hotline.record.statement.Mode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Proposing, signing, refusing terms. */
class AgreementTest {
  private final TestLine line = TestLine.of(false, "east", "north", "south");

  @Test
  void termsAreInForceWhenTheLastPartySigns() {
    Terms next = next(30);
    line.accepted("north", propose(next));
    line.accepted("south", new TermsBody.Sign(next.hash()));
    assertThat(line.terms()).isEqualTo(line.firstTerms());
    Outcome last = line.accepted("east", new TermsBody.Sign(next.hash()));
    assertThat(line.terms()).isEqualTo(next);
    assertThat(line.state.agreement().inForce().orElseThrow().index()).isEqualTo(last.index());
    assertThat(line.state.agreement().earlier(line.firstTerms().hash()))
        .contains(line.firstTerms());
  }

  @Test
  void proposingWhatIsProposedIsSigning() {
    Terms next = next(30);
    line.accepted("north", propose(next));
    line.accepted("south", propose(next));
    line.accepted("east", propose(next));
    assertThat(line.terms()).isEqualTo(next);
  }

  @Test
  void aRefusalEndsAProposalAndEverySignatureUnderIt() {
    Terms next = next(30);
    line.accepted("north", propose(next));
    line.accepted("south", new TermsBody.Sign(next.hash()));
    line.accepted("east", new TermsBody.Refuse(next.hash(), "no"));
    assertThat(code("east", new TermsBody.Sign(next.hash()))).isEqualTo("terms-unknown");
    line.accepted("east", propose(next));
    line.accepted("north", new TermsBody.Sign(next.hash()));
    assertThat(line.terms()).as("South's old signature does not count").isNotEqualTo(next);
  }

  @Test
  void anotherProposalOfAPartyReplacesItsFirst() {
    Terms first = next(30);
    Terms second = next(40);
    line.accepted("north", propose(first));
    line.accepted("north", propose(second));
    assertThat(code("south", new TermsBody.Sign(first.hash()))).isEqualTo("terms-unknown");
    assertThat(line.state.agreement().proposals()).hasSize(1);
  }

  @Test
  void nobodySignsTwice() {
    Terms next = next(30);
    line.accepted("north", propose(next));
    assertThat(code("north", new TermsBody.Sign(next.hash()))).isEqualTo("terms-signed");
    assertThat(code("north", propose(next))).isEqualTo("terms-signed");
  }

  @Test
  void termsFollowThoseInForce() {
    Terms now = line.terms();
    Terms skipping = with(now, 3, Optional.of(now.hash()), now.parties(), now.host(), 30);
    assertThat(code("north", propose(skipping))).isEqualTo("terms-not-next");
    Hash other = Hash.of(new byte[32]);
    Terms elsewhere = with(now, 2, Optional.of(other), now.parties(), now.host(), 30);
    assertThat(code("north", propose(elsewhere))).isEqualTo("terms-not-next");
    assertThat(code("north", new TermsBody.Propose(new CborBytes(new byte[] {1}))))
        .isEqualTo("terms-invalid");
  }

  @Test
  void theHostStaysUntilAHandover() {
    Terms now = line.terms();
    Terms moved = with(now, 2, Optional.of(now.hash()), now.parties(), "south", 30);
    assertThat(line.say(line.root("north"), propose(moved)).code()).isEqualTo("terms-host");
  }

  @Test
  void whatChangesAKeyIsSignedWithRootKeys() {
    Terms now = line.terms();
    List<PartyTerms> parties =
        now.parties().stream()
            .map(each -> each.party().equals("south") ? withNode(each, "two") : each)
            .toList();
    Terms next = with(now, 2, Optional.of(now.hash()), parties, now.host(), 30);
    assertThat(code("north", propose(next))).isEqualTo("needs-root");
    line.accepted(line.root("north"), propose(next));
    assertThat(code("south", new TermsBody.Sign(next.hash()))).isEqualTo("needs-root");
    line.accepted(line.root("south"), new TermsBody.Sign(next.hash()));
    line.accepted(line.root("east"), new TermsBody.Sign(next.hash()));
    assertThat(line.terms()).isEqualTo(next);
    assertThat(line.state.agreement().key("south", "two")).contains(TestLine.key("south/two"));
    assertThat(line.state.agreement().key("south", "one")).isEmpty();
    assertThat(code("south", new WatchBody.Take("duty", "Anna"))).isEqualTo("unknown-key");
  }

  @Test
  void newTermsEndOffersAndPostsThatAreGone() {
    line.accepted("north", new WatchBody.Take("watch", "Anna"));
    line.accepted(
        "north",
        new StatusBody.Offer(Optional.empty(), "words", line.nowUs + 1000 * TestLine.SECOND_US));
    Terms now = line.terms();
    List<PartyTerms> parties =
        now.parties().stream()
            .map(each ->
                new PartyTerms(
                    each.party(),
                    each.rootKey(),
                    each.nodes(),
                    each.logKey(),
                    each.outcomeKey(),
                    each.cosignerKey(),
                    List.of("duty")))
            .toList();
    Terms next = with(now, 2, Optional.of(now.hash()), parties, now.host(), 30);
    line.accepted("north", propose(next));
    line.accepted("south", new TermsBody.Sign(next.hash()));
    line.accepted("east", new TermsBody.Sign(next.hash()));
    assertThat(line.state.watches().at("north", "watch")).isEmpty();
    assertThat(line.state.statuses().offers().getFirst().end())
        .satisfies(end -> assertThat(end.ending()).isEqualTo(Offer.Ending.OVERTAKEN));
  }

  @Test
  void underOtherTermsTheChangeIsNamed() {
    Hash before = line.terms().hash();
    Terms now = line.terms();
    agree(now.next().categories(List.of("transit", "rescue")).times(next(45).times()).build());
    Voice south = line.voice("south");
    Outcome stale = line.say(south, line.draft(south, offer()).terms(before));
    assertThat(stale.code()).isEqualTo("stale-terms");
    assertThat(stale.sentence())
        .contains(
            "as far as it matters to OFFER: 10 Categories: transit, rescue (was: transit, survey).")
        .doesNotContain("Reply by");
    assertThat(line.say(south, line.draft(south, offer()).terms(null)).code())
        .isEqualTo("stale-terms");
    assertThat(line.say(south, offer()).code()).isEqualTo("ok");
  }

  @Test
  void whatEndsOrReportsNeedsNoTerms() {
    Voice north = line.voice("north");
    line.accepted(north, new WatchBody.Take("duty", "Anna"));
    for (Body body :
        List.of(
            MessageBody.Message.bare(Kind.TEXT),
            new WatchBody.Take("duty", "Boris"),
            new StatusBody.State(ChannelState.SUSPENDED, 0, Optional.empty(), "stop"))) {
      assertThat(line.say(north, line.draft(north, body).terms(null)).code()).isEqualTo("ok");
    }
  }

  @Test
  void anExerciseChangesNoTermsAndNoStatus() {
    Voice north = line.voice("north");
    Terms next = next(30);
    assertThat(line.say(north, line.draft(north, propose(next)).mode(Mode.EXERCISE)).code())
        .isEqualTo("wrong-mode");
    assertThat(line.say(north, line.draft(north, offer()).mode(Mode.TEST)).code())
        .isEqualTo("wrong-mode");
  }

  private void agree(Terms next) {
    line.accepted("north", propose(next));
    line.accepted("south", new TermsBody.Sign(next.hash()));
    line.accepted("east", new TermsBody.Sign(next.hash()));
  }

  private StatusBody.Offer offer() {
    return new StatusBody.Offer(
        Optional.empty(), "words", line.nowUs + 100_000 * TestLine.SECOND_US);
  }

  private String code(String party, Body body) {
    return line.say(party, body).code();
  }

  static TermsBody.Propose propose(Terms terms) {
    return new TermsBody.Propose(new CborBytes(terms.encode()));
  }

  private static PartyTerms withNode(PartyTerms party, String node) {
    return new PartyTerms(
        party.party(),
        party.rootKey(),
        List.of(new PartyTerms.NodeKey(node, TestLine.key(party.party() + "/" + node))),
        party.logKey(),
        party.outcomeKey(),
        party.cosignerKey(),
        party.posts());
  }

  private Terms next(long replySeconds) {
    return next(line.terms(), replySeconds);
  }

  /** The next terms, with another time to reply. */
  static Terms next(Terms now, long replySeconds) {
    return with(now, 2, Optional.of(now.hash()), now.parties(), now.host(), replySeconds);
  }

  private static Terms with(
      Terms now,
      long number,
      Optional<Hash> previous,
      List<PartyTerms> parties,
      String host,
      long replySeconds) {
    return now.draft()
        .number(number)
        .previous(previous)
        .parties(parties)
        .host(host)
        .times(
            new Times(
                replySeconds * TestLine.SECOND_US,
                now.times().acceptByUs(),
                now.times().lineCheckEveryUs(),
                now.times().noticeLeadUs()))
        .build();
  }
}
