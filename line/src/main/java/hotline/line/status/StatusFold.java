package hotline.line.status;

import hotline.line.Refusals;
import hotline.line.Ruling;
import hotline.line.Spoken;
import hotline.line.UtcText;
import hotline.line.body.Activity;
import hotline.line.body.ChannelState;
import hotline.line.body.Scope;
import hotline.line.body.StatusBody;
import hotline.line.effect.Effect;
import hotline.line.effect.StatusEffect;
import hotline.line.effect.StatusEffect.Contradicted;
import hotline.line.effect.StatusEffect.Decided;
import hotline.line.effect.StatusEffect.OfferChanged;
import hotline.line.effect.StatusEffect.OfferDecided;
import hotline.line.effect.StatusEffect.StatusChanged;
import hotline.line.terms.Terms;
import hotline.record.statement.StatementId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rules of channel status.
 *
 * <p>A party speaks for itself by STATUS, of the whole line or of a part; see {@link History} for
 * which of its words counts, and {@link OfferBook} for how parties restore together. Whatever a
 * party says later of its own status counts more than an acceptance it gave before.
 */
public final class StatusFold implements Statuses {
  /** Contradictions of one party that are kept. */
  static final int CONTRADICTIONS_MAX = 32;

  private final Map<String, History> histories = new TreeMap<>();
  private final Map<String, Deque<Contradiction>> contradictions = new TreeMap<>();
  private final OfferBook book = new OfferBook();
  private final Map<String, Long> decisions = new TreeMap<>();

  /** What the rules say to a statement. */
  public Ruling decide(Spoken spoken, StatusBody body, Terms terms) {
    return switch (body) {
      case StatusBody.State state -> status(spoken, state, terms);
      case StatusBody.Offer offer -> book.offer(spoken, offer, terms);
      case StatusBody.Accept accept ->
          book.accept(
              spoken, accept.offer(), terms, word -> history(word.party()).with(word).isPresent());
      case StatusBody.Refuse refuse -> book.refuse(spoken, refuse, terms);
      case StatusBody.Withdraw withdraw -> book.withdraw(spoken, withdraw.offer());
    };
  }

  private Ruling status(Spoken spoken, StatusBody.State body, Terms terms) {
    Optional<Ruling.Refused> unknown =
        body.state() == ChannelState.IN_FORCE
            ? Scopes.unknown(body.condition(), terms)
            : Optional.empty();
    unknown = unknown.or(() -> Scopes.unknown(body.scope(), terms));
    if (unknown.isPresent()) {
      return unknown.get();
    }
    ChannelStatus word =
        new ChannelStatus(
            spoken.party(),
            body.scope(),
            body.state(),
            body.effectiveUs(),
            Math.max(body.effectiveUs(), spoken.timeUs()),
            spoken.timeUs(),
            body.condition().orElse(null),
            body.words(),
            spoken.id(),
            spoken.index(),
            List.of());
    History history = history(spoken.party());
    if (history.with(word).isEmpty()) {
      return Refusals.STATUSES_FULL.refuse("your party");
    }
    List<Contradiction> contradicted =
        history.contradictedBy(word, (one, other) -> Scopes.meet(one, other, terms));
    ChannelStatus said =
        word.contradicting(contradicted.stream().map(each -> each.earlier().statement()).toList());
    List<Effect> effects = new ArrayList<>(book.overtakenBy(spoken, body.scope(), terms));
    effects.add(new StatusChanged(said));
    for (Contradiction each : contradicted) {
      effects.add(
          new Contradicted(new Contradiction(each.earlier(), said, each.fromUs(), each.toUs())));
    }
    effects.add(new Decided(spoken.party(), spoken.index()));
    return new Ruling.Granted(effects);
  }

  /** What new terms do: every open offer ends. */
  public List<Effect> onNewTerms(Spoken spoken) {
    return book.onNewTerms(spoken);
  }

  /**
   * Why a planning statement of a party does not pass at a time, if it does not: what it is about
   * lies wholly in what its own party has suspended then, or in what every other party has.
   *
   * @param about what it is about; empty if that cannot be placed: then only the whole line counts
   */
  public Optional<Ruling.Refused> suspension(
      String party, long timeUs, List<Activity> about, Terms terms) {
    Optional<ChannelStatus> own = suspended(party, timeUs, about, terms);
    if (own.isPresent()) {
      return Optional.of(
          Refusals.SUSPENDED.refuse(
              "Your party's channel is suspended since %s (%s)."
                  .formatted(UtcText.of(own.get().effectiveUs()), own.get().scope().words())));
    }
    List<String> words = new ArrayList<>();
    for (String other : terms.partyNames()) {
      if (!other.equals(party)) {
        Optional<ChannelStatus> word = suspended(other, timeUs, about, terms);
        if (word.isEmpty()) {
          return Optional.empty();
        }
        words.add(other + " for " + word.get().scope().words());
      }
    }
    return Optional.of(
        Refusals.SUSPENDED.refuse(
            "The channel is suspended by every other party (" + String.join(", ", words) + ")."));
  }

  private Optional<ChannelStatus> suspended(
      String party, long timeUs, List<Activity> about, Terms terms) {
    return at(party, timeUs, about, terms)
        .filter(status -> status.state() == ChannelState.SUSPENDED);
  }

  /** Takes a change over. */
  public void on(StatusEffect effect) {
    switch (effect) {
      case StatusChanged(ChannelStatus status) ->
          histories.put(status.party(), history(status.party()).with(status).orElseThrow());
      case Contradicted(Contradiction found) -> {
        Deque<Contradiction> own =
            contradictions.computeIfAbsent(found.party(), _ -> new ArrayDeque<>());
        own.add(found);
        if (own.size() > CONTRADICTIONS_MAX) {
          own.remove();
        }
      }
      case OfferChanged(Offer offer) -> book.put(offer);
      case OfferDecided(Offer offer) -> book.put(offer);
      case Decided(String speaker, long index) -> decisions.put(speaker, index);
    }
  }

  private History history(String party) {
    return histories.getOrDefault(party, History.EMPTY);
  }

  @Override
  public Optional<ChannelStatus> latest(String party) {
    return history(party).at(Long.MAX_VALUE, Scope::isWhole);
  }

  @Override
  public Optional<ChannelStatus> at(String party, long timeUs) {
    return history(party).at(timeUs, Scope::isWhole);
  }

  @Override
  public Optional<ChannelStatus> at(String party, long timeUs, List<Activity> about, Terms terms) {
    return history(party).at(timeUs, scope -> Scopes.holds(scope, about, terms));
  }

  @Override
  public List<ChannelStatus> standing(String party, long timeUs) {
    return history(party).standing(timeUs);
  }

  @Override
  public List<ChannelStatus> said(String party) {
    return history(party).said();
  }

  @Override
  public boolean isSuspended(String party, long timeUs) {
    return at(party, timeUs).filter(status -> status.state() == ChannelState.SUSPENDED).isPresent();
  }

  @Override
  public List<Contradiction> contradictions(String party) {
    Deque<Contradiction> own = contradictions.get(party);
    return own == null ? List.of() : List.copyOf(own);
  }

  @Override
  public Optional<Offer> offer(StatementId id) {
    return book.offer(id);
  }

  @Override
  public List<Offer> offers() {
    return book.all();
  }

  @Override
  public List<String> asked(Offer offer, Terms terms) {
    return OfferBook.asked(offer, terms);
  }

  @Override
  public Optional<Decision> decidedSince(long size, String exceptBy) {
    return decisions.entrySet().stream()
        .filter(entry -> entry.getValue() >= size && !entry.getKey().equals(exceptBy))
        .map(entry -> new Decision(entry.getKey(), entry.getValue()))
        .findFirst();
  }
}
