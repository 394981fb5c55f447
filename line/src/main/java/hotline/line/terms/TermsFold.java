package hotline.line.terms;

import hotline.line.Refusals;
import hotline.line.Ruling;
import hotline.line.Spoken;
import hotline.line.body.TermsBody;
import hotline.line.effect.ChainEffect;
import hotline.line.effect.Effect;
import hotline.line.effect.TermsEffect;
import hotline.line.effect.TermsEffect.InForce;
import hotline.line.effect.TermsEffect.Proposed;
import hotline.line.effect.TermsEffect.Refused;
import hotline.line.effect.TermsEffect.Replaced;
import hotline.line.effect.TermsEffect.Signed;
import hotline.record.cbor.Decoded;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.signature.PublicKey;
import hotline.record.statement.Mode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of agreeing.
 *
 * <p>Terms are in force from the entry at which the last party signs the same bytes; proposing is
 * signing. One refusal ends a proposal and all signatures under it. What changes a key is signed
 * with root keys, and so are the first terms.
 */
public final class TermsFold implements Agreement {
  /** Former terms that are kept, to say what has changed since. */
  static final int EARLIER_MAX = 64;

  private @Nullable Genesis genesis;
  private @Nullable Mode mode;
  private @Nullable TermsInForce inForce;

  /** At most one of each party. */
  private final Map<Hash, Proposal> proposals = new LinkedHashMap<>();

  private final Map<Hash, Terms> earlier = new LinkedHashMap<>();

  /** What the rules say to a statement. */
  public Ruling decide(Spoken spoken, TermsBody body) {
    return switch (body) {
      case TermsBody.Propose propose -> propose(spoken, propose.terms().bytes());
      case TermsBody.Sign sign -> {
        Proposal proposal = proposals.get(sign.terms());
        yield proposal == null ? Refusals.TERMS_UNKNOWN.refuse() : sign(spoken, proposal);
      }
      case TermsBody.Refuse refuse ->
          proposals.containsKey(refuse.terms())
              ? Ruling.grant(new Refused(refuse.terms(), spoken.party(), refuse.reason()))
              : Refusals.TERMS_UNKNOWN.refuse();
      // Their rules follow; until then there is nothing that could begin.
      case TermsBody.Begin _, TermsBody.Withdraw _ -> Refusals.TERMS_UNKNOWN.refuse();
    };
  }

  private Ruling propose(Spoken spoken, byte[] bytes) {
    return switch (Terms.decode(bytes)) {
      case Decoded.Fault<Terms>(String sentence) -> Refusals.TERMS_INVALID.refuse(sentence);
      case Decoded.Value<Terms>(Terms terms) -> propose(spoken, terms, Merkle.plain(bytes));
    };
  }

  private Ruling propose(Spoken spoken, Terms terms, Hash hash) {
    Proposal same = proposals.get(hash);
    if (same != null) {
      return sign(spoken, same);
    }
    Optional<Ruling.Refused> unfit =
        inForce == null ? unfitFirst(terms) : unfitNext(terms, inForce);
    if (unfit.isPresent()) {
      return unfit.get();
    }
    if (needsRoot(terms) && !spoken.byRoot()) {
      return Refusals.NEEDS_ROOT.refuse();
    }
    List<Effect> effects = new ArrayList<>();
    for (Proposal open : proposals.values()) {
      if (open.party().equals(spoken.party())) {
        effects.add(new Replaced(open.hash(), spoken.party()));
      }
    }
    effects.add(new Proposed(hash, terms, spoken.party(), spoken.index()));
    return new Ruling.Granted(effects);
  }

  private Optional<Ruling.Refused> unfitFirst(Terms terms) {
    if (terms.number() != 1) {
      return Optional.of(Refusals.TERMS_NOT_NEXT.refuse(1));
    }
    Optional<Ruling.Refused> parties = otherParties(terms);
    if (parties.isPresent()) {
      return parties;
    }
    Genesis founded = founded();
    if (terms.epoch() != 1) {
      return Optional.of(Refusals.TERMS_INVALID.refuse("the first epoch has number 1"));
    }
    return terms.parties().stream()
            .allMatch(each -> founded.rootKey(each.party()).orElseThrow().equals(each.rootKey()))
        ? Optional.empty()
        : Optional.of(
            Refusals.TERMS_INVALID.refuse("the first terms have the root keys of the genesis"));
  }

  private Optional<Ruling.Refused> unfitNext(Terms terms, TermsInForce now) {
    if (terms.number() != now.terms().number() + 1
        || !terms.previous().equals(Optional.of(now.hash()))) {
      return Optional.of(Refusals.TERMS_NOT_NEXT.refuse(now.terms().number() + 1));
    }
    Optional<Ruling.Refused> parties = otherParties(terms);
    if (parties.isPresent()) {
      return parties;
    }
    PartyTerms before = now.terms().hostTerms();
    PartyTerms after = terms.hostTerms();
    boolean sameHost =
        terms.host().equals(now.terms().host())
            && terms.epoch() == now.terms().epoch()
            && before.logKey().equals(after.logKey())
            && before.outcomeKey().equals(after.outcomeKey());
    return sameHost ? Optional.empty() : Optional.of(Refusals.TERMS_HOST.refuse());
  }

  private Optional<Ruling.Refused> otherParties(Terms terms) {
    return terms.partyNames().equals(parties())
        ? Optional.empty()
        : Optional.of(Refusals.TERMS_PARTIES.refuse(String.join(", ", parties())));
  }

  private Ruling sign(Spoken spoken, Proposal proposal) {
    if (needsRoot(proposal.terms()) && !spoken.byRoot()) {
      return Refusals.NEEDS_ROOT.refuse();
    }
    if (proposal.signedBy().contains(spoken.party())) {
      return Refusals.TERMS_SIGNED.refuse();
    }
    Signed signed = new Signed(proposal.hash(), spoken.party());
    return proposal.signedBy().size() + 1 < parties().size()
        ? Ruling.grant(signed)
        : Ruling.grant(
            signed, new InForce(proposal.hash(), proposal.terms(), spoken.index(), spoken.party()));
  }

  private boolean needsRoot(Terms terms) {
    return inForce == null || !terms.hasKeysOf(inForce.terms());
  }

  private Genesis founded() {
    if (genesis == null) {
      throw new IllegalStateException("terms before the line was founded");
    }
    return genesis;
  }

  /** Takes over that the line exists. */
  public void on(ChainEffect.Founded effect) {
    genesis = effect.genesis();
    mode = effect.mode();
  }

  /** Takes a change over. */
  public void on(TermsEffect effect) {
    switch (effect) {
      case Proposed(Hash hash, Terms terms, String party, long index) ->
          proposals.put(hash, new Proposal(hash, terms, party, index, List.of(party)));
      case Signed(Hash hash, String party) ->
          proposals.computeIfPresent(
              hash,
              (_, before) ->
                  new Proposal(
                      hash,
                      before.terms(),
                      before.party(),
                      before.index(),
                      Stream.concat(before.signedBy().stream(), Stream.of(party))
                          .sorted()
                          .toList()));
      case Refused(Hash hash, String _, String _) -> proposals.remove(hash);
      case Replaced(Hash hash, String _) -> proposals.remove(hash);
      case InForce(Hash hash, Terms terms, long index, String by) -> {
        if (inForce != null) {
          earlier.put(inForce.hash(), inForce.terms());
          if (earlier.size() > EARLIER_MAX) {
            earlier.remove(earlier.keySet().iterator().next());
          }
        }
        inForce = new TermsInForce(hash, terms, index, by);
        proposals.clear();
      }
    }
  }

  @Override
  public Optional<Genesis> genesis() {
    return Optional.ofNullable(genesis);
  }

  @Override
  public Optional<Mode> mode() {
    return Optional.ofNullable(mode);
  }

  @Override
  public Optional<TermsInForce> inForce() {
    return Optional.ofNullable(inForce);
  }

  @Override
  public Optional<Terms> earlier(Hash hash) {
    return Optional.ofNullable(earlier.get(hash));
  }

  @Override
  public List<Proposal> proposals() {
    return List.copyOf(proposals.values());
  }

  @Override
  public Optional<PublicKey> key(String party, String node) {
    if (inForce != null) {
      return inForce.terms().party(party).flatMap(each -> each.key(node));
    }
    return genesis != null && node.equals(PartyTerms.ROOT_NODE)
        ? genesis.rootKey(party)
        : Optional.empty();
  }

  @Override
  public List<String> parties() {
    return genesis == null ? List.of() : genesis.parties();
  }
}
