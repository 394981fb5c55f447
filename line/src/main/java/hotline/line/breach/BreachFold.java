package hotline.line.breach;

import hotline.line.MatterRefusals;
import hotline.line.Refusals;
import hotline.line.Ruling;
import hotline.line.Spoken;
import hotline.line.body.BreachBody;
import hotline.line.effect.BreachEffect;
import hotline.line.effect.BreachEffect.BreachAnswered;
import hotline.line.effect.BreachEffect.BreachClaimed;
import hotline.line.effect.BreachEffect.BreachFiled;
import hotline.line.effect.BreachEffect.BreachFollowedUp;
import hotline.line.matter.Said;
import hotline.line.notice.Notices;
import hotline.line.terms.Terms;
import hotline.line.terms.Zone;
import hotline.record.statement.Mode;
import hotline.record.statement.StatementId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The rules of the breach ledger.
 *
 * <p><b>Bounds.</b> {@value #CLAIMS_MAX} claims of one party: fifteen a day for nine years; of
 * each, {@value Breach#EACH_MAX} answers, and as many follow-ups of every party.
 */
public final class BreachFold implements Breaches {
  /** Claims of one party. */
  static final int CLAIMS_MAX = 50_000;

  private final SequencedMap<StatementId, Breach> breaches = new LinkedHashMap<>();

  /** By claimant. */
  private final Map<String, Integer> claims = new TreeMap<>();

  /** What the rules say to a statement. */
  public Ruling decide(Spoken spoken, BreachBody body, Terms terms, Notices notices) {
    return switch (body) {
      case BreachBody.Claim claim -> claim(spoken, claim, terms, notices);
      case BreachBody.Answer answer -> answer(spoken, answer);
      case BreachBody.FollowUp followUp -> followUp(spoken, followUp);
    };
  }

  private Ruling claim(Spoken spoken, BreachBody.Claim claim, Terms terms, Notices notices) {
    if (claim.party().equals(spoken.party()) || terms.party(claim.party()).isEmpty()) {
      return MatterRefusals.PARTY_UNKNOWN.refuse(claim.party());
    }
    Optional<String> zone = claim.zone();
    if (zone.isPresent() && terms.zone(zone.get()).isEmpty()) {
      return Refusals.UNKNOWN_ZONE.refuse(
          zone.get(), terms.zones().stream().map(Zone::zone).collect(Collectors.joining(", ")));
    }
    if (claim.against() instanceof BreachBody.Against.Declared(var notice)) {
      Optional<String> owner = notices.owner(notice);
      if (owner.isEmpty()) {
        return Refusals.NOTICE_UNKNOWN.refuse(notice.entity());
      }
      if (!owner.get().equals(claim.party())) {
        return MatterRefusals.BREACH_NOT_THEIRS.refuse(owner.get());
      }
    }
    return claims.getOrDefault(spoken.party(), 0) < CLAIMS_MAX
        ? Ruling.grant(
            new BreachClaimed(new Breach(Said.of(spoken), claim, List.of(), List.of(), null)))
        : MatterRefusals.LEDGER_FULL.refuse(CLAIMS_MAX);
  }

  private Ruling answer(Spoken spoken, BreachBody.Answer answer) {
    Breach breach = breaches.get(answer.breach());
    if (breach == null) {
      return MatterRefusals.BREACH_UNKNOWN.refuse();
    }
    if (!breach.claim().party().equals(spoken.party())) {
      return MatterRefusals.BREACH_OF_ANOTHER.refuse(breach.claim().party());
    }
    if (breach.said().mode() != spoken.mode()) {
      return wrongMode(spoken, breach.said().mode());
    }
    if (breach.isWithdrawn()) {
      return MatterRefusals.BREACH_WITHDRAWN.refuse();
    }
    return breach.answers().size() < Breach.EACH_MAX
        ? Ruling.grant(
            new BreachAnswered(breach.id(), new Breach.Answered(Said.of(spoken), answer)))
        : MatterRefusals.SAID_ENOUGH.refuse(Breach.EACH_MAX);
  }

  private Ruling followUp(Spoken spoken, BreachBody.FollowUp followUp) {
    Breach breach = breaches.get(followUp.breach());
    if (breach == null) {
      return MatterRefusals.BREACH_UNKNOWN.refuse();
    }
    if (breach.said().mode() != spoken.mode()) {
      return wrongMode(spoken, breach.said().mode());
    }
    if (followUp.step() != BreachBody.Step.COMMENT) {
      if (!breach.said().party().equals(spoken.party())) {
        return MatterRefusals.BREACH_BY_ANOTHER.refuse(breach.said().party());
      }
      if (breach.isWithdrawn()) {
        return MatterRefusals.BREACH_WITHDRAWN.refuse();
      }
    }
    boolean room =
        breach.followUpsOf(spoken.party())
            < Breach.EACH_MAX - (followUp.step() == BreachBody.Step.WITHDRAWN ? 0 : 1);
    return room
        ? Ruling.grant(
            new BreachFollowedUp(breach.id(), new Breach.FollowedUp(Said.of(spoken), followUp)))
        : MatterRefusals.SAID_ENOUGH.refuse(Breach.EACH_MAX - 1);
  }

  private static Ruling.Refused wrongMode(Spoken spoken, Mode mode) {
    return Refusals.WRONG_MODE.refuse(spoken.mode(), mode);
  }

  /** Takes a change over. */
  public void on(BreachEffect effect) {
    switch (effect) {
      case BreachClaimed(Breach breach) -> {
        breaches.put(breach.id(), breach);
        claims.merge(breach.said().party(), 1, Integer::sum);
      }
      case BreachAnswered(StatementId id, Breach.Answered answer) ->
          breaches.computeIfPresent(id, (_, breach) -> breach.with(answer));
      case BreachFollowedUp(StatementId id, Breach.FollowedUp followUp) ->
          breaches.computeIfPresent(id, (_, breach) -> breach.with(followUp));
      case BreachFiled(StatementId id, StatementId incident) ->
          breaches.computeIfPresent(id, (_, breach) -> breach.in(incident));
    }
  }

  @Override
  public Optional<Breach> breach(StatementId id) {
    return Optional.ofNullable(breaches.get(id));
  }

  @Override
  public List<Breach> all() {
    return List.copyOf(breaches.values());
  }

  @Override
  public List<Breach> latest(int limit) {
    return breaches.sequencedValues().reversed().stream().limit(limit).toList();
  }
}
