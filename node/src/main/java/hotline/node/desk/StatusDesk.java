package hotline.node.desk;

import hotline.line.Refusals;
import hotline.line.body.ChannelState;
import hotline.line.body.Condition;
import hotline.line.body.Scope;
import hotline.line.body.StatusBody;
import hotline.line.status.ChannelStatus;
import hotline.line.status.Offer;
import hotline.node.Times;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.Views;
import hotline.record.statement.StatementId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What each party says of its channel, and offers to restore. */
final class StatusDesk {
  private static final long LAPSES_SECONDS_MAX = 30L * 24 * 3600;

  private final Core core;

  StatusDesk(Core core) {
    this.core = core;
  }

  /** Every party of the line, side by side, never merged. */
  List<Views.PartyStatus> parties(Function<String, Optional<Instant>> heard) {
    Instant now = core.outlook().instant();
    List<Views.PartyStatus> all = new ArrayList<>();
    for (String party : core.genesis().parties()) {
      Optional<ChannelStatus> status =
          core.read(state ->
              state
                  .statuses()
                  .at(party, Times.micros(now))
                  .or(() -> state.statuses().latest(party)));
      all.add(view(party, status.orElse(null), heard.apply(party).orElse(null)));
    }
    return all;
  }

  private Views.PartyStatus view(
      String party, @Nullable ChannelStatus status, @Nullable Instant heard) {
    boolean own = party.equals(core.party());
    if (status == null) {
      return new Views.PartyStatus(
          party, own, "UNKNOWN", null, null, null, "has said nothing", null, false, heard);
    }
    return new Views.PartyStatus(
        party,
        own,
        status.state().name(),
        Times.instant(status.effectiveUs()),
        Times.instant(status.saidUs()),
        ConditionText.view(status.condition()),
        status.words(),
        status.statement().toString(),
        core.outlook().isConfirmed(status.index()),
        heard);
  }

  Said status(Requests.Status request) {
    Instant now = core.clock().instant();
    Optional<ChannelState> state =
        switch (request.state()) {
          case "IN_FORCE" -> Optional.of(ChannelState.IN_FORCE);
          case "SUSPENDED" -> Optional.of(ChannelState.SUSPENDED);
          default -> Optional.empty();
        };
    if (state.isEmpty()) {
      return Said.refused("unknown-state", "A channel is IN_FORCE or SUSPENDED; say one of them.");
    }
    if (core.terms().isEmpty()) {
      return Voice.refused(Refusals.NO_TERMS);
    }
    try {
      Optional<Long> typedUs = Given.time(request.effective(), now);
      Optional<Condition> condition = ConditionText.read(request.condition());
      Scope scope = ConditionText.scope(request.scope());
      // From now on is from the signing on: a moment before would claim the past, and contradict
      // what this party has said of that moment.
      return core.voice()
          .say(signedUs ->
              new StatusBody.State(
                  state.get(), typedUs.orElse(signedUs), condition, request.words(), scope));
    } catch (Read.NotUnderstood typed) {
      return Said.refused("not-understood", typed.sentence());
    } catch (IllegalArgumentException wrong) {
      return Said.refused("not-understood", String.valueOf(wrong.getMessage()));
    }
  }

  Said offer(Requests.Offer request) {
    if (core.terms().isEmpty()) {
      return Voice.refused(Refusals.NO_TERMS);
    }
    if (request.lapsesInSeconds() < 1 || request.lapsesInSeconds() > LAPSES_SECONDS_MAX) {
      return Said.refused("not-understood", "An offer lapses after 1 second to 30 days.");
    }
    Optional<StatementId> counters = Given.text(request.counters()).flatMap(Core::id);
    if (counters.isEmpty() && Given.text(request.counters()).isPresent()) {
      return Voice.refused(Refusals.OFFER_UNKNOWN);
    }
    try {
      Instant lapses = core.clock().instant().plusSeconds(request.lapsesInSeconds());
      return core.voice()
          .say(
              new StatusBody.Offer(
                  ConditionText.read(request.condition()),
                  request.words(),
                  Times.micros(lapses),
                  counters,
                  ConditionText.scope(request.scope())));
    } catch (Read.NotUnderstood typed) {
      return Said.refused("not-understood", typed.sentence());
    } catch (IllegalArgumentException wrong) {
      return Said.refused("not-understood", String.valueOf(wrong.getMessage()));
    }
  }

  Said verb(String offer, String verb, String reason) {
    Optional<StatementId> id = Core.id(offer);
    if (id.isEmpty()) {
      return Voice.refused(Refusals.OFFER_UNKNOWN);
    }
    return switch (verb) {
      case "accept" -> core.voice().say(new StatusBody.Accept(id.get()));
      case "refuse" -> core.voice().say(new StatusBody.Refuse(id.get(), reason));
      case "withdraw" -> core.voice().say(new StatusBody.Withdraw(id.get()));
      default -> Said.refused("unknown-verb", "Accept, refuse or withdraw the offer.");
    };
  }

  List<Views.Offer> offers() {
    long nowUs = Times.micros(core.outlook().instant());
    List<Offer> offers =
        new ArrayList<>(core.read(state -> List.copyOf(state.statuses().offers())));
    Collections.reverse(offers);
    return offers.stream().map(offer -> view(offer, nowUs)).toList();
  }

  private Views.Offer view(Offer offer, long nowUs) {
    List<Views.Answer> answers = new ArrayList<>();
    offer
        .acceptances()
        .forEach(each ->
            answers.add(
                new Views.Answer(each.party(), "ACCEPT", null, Times.instant(each.timeUs()))));
    Offer.End end = offer.end();
    if (end != null && end.ending() == Offer.Ending.REFUSED) {
      answers.add(new Views.Answer(end.by(), "REFUSE", end.reason(), Times.instant(end.timeUs())));
    }
    String state = end != null ? end.ending().name() : offer.isLapsedAt(nowUs) ? "LAPSED" : "OPEN";
    StatementId counters = offer.counters();
    return new Views.Offer(
        offer.id().toString(),
        offer.party(),
        offer.party().equals(core.party()),
        ConditionText.view(offer.condition()),
        offer.words(),
        Times.instant(offer.saidUs()),
        Times.instant(offer.lapsesUs()),
        state,
        answers,
        ConditionText.view(offer.scope()),
        counters == null ? null : counters.toString());
  }
}
