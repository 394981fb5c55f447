package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.Body;
import hotline.line.body.ChannelState;
import hotline.line.body.StatusBody;
import hotline.line.body.TermsBody;
import hotline.line.status.ChannelStatus;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import hotline.record.statement.Statements;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who said what, read from a record's bytes: what a fold over it is held against. */
final class Spokesman {
  /** An accepted statement. */
  record Said(String party, Body body, long timeUs) {}

  private record Signing(String proposer, SortedSet<String> by, Optional<Long> lapsesUs) {}

  private final TestLine line;
  private final Map<StatementId, Said> said = new LinkedHashMap<>();
  private final Map<String, Signing> signatures = new TreeMap<>();

  Spokesman(TestLine line) {
    this.line = line;
  }

  /** Takes the entry with this outcome. */
  void heard(Outcome outcome) {
    if (outcome.verdict() != Verdict.ACCEPTED) {
      return;
    }
    Statement statement = (Statement) Statements.parse(line.entries.get((int) outcome.index()));
    Body body =
        Body.decode(Kind.ofCode(statement.header().kind()).orElseThrow(), statement.content())
            .orElseThrow();
    Said heard = new Said(statement.header().chain().party(), body, statement.header().timeUs());
    said.put(statement.id(), heard);
    if (body instanceof TermsBody terms) {
      signed(heard, terms);
    }
  }

  private void signed(Said heard, TermsBody body) {
    switch (body) {
      case TermsBody.Propose propose -> {
        String hash = Merkle.plain(propose.terms().bytes()).hex();
        Signing now = signatures.get(hash);
        boolean open =
            now != null && (now.lapsesUs().isEmpty() || heard.timeUs() <= now.lapsesUs().get());
        if (!open) {
          signatures
              .values()
              .removeIf(each -> each.proposer().equals(heard.party()) && !isComplete(each));
          signatures.put(hash, new Signing(heard.party(), new TreeSet<>(), propose.lapsesUs()));
        }
        signed(heard.party(), hash);
      }
      case TermsBody.Sign sign -> signed(heard.party(), sign.terms().hex());
      case TermsBody.Refuse refuse -> signatures.remove(refuse.terms().hex());
      case TermsBody.Withdraw withdraw -> signatures.remove(withdraw.terms().hex());
      case TermsBody.Begin _ -> {
        // Signs nothing.
      }
    }
  }

  private void signed(String party, String hash) {
    Signing signing = Objects.requireNonNull(signatures.get(hash), "not proposed");
    signing.by().add(party);
    if (isComplete(signing)) {
      signatures.values().removeIf(each -> isComplete(each) && !each.equals(signing));
    }
  }

  private boolean isComplete(Signing signing) {
    return signing.by().size() == line.genesis.parties().size();
  }

  /** What an accepted statement says. */
  Said said(StatementId id) {
    return Objects.requireNonNull(said.get(id), "not in the record");
  }

  /** Who has signed terms since they were proposed. */
  SortedSet<String> signers(Hash terms) {
    return Objects.requireNonNull(signatures.get(terms.hex()), "not proposed").by();
  }

  /** Others are in force: what was signed for instead of those before is over. */
  void forgetProposals() {
    signatures.clear();
  }

  /** Holds a word of the state against the statement that it is by. */
  void assertSays(ChannelStatus word) {
    switch (said(word.statement()).body()) {
      case StatusBody.State state ->
          assertThat(word)
              .returns(state.state(), ChannelStatus::state)
              .returns(state.scope(), ChannelStatus::scope)
              .returns(state.words(), ChannelStatus::words)
              .returns(state.effectiveUs(), ChannelStatus::claimedUs)
              .returns(state.condition().orElse(null), ChannelStatus::condition);
      case StatusBody.Offer offer -> assertOffers(word, offer);
      case StatusBody.Accept accept ->
          assertOffers(word, (StatusBody.Offer) said(accept.offer()).body());
      case Body other -> throw new AssertionError("a word by " + other.kind());
    }
  }

  private static void assertOffers(ChannelStatus word, StatusBody.Offer offer) {
    assertThat(word)
        .returns(ChannelState.IN_FORCE, ChannelStatus::state)
        .returns(offer.scope(), ChannelStatus::scope)
        .returns(offer.words(), ChannelStatus::words)
        .returns(offer.condition().orElse(null), ChannelStatus::condition);
  }
}
