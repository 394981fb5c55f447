package hotline.line.status;

import hotline.line.Refusals;
import hotline.line.Ruling;
import hotline.line.Spoken;
import hotline.line.UtcText;
import hotline.line.body.ChannelState;
import hotline.line.body.Condition;
import hotline.line.body.StatusBody;
import hotline.line.effect.Effect;
import hotline.line.effect.StatusEffect;
import hotline.line.effect.StatusEffect.Decided;
import hotline.line.effect.StatusEffect.OfferChanged;
import hotline.line.effect.StatusEffect.OfferDecided;
import hotline.line.effect.StatusEffect.StatusChanged;
import hotline.line.status.Offer.Acceptance;
import hotline.line.status.Offer.End;
import hotline.line.status.Offer.Ending;
import hotline.line.terms.Terms;
import hotline.line.terms.Zone;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rules of channel status.
 *
 * <p>A party speaks for itself by STATUS. An offer binds when every other party has accepted it:
 * then its party and each that accepted are in force on its condition, each by a statement of its
 * own. Whatever a party says later of its own status counts more than an acceptance it gave before.
 */
public final class StatusFold implements Statuses {
  /** Statuses of one party that are kept: those that may still count for a late statement. */
  static final int HISTORY_MAX = 16;

  /** Offers of one party that are kept after they are over. */
  static final int OFFERS_MAX = 64;

  /** By party; what takes effect later stands later. */
  private final Map<String, List<ChannelStatus>> statuses = new TreeMap<>();

  private final Map<StatementId, Offer> offers = new LinkedHashMap<>();
  private final Map<String, Long> decisions = new TreeMap<>();

  /** What the rules say to a statement. */
  public Ruling decide(Spoken spoken, StatusBody body, Terms terms) {
    return switch (body) {
      case StatusBody.State state -> status(spoken, state, terms);
      case StatusBody.Offer offer -> offer(spoken, offer, terms);
      case StatusBody.Accept accept -> accept(spoken, accept.offer(), terms);
      case StatusBody.Refuse refuse -> refuse(spoken, refuse);
      case StatusBody.Withdraw withdraw -> withdraw(spoken, withdraw.offer());
    };
  }

  private Ruling status(Spoken spoken, StatusBody.State body, Terms terms) {
    if (body.state() == ChannelState.IN_FORCE) {
      Optional<Ruling.Refused> unknown = unknownName(body.condition(), terms);
      if (unknown.isPresent()) {
        return unknown.get();
      }
    }
    List<Effect> effects = new ArrayList<>();
    for (Offer open : openOffers()) {
      if (open.party().equals(spoken.party())) {
        effects.add(new OfferDecided(open.ended(end(Ending.OVERTAKEN, spoken, ""))));
      } else if (open.acceptance(spoken.party()).isPresent()) {
        effects.add(new OfferChanged(open.without(spoken.party())));
      }
    }
    effects.add(
        new StatusChanged(
            new ChannelStatus(
                spoken.party(),
                body.state(),
                Math.max(body.effectiveUs(), spoken.timeUs()),
                spoken.timeUs(),
                body.condition().orElse(null),
                body.words(),
                spoken.id(),
                spoken.index())));
    effects.add(new Decided(spoken.party(), spoken.index()));
    return new Ruling.Granted(effects);
  }

  private Ruling offer(Spoken spoken, StatusBody.Offer body, Terms terms) {
    Optional<Ruling.Refused> unknown = unknownName(body.condition(), terms);
    if (unknown.isPresent()) {
      return unknown.get();
    }
    if (body.lapsesUs() <= spoken.timeUs()) {
      return Refusals.OFFER_LAPSED.refuse(UtcText.of(body.lapsesUs()));
    }
    List<Effect> effects = new ArrayList<>();
    for (Offer open : openOffers()) {
      if (open.party().equals(spoken.party())) {
        if (!open.isLapsedAt(spoken.timeUs())) {
          return Refusals.OFFER_OPEN.refuse();
        }
        effects.add(new OfferDecided(open.ended(end(Ending.LAPSED, spoken, ""))));
      }
    }
    effects.add(
        new OfferChanged(
            new Offer(
                spoken.id(),
                spoken.party(),
                body.condition().orElse(null),
                body.words(),
                spoken.timeUs(),
                body.lapsesUs(),
                spoken.index(),
                List.of(),
                null)));
    return new Ruling.Granted(effects);
  }

  private Ruling accept(Spoken spoken, StatementId id, Terms terms) {
    Offer offer = offers.get(id);
    if (offer == null) {
      return Refusals.OFFER_UNKNOWN.refuse();
    }
    if (offer.party().equals(spoken.party())) {
      return Refusals.OWN_OFFER.refuse();
    }
    Optional<Ruling.Refused> over = over(offer, spoken);
    if (over.isPresent()) {
      return over.get();
    }
    if (offer.acceptance(spoken.party()).isPresent()) {
      return Refusals.OFFER_ACCEPTED.refuse();
    }
    Offer accepted = offer.with(new Acceptance(spoken.party(), spoken.id(), spoken.timeUs()));
    // Everyone but the offering party has accepted when the two together are all.
    return accepted.acceptances().size() + 1 < terms.parties().size()
        ? Ruling.grant(new OfferChanged(accepted))
        : new Ruling.Granted(binding(accepted, spoken));
  }

  /** What it means that the last party has accepted. */
  private static List<Effect> binding(Offer offer, Spoken last) {
    long effectiveUs =
        Math.max(
            offer.saidUs(),
            offer.acceptances().stream().mapToLong(Acceptance::timeUs).max().orElseThrow());
    List<Effect> effects = new ArrayList<>();
    effects.add(new OfferDecided(offer.ended(end(Ending.ACCEPTED, last, ""))));
    effects.add(
        restored(offer, offer.party(), offer.id(), offer.saidUs(), effectiveUs, last.index()));
    for (Acceptance each : offer.acceptances()) {
      effects.add(
          restored(
              offer, each.party(), each.statement(), each.timeUs(), effectiveUs, last.index()));
    }
    effects.add(new Decided(last.party(), last.index()));
    return effects;
  }

  private static StatusChanged restored(
      Offer offer, String party, StatementId by, long saidUs, long effectiveUs, long index) {
    return new StatusChanged(
        new ChannelStatus(
            party,
            ChannelState.IN_FORCE,
            effectiveUs,
            saidUs,
            offer.condition(),
            offer.words(),
            by,
            index));
  }

  private Ruling refuse(Spoken spoken, StatusBody.Refuse body) {
    Offer offer = offers.get(body.offer());
    if (offer == null) {
      return Refusals.OFFER_UNKNOWN.refuse();
    }
    if (offer.party().equals(spoken.party())) {
      return Refusals.OWN_OFFER.refuse();
    }
    return over(offer, spoken)
        .<Ruling>map(refused -> refused)
        .orElseGet(() ->
            Ruling.grant(
                new OfferDecided(offer.ended(end(Ending.REFUSED, spoken, body.reason())))));
  }

  private Ruling withdraw(Spoken spoken, StatementId id) {
    Offer offer = offers.get(id);
    if (offer == null) {
      return Refusals.OFFER_UNKNOWN.refuse();
    }
    if (!offer.party().equals(spoken.party())) {
      return Refusals.OTHERS_OFFER.refuse(offer.party());
    }
    return offer.end() == null
        ? Ruling.grant(new OfferDecided(offer.ended(end(Ending.WITHDRAWN, spoken, ""))))
        : Refusals.OFFER_ENDED.refuse(offer.end().ending().words());
  }

  /** Why an answer comes too late, if it does. */
  private static Optional<Ruling.Refused> over(Offer offer, Spoken spoken) {
    if (offer.end() != null) {
      return Optional.of(Refusals.OFFER_ENDED.refuse(offer.end().ending().words()));
    }
    return offer.isLapsedAt(spoken.timeUs())
        ? Optional.of(Refusals.OFFER_LAPSED.refuse(UtcText.of(offer.lapsesUs())))
        : Optional.empty();
  }

  private static Optional<Ruling.Refused> unknownName(Optional<Condition> condition, Terms terms) {
    for (Condition.Rule rule : condition.map(Condition::rules).orElse(List.of())) {
      if (rule.category().isPresent() && !terms.categories().contains(rule.category().get())) {
        return Optional.of(
            Refusals.UNKNOWN_CATEGORY.refuse(
                rule.category().get(), String.join(", ", terms.categories())));
      }
      if (rule.zone().isPresent() && terms.zone(rule.zone().get()).isEmpty()) {
        return Optional.of(
            Refusals.UNKNOWN_ZONE.refuse(
                rule.zone().get(),
                terms.zones().isEmpty()
                    ? "anywhere (they have no zones)"
                    : String.join(", ", terms.zones().stream().map(Zone::zone).toList())));
      }
    }
    return Optional.empty();
  }

  /** What new terms do: an offer was made under the terms of its time, and ends with them. */
  public List<Effect> onNewTerms(Spoken spoken) {
    return openOffers().stream()
        .<Effect>map(open -> new OfferDecided(open.ended(end(Ending.OVERTAKEN, spoken, ""))))
        .toList();
  }

  private static End end(Ending ending, Spoken spoken, String reason) {
    return new End(ending, spoken.party(), reason, spoken.timeUs(), spoken.index());
  }

  /**
   * Why a planning statement of a party does not pass at a time, if it does not: its own channel is
   * suspended then, or that of every other party.
   */
  public Optional<Ruling.Refused> suspension(String party, long timeUs, Terms terms) {
    if (isSuspended(party, timeUs)) {
      long sinceUs = at(party, timeUs).orElseThrow().effectiveUs();
      return Optional.of(
          Refusals.SUSPENDED.refuse(
              "Your party's channel is suspended since " + UtcText.of(sinceUs) + "."));
    }
    List<String> others = terms.partyNames().stream().filter(each -> !each.equals(party)).toList();
    return others.stream().allMatch(other -> isSuspended(other, timeUs))
        ? Optional.of(
            Refusals.SUSPENDED.refuse(
                "The channel is suspended by every other party ("
                    + String.join(", ", others)
                    + ")."))
        : Optional.empty();
  }

  /** Takes a change over. */
  public void on(StatusEffect effect) {
    switch (effect) {
      case StatusChanged(ChannelStatus status) -> {
        List<ChannelStatus> history =
            statuses.computeIfAbsent(status.party(), _ -> new ArrayList<>());
        // What was said before and would take effect later never counts again.
        history.removeIf(earlier -> earlier.effectiveUs() >= status.effectiveUs());
        history.add(status);
        if (history.size() > HISTORY_MAX) {
          history.removeFirst();
        }
      }
      case OfferChanged(Offer offer) -> {
        offers.put(offer.id(), offer);
        forgetOldest(offer.party());
      }
      case OfferDecided(Offer offer) -> offers.put(offer.id(), offer);
      case Decided(String speaker, long index) -> decisions.put(speaker, index);
    }
  }

  private void forgetOldest(String party) {
    List<StatementId> own =
        offers.values().stream()
            .filter(offer -> offer.party().equals(party))
            .map(Offer::id)
            .toList();
    if (own.size() > OFFERS_MAX) {
      offers.remove(own.getFirst());
    }
  }

  private Collection<Offer> openOffers() {
    return offers.values().stream().filter(Offer::isOpen).toList();
  }

  @Override
  public Optional<ChannelStatus> latest(String party) {
    List<ChannelStatus> history = statuses.get(party);
    return history == null ? Optional.empty() : Optional.of(history.getLast());
  }

  @Override
  public Optional<ChannelStatus> at(String party, long timeUs) {
    List<ChannelStatus> history = statuses.get(party);
    if (history == null) {
      return Optional.empty();
    }
    return history.reversed().stream().filter(each -> each.effectiveUs() <= timeUs).findFirst();
  }

  @Override
  public boolean isSuspended(String party, long timeUs) {
    return at(party, timeUs).filter(status -> status.state() == ChannelState.SUSPENDED).isPresent();
  }

  @Override
  public Optional<Offer> offer(StatementId id) {
    return Optional.ofNullable(offers.get(id));
  }

  @Override
  public List<Offer> offers() {
    return List.copyOf(offers.values());
  }

  @Override
  public Optional<Decision> decidedSince(long size, String exceptBy) {
    return decisions.entrySet().stream()
        .filter(entry -> entry.getValue() >= size && !entry.getKey().equals(exceptBy))
        .map(entry -> new Decision(entry.getKey(), entry.getValue()))
        .findFirst();
  }
}
