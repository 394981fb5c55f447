package hotline.line.thirdparty;

import hotline.line.MatterRefusals;
import hotline.line.Refusals;
import hotline.line.Ruling;
import hotline.line.Spoken;
import hotline.line.body.NoticeRef;
import hotline.line.body.ThirdPartyBody;
import hotline.line.effect.Effect;
import hotline.line.effect.ThirdPartyEffect;
import hotline.line.effect.ThirdPartyEffect.ReachChanged;
import hotline.line.effect.ThirdPartyEffect.Relayed;
import hotline.line.effect.ThirdPartyEffect.ThirdPartyGone;
import hotline.line.matter.Files;
import hotline.line.matter.Said;
import hotline.line.message.LineMessage;
import hotline.line.message.Messages;
import hotline.line.notice.Notice;
import hotline.line.notice.Notices;
import hotline.line.terms.Terms;
import hotline.line.terms.ThirdParty;
import hotline.record.statement.StatementId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The rules of third parties.
 *
 * <p><b>Bounds.</b> Of each party one reach for each third party of the terms, {@value
 * #RECEIVERS_MAX} receivers of one thing, and its latest {@value #KEPT_MAX} relays; older ones are
 * in the record.
 */
public final class ThirdPartyFold implements ThirdParties {
  /** Receivers of one thing that one party names. */
  static final int RECEIVERS_MAX = 16;

  /** Relays of one party that are kept. */
  static final int KEPT_MAX = 10_000;

  private record Link(String party, String thirdParty) {}

  private record Way(String party, ThirdPartyBody.What what, ThirdPartyBody.To to) {}

  private final Map<Link, Reach> reaches =
      new TreeMap<>(Comparator.comparing(Link::party).thenComparing(Link::thirdParty));

  private final Map<ThirdPartyBody.What, SequencedMap<Way, Relay>> relays = new HashMap<>();

  /** By party, in the order in which they began. */
  private final Map<String, SequencedSet<Way>> kept = new TreeMap<>();

  /** What the rules say to a statement. */
  public Ruling decide(
      Spoken spoken, ThirdPartyBody body, Terms terms, Messages messages, Notices notices) {
    return switch (body) {
      case ThirdPartyBody.Reach reach ->
          Ruling.unless(
              unknown(reach.thirdParty(), terms),
              () -> Ruling.grant(new ReachChanged(new Reach(Said.of(spoken), reach))));
      case ThirdPartyBody.Relay relay ->
          Ruling.unless(
              barred(spoken, relay, terms, messages, notices),
              () -> Ruling.grant(new Relayed(new Relay(Said.of(spoken), relay))));
    };
  }

  private static Optional<Ruling.Refused> unknown(String thirdParty, Terms terms) {
    return terms.thirdParty(thirdParty).isPresent()
        ? Optional.empty()
        : Optional.of(
            Refusals.THIRD_PARTY_UNKNOWN.refuse(
                thirdParty,
                terms.thirdParties().stream()
                    .map(ThirdParty::name)
                    .collect(Collectors.joining(", "))));
  }

  private Optional<Ruling.Refused> barred(
      Spoken spoken, ThirdPartyBody.Relay relay, Terms terms, Messages messages, Notices notices) {
    Way way = new Way(spoken.party(), relay.what(), relay.to());
    Relay begun = relays.getOrDefault(relay.what(), new LinkedHashMap<>()).get(way);
    if (begun != null) {
      // It may be ticked off though the notice was amended or has ended meanwhile.
      return Files.wrongMode(spoken, begun.said().mode());
    }
    if (relay.to() instanceof ThirdPartyBody.To.ThirdParty(String name)) {
      Optional<Ruling.Refused> unknown = unknown(name, terms);
      if (unknown.isPresent()) {
        return unknown;
      }
    }
    Optional<Ruling.Refused> barred =
        switch (relay.what()) {
          case ThirdPartyBody.What.Message(StatementId id) -> barred(spoken, messages.message(id));
          case ThirdPartyBody.What.Declared(NoticeRef notice) ->
              barred(spoken, notice, relay.to(), notices);
        };
    return barred.or(() ->
        receivers(relay.what(), spoken.party()) < RECEIVERS_MAX
            ? Optional.empty()
            : Optional.of(MatterRefusals.RELAYED_ENOUGH.refuse(RECEIVERS_MAX)));
  }

  private static Optional<Ruling.Refused> barred(Spoken spoken, Optional<LineMessage> known) {
    if (known.isEmpty()) {
      return Optional.of(Refusals.MESSAGE_UNKNOWN.refuse());
    }
    return known.get().isFor(spoken.party())
        ? Files.wrongMode(spoken, known.get().mode())
        : Optional.of(Refusals.NOT_ADDRESSED.refuse(spoken.party()));
  }

  private static Optional<Ruling.Refused> barred(
      Spoken spoken, NoticeRef named, ThirdPartyBody.To to, Notices notices) {
    Optional<Notice> live = notices.live(named.entity());
    if (live.isEmpty()) {
      return Optional.of(
          notices.ended(named.entity()).isPresent()
              ? Refusals.NOTICE_ENDED.refuse()
              : Refusals.NOTICE_UNKNOWN.refuse(named.entity()));
    }
    Notice notice = live.get();
    if (notice.party().equals(spoken.party())) {
      return Optional.of(MatterRefusals.OWN_ITEM.refuse());
    }
    if (notice.version() != named.version()) {
      return Optional.of(Refusals.VERSION_OLD.refuse(notice.version()));
    }
    if (to instanceof ThirdPartyBody.To.ThirdParty(String name)
        && !notice.release().contains(name)) {
      return Optional.of(MatterRefusals.NOT_RELEASED.refuse(notice.party(), name));
    }
    return Files.wrongMode(spoken, notice.mode());
  }

  private long receivers(ThirdPartyBody.What what, String party) {
    return relays.getOrDefault(what, new LinkedHashMap<>()).keySet().stream()
        .filter(way -> way.party().equals(party))
        .count();
  }

  /** What new terms do: third parties that they no longer have are gone. */
  public List<Effect> onNewTerms(Terms terms) {
    return reaches.keySet().stream()
        .filter(link -> terms.thirdParty(link.thirdParty()).isEmpty())
        .<Effect>map(link -> new ThirdPartyGone(link.party(), link.thirdParty()))
        .toList();
  }

  /** Takes a change over. */
  public void on(ThirdPartyEffect effect) {
    switch (effect) {
      case ReachChanged(Reach reach) ->
          reaches.put(new Link(reach.said().party(), reach.content().thirdParty()), reach);
      case ThirdPartyGone(String party, String thirdParty) ->
          reaches.remove(new Link(party, thirdParty));
      case Relayed(Relay relay) -> keep(relay);
    }
  }

  private void keep(Relay relay) {
    ThirdPartyBody.What what = relay.content().what();
    Way way = new Way(relay.said().party(), what, relay.content().to());
    relays.computeIfAbsent(what, _ -> new LinkedHashMap<>()).put(way, relay);
    SequencedSet<Way> own = kept.computeIfAbsent(way.party(), _ -> new LinkedHashSet<>());
    own.add(way);
    if (own.size() > KEPT_MAX) {
      Way oldest = own.removeFirst();
      relays.computeIfPresent(
          oldest.what(),
          (_, ways) -> {
            ways.remove(oldest);
            return ways.isEmpty() ? null : ways;
          });
    }
  }

  @Override
  public Optional<Reach> reach(String party, String thirdParty) {
    return Optional.ofNullable(reaches.get(new Link(party, thirdParty)));
  }

  @Override
  public List<Reach> reaches() {
    return List.copyOf(reaches.values());
  }

  @Override
  public List<Relay> relaysOf(ThirdPartyBody.What what) {
    return List.copyOf(relays.getOrDefault(what, new LinkedHashMap<>()).values());
  }

  @Override
  public List<Relay> latest(int limit) {
    return relays.values().stream()
        .flatMap(ways -> ways.values().stream())
        .sorted(Comparator.<Relay>comparingLong(relay -> relay.said().index()).reversed())
        .limit(limit)
        .toList();
  }
}
