package hotline.line.status;

import hotline.line.Refusals;
import hotline.line.Ruling;
import hotline.line.Spoken;
import hotline.line.UtcText;
import hotline.line.body.ChannelState;
import hotline.line.body.Scope;
import hotline.line.body.StatusBody;
import hotline.line.effect.Effect;
import hotline.line.effect.StatusEffect.Decided;
import hotline.line.effect.StatusEffect.OfferChanged;
import hotline.line.effect.StatusEffect.OfferDecided;
import hotline.line.effect.StatusEffect.StatusChanged;
import hotline.line.status.Offer.Acceptance;
import hotline.line.status.Offer.End;
import hotline.line.status.Offer.Ending;
import hotline.line.terms.Matter;
import hotline.line.terms.Terms;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The rules of offers.
 *
 * <p>An offer binds when every party that it asks has accepted it: then its party and each that
 * accepted are in force on its condition, in its scope, each by a statement of its own. That ends
 * their other open offers of the same scope. One refusal by a party that it asks ends it.
 */
final class OfferBook {
  /** Open offers of one party. */
  static final int OPEN_MAX = 8;

  /** Offers of one party that are kept, open or over. */
  static final int KEPT_MAX = 64;

  private final Map<StatementId, Offer> offers = new LinkedHashMap<>();

  Ruling offer(Spoken spoken, StatusBody.Offer body, Terms terms) {
    Optional<Ruling.Refused> refused =
        Scopes.unknown(body.condition(), terms)
            .or(() -> Scopes.unknown(body.scope(), terms))
            .or(() -> body.counters().flatMap(id -> notAnswerable(spoken, id)));
    if (refused.isPresent()) {
      return refused.get();
    }
    if (body.lapsesUs() <= spoken.timeUs()) {
      return Refusals.OFFER_LAPSED.refuse(UtcText.of(body.lapsesUs()));
    }
    List<Effect> effects = new ArrayList<>();
    int open = 0;
    for (Offer own : openOf(spoken.party())) {
      if (own.isLapsedAt(spoken.timeUs())) {
        effects.add(new OfferDecided(own.ended(end(Ending.LAPSED, spoken, ""))));
      } else {
        open++;
      }
    }
    if (open >= OPEN_MAX) {
      return Refusals.OFFERS_FULL.refuse();
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
                body.counters().orElse(null),
                body.scope(),
                spoken.index(),
                List.of(),
                null)));
    return new Ruling.Granted(effects);
  }

  /** What a counter-offer answers is another party's; it may be over. */
  private Optional<Ruling.Refused> notAnswerable(Spoken spoken, StatementId id) {
    return othersOffer(spoken, id) instanceof Ruling.Refused refused
        ? Optional.of(refused)
        : Optional.empty();
  }

  /** Grants nothing, or says why this is no offer that the speaker could answer. */
  private Ruling othersOffer(Spoken spoken, StatementId id) {
    Offer offer = offers.get(id);
    if (offer == null) {
      return Refusals.OFFER_UNKNOWN.refuse();
    }
    return offer.party().equals(spoken.party()) ? Refusals.OWN_OFFER.refuse() : Ruling.grant();
  }

  /**
   * What an acceptance does.
   *
   * @param fits whether there is room for a word of some party
   */
  Ruling accept(Spoken spoken, StatementId id, Terms terms, Predicate<ChannelStatus> fits) {
    if (othersOffer(spoken, id) instanceof Ruling.Refused refused) {
      return refused;
    }
    Offer offer = known(id);
    Optional<Ruling.Refused> over = over(offer, spoken);
    if (over.isPresent()) {
      return over.get();
    }
    if (offer.acceptance(spoken.party()).isPresent()) {
      return Refusals.OFFER_ACCEPTED.refuse();
    }
    Offer accepted = offer.with(new Acceptance(spoken.party(), spoken.id(), spoken.timeUs()));
    if (!asked(offer, terms).stream().allMatch(each -> accepted.acceptance(each).isPresent())) {
      return Ruling.grant(new OfferChanged(accepted));
    }
    List<ChannelStatus> words = restored(accepted, spoken.index());
    return words.stream()
        .filter(fits.negate())
        .findFirst()
        .<Ruling>map(word -> Refusals.STATUSES_FULL.refuse(word.party()))
        .orElseGet(() -> new Ruling.Granted(binding(accepted, words, spoken)));
  }

  /** What it means that the last party that was asked has accepted. */
  private List<Effect> binding(Offer offer, List<ChannelStatus> words, Spoken last) {
    List<Effect> effects = new ArrayList<>();
    effects.add(new OfferDecided(offer.ended(end(Ending.ACCEPTED, last, ""))));
    for (ChannelStatus word : words) {
      openOf(word.party()).stream()
          .filter(open -> !open.id().equals(offer.id()) && open.scope().equals(offer.scope()))
          .forEach(
              open -> effects.add(new OfferDecided(open.ended(end(Ending.OVERTAKEN, last, "")))));
    }
    words.forEach(word -> effects.add(new StatusChanged(word)));
    effects.add(new Decided(last.party(), last.index()));
    return effects;
  }

  /** The words of all that are bound, each by a statement of its own. */
  private static List<ChannelStatus> restored(Offer offer, long index) {
    long effectiveUs =
        Math.max(
            offer.saidUs(),
            offer.acceptances().stream().mapToLong(Acceptance::timeUs).max().orElseThrow());
    return Stream.concat(
            Stream.of(new Acceptance(offer.party(), offer.id(), offer.saidUs())),
            offer.acceptances().stream())
        .map(each ->
            new ChannelStatus(
                each.party(),
                offer.scope(),
                ChannelState.IN_FORCE,
                effectiveUs,
                effectiveUs,
                each.timeUs(),
                offer.condition(),
                offer.words(),
                each.statement(),
                index,
                List.of()))
        .toList();
  }

  Ruling refuse(Spoken spoken, StatusBody.Refuse body, Terms terms) {
    if (othersOffer(spoken, body.offer()) instanceof Ruling.Refused refused) {
      return refused;
    }
    Offer offer = known(body.offer());
    Optional<Ruling.Refused> over = over(offer, spoken);
    if (over.isPresent()) {
      return over.get();
    }
    List<String> asked = asked(offer, terms);
    return asked.contains(spoken.party())
        ? Ruling.grant(new OfferDecided(offer.ended(end(Ending.REFUSED, spoken, body.reason()))))
        : Refusals.NOT_ASKED.refuse(String.join(", ", asked));
  }

  Ruling withdraw(Spoken spoken, StatementId id) {
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

  /**
   * What a party's own status does to what it offered and accepted before, as far as that speaks of
   * the same: it counts more.
   */
  List<Effect> overtakenBy(Spoken spoken, Scope scope, Terms terms) {
    List<Effect> effects = new ArrayList<>();
    for (Offer open : open()) {
      if (!Scopes.meet(open.scope(), scope, terms)) {
        continue;
      }
      if (open.party().equals(spoken.party())) {
        effects.add(new OfferDecided(open.ended(end(Ending.OVERTAKEN, spoken, ""))));
      } else if (open.acceptance(spoken.party()).isPresent()) {
        effects.add(new OfferChanged(open.without(spoken.party())));
      }
    }
    return effects;
  }

  /** What new terms do: an offer was made under the terms of its time, and ends with them. */
  List<Effect> onNewTerms(Spoken spoken) {
    return open().stream()
        .<Effect>map(open -> new OfferDecided(open.ended(end(Ending.OVERTAKEN, spoken, ""))))
        .toList();
  }

  private static End end(Ending ending, Spoken spoken, String reason) {
    return new End(ending, spoken.party(), reason, spoken.timeUs(), spoken.index());
  }

  /** See {@link Statuses#asked}. */
  static List<String> asked(Offer offer, Terms terms) {
    List<String> named =
        terms.mustAgree(Matter.OFFER).stream().filter(each -> !each.equals(offer.party())).toList();
    return named.isEmpty()
        ? terms.partyNames().stream().filter(each -> !each.equals(offer.party())).toList()
        : named;
  }

  private Offer known(StatementId id) {
    return Optional.ofNullable(offers.get(id)).orElseThrow();
  }

  private List<Offer> open() {
    return offers.values().stream().filter(Offer::isOpen).toList();
  }

  private List<Offer> openOf(String party) {
    return open().stream().filter(each -> each.party().equals(party)).toList();
  }

  /** Takes an offer as it is now. */
  void put(Offer offer) {
    offers.put(offer.id(), offer);
    List<Offer> own =
        offers.values().stream().filter(each -> each.party().equals(offer.party())).toList();
    if (own.size() > KEPT_MAX) {
      own.stream()
          .filter(each -> !each.isOpen())
          .findFirst()
          .ifPresent(oldest -> offers.remove(oldest.id()));
    }
  }

  Optional<Offer> offer(StatementId id) {
    return Optional.ofNullable(offers.get(id));
  }

  List<Offer> all() {
    return List.copyOf(offers.values());
  }
}
