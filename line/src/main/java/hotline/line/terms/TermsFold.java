package hotline.line.terms;

import hotline.line.Refusals;
import hotline.line.Ruling;
import hotline.line.Spoken;
import hotline.line.UtcText;
import hotline.line.body.TermsBody;
import hotline.line.effect.ChainEffect;
import hotline.line.effect.Effect;
import hotline.line.effect.TermsEffect;
import hotline.line.effect.TermsEffect.Agreed;
import hotline.line.effect.TermsEffect.Ended;
import hotline.line.effect.TermsEffect.InForce;
import hotline.line.effect.TermsEffect.Proposed;
import hotline.line.effect.TermsEffect.Signed;
import hotline.line.terms.ProposalEnd.Ending;
import hotline.record.cbor.Decoded;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.signature.PublicKey;
import hotline.record.statement.Mode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of agreeing.
 *
 * <p>Terms are in force from the entry at which the last party signs the same bytes; proposing is
 * signing. Terms that name an effective time are only agreed then, and come into force by a
 * TERMS-BEGIN of any party signed at that time or later: nothing here looks at a clock. Until all
 * have signed, one refusal ends a proposal and all signatures under it; after that only its
 * proposer can take it back, until it is in force. What changes a key is signed with root keys, and
 * so are the first terms.
 */
public final class TermsFold implements Agreement {
  /** Former terms that are kept, to say what has changed since. */
  static final int EARLIER_MAX = 64;

  /** Proposals ended by one party that are kept, to show its vetoes. */
  static final int ENDED_MAX = 16;

  private @Nullable Genesis genesis;
  private @Nullable Mode mode;
  private @Nullable TermsInForce inForce;

  /** At most one of each party that can be signed, and one that is agreed. */
  private final Map<Hash, Proposal> proposals = new LinkedHashMap<>();

  private final Map<Hash, Terms> earlier = new LinkedHashMap<>();

  /** By the party that ended them, in the order in which they ended. */
  private final Map<String, Deque<EndedProposal>> ended = new TreeMap<>();

  /** What the rules say to a statement. */
  public Ruling decide(Spoken spoken, TermsBody body) {
    return switch (body) {
      case TermsBody.Propose propose -> propose(spoken, propose);
      case TermsBody.Sign sign -> {
        Proposal proposal = proposals.get(sign.terms());
        yield proposal == null ? Refusals.TERMS_UNKNOWN.refuse() : sign(spoken, proposal);
      }
      case TermsBody.Refuse refuse -> refuse(spoken, refuse);
      case TermsBody.Begin begin -> begin(spoken, begin.terms());
      case TermsBody.Withdraw withdraw -> withdraw(spoken, withdraw);
    };
  }

  private Ruling propose(Spoken spoken, TermsBody.Propose body) {
    byte[] bytes = body.terms().bytes();
    return switch (Terms.decode(bytes)) {
      case Decoded.Fault<Terms>(String sentence) -> Refusals.TERMS_INVALID.refuse(sentence);
      case Decoded.Value<Terms>(Terms terms) ->
          propose(spoken, terms, Merkle.plain(bytes), body.lapsesUs());
    };
  }

  private Ruling propose(Spoken spoken, Terms terms, Hash hash, Optional<Long> lapsesUs) {
    Proposal same = proposals.get(hash);
    boolean anew = same != null && !same.isAgreed() && same.isLapsedAt(spoken.timeUs());
    if (same != null && !anew) {
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
    if (lapsesUs.filter(us -> us < spoken.timeUs()).isPresent()) {
      return Refusals.TERMS_LAPSED.refuse(UtcText.of(lapsesUs.get()));
    }
    List<Effect> effects = new ArrayList<>();
    for (Proposal open : proposals.values()) {
      if (open.hash().equals(hash)) {
        effects.add(new Ended(hash, ProposalEnd.of(Ending.LAPSED, spoken)));
      } else if (open.party().equals(spoken.party()) && !open.isAgreed()) {
        effects.add(new Ended(open.hash(), ProposalEnd.of(Ending.REPLACED, spoken)));
      }
    }
    effects.add(new Proposed(hash, terms, spoken.party(), spoken.index(), lapsesUs));
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
    if (proposal.isLapsedAt(spoken.timeUs())) {
      return Refusals.TERMS_LAPSED.refuse(UtcText.of(Objects.requireNonNull(proposal.lapsesUs())));
    }
    List<Effect> effects = new ArrayList<>();
    effects.add(new Signed(proposal.hash(), spoken.party()));
    if (proposal.signedBy().size() + 1 == parties().size()) {
      effects.addAll(
          proposal.terms().effectiveUs().isPresent()
              ? agreed(spoken, proposal)
              : inForce(spoken, proposal));
    }
    return new Ruling.Granted(effects);
  }

  /** All have signed what begins later; what all agreed on before that gives way to it. */
  private List<Effect> agreed(Spoken spoken, Proposal proposal) {
    List<Effect> effects = new ArrayList<>();
    for (Proposal other : proposals.values()) {
      if (other.isAgreed()) {
        effects.add(new Ended(other.hash(), ProposalEnd.of(Ending.REPLACED, spoken)));
      }
    }
    effects.add(new Agreed(proposal.hash(), spoken.party(), spoken.index()));
    return effects;
  }

  private List<Effect> inForce(Spoken spoken, Proposal proposal) {
    List<Effect> effects = new ArrayList<>();
    for (Proposal other : proposals.values()) {
      if (!other.hash().equals(proposal.hash())) {
        effects.add(new Ended(other.hash(), ProposalEnd.of(Ending.OVERTAKEN, spoken)));
      }
    }
    effects.add(
        new InForce(
            proposal.hash(), proposal.terms(), spoken.index(), spoken.party(), spoken.timeUs()));
    return effects;
  }

  private Ruling refuse(Spoken spoken, TermsBody.Refuse body) {
    Proposal proposal = proposals.get(body.terms());
    if (proposal == null) {
      return Refusals.TERMS_UNKNOWN.refuse();
    }
    return proposal.isAgreed()
        ? Refusals.TERMS_AGREED.refuse()
        : Ruling.grant(
            new Ended(
                proposal.hash(),
                ProposalEnd.of(Ending.REFUSED, spoken, body.scope(), body.reason())));
  }

  private Ruling begin(Spoken spoken, Hash hash) {
    Proposal proposal = proposals.get(hash);
    if (proposal == null || !proposal.isAgreed()) {
      return Refusals.TERMS_NOT_AGREED.refuse();
    }
    long effectiveUs = proposal.terms().effectiveUs().orElseThrow();
    return spoken.timeUs() < effectiveUs
        ? Refusals.TERMS_TOO_EARLY.refuse(UtcText.of(effectiveUs))
        : new Ruling.Granted(inForce(spoken, proposal));
  }

  private Ruling withdraw(Spoken spoken, TermsBody.Withdraw body) {
    Proposal proposal = proposals.get(body.terms());
    if (proposal == null) {
      return Refusals.TERMS_UNKNOWN.refuse();
    }
    return proposal.party().equals(spoken.party())
        ? Ruling.grant(
            new Ended(proposal.hash(), ProposalEnd.of(Ending.WITHDRAWN, spoken, "", body.reason())))
        : Refusals.OTHERS_TERMS.refuse(proposal.party());
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
      case Proposed(Hash hash, Terms terms, String party, long index, Optional<Long> lapsesUs) ->
          proposals.put(
              hash,
              new Proposal(hash, terms, party, index, List.of(party), lapsesUs.orElse(null), null));
      case Signed(Hash hash, String party) ->
          proposals.computeIfPresent(hash, (_, before) -> before.signed(party));
      case Agreed(Hash hash, String _, long index) ->
          proposals.computeIfPresent(hash, (_, before) -> before.agreed(index));
      case Ended(Hash hash, ProposalEnd end) -> {
        Proposal over = proposals.remove(hash);
        if (over != null) {
          remember(new EndedProposal(over, end));
        }
      }
      case InForce(Hash hash, Terms terms, long index, String by, long sinceUs) -> {
        if (inForce != null) {
          earlier.put(inForce.hash(), inForce.terms());
          if (earlier.size() > EARLIER_MAX) {
            earlier.remove(earlier.keySet().iterator().next());
          }
        }
        inForce = new TermsInForce(hash, terms, index, by, sinceUs);
        proposals.remove(hash);
      }
    }
  }

  private void remember(EndedProposal over) {
    Deque<EndedProposal> own = ended.computeIfAbsent(over.end().by(), _ -> new ArrayDeque<>());
    own.add(over);
    if (own.size() > ENDED_MAX) {
      own.remove();
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
  public Optional<Proposal> proposal(Hash hash) {
    return Optional.ofNullable(proposals.get(hash));
  }

  @Override
  public List<EndedProposal> ended() {
    return ended.values().stream()
        .flatMap(Deque::stream)
        .sorted(Comparator.comparingLong(each -> each.end().index()))
        .toList();
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
