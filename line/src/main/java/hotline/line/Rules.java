package hotline.line;

import hotline.line.body.Activity;
import hotline.line.body.Body;
import hotline.line.body.BreachBody;
import hotline.line.body.ChainBody;
import hotline.line.body.EntityId;
import hotline.line.body.IncidentBody;
import hotline.line.body.KeyBody;
import hotline.line.body.MatterBody;
import hotline.line.body.MessageBody;
import hotline.line.body.NoticeBody;
import hotline.line.body.NoticeRef;
import hotline.line.body.StatusBody;
import hotline.line.body.TermsBody;
import hotline.line.body.ThirdPartyBody;
import hotline.line.body.WatchBody;
import hotline.line.body.WorkingGroupBody;
import hotline.line.breach.BreachFold;
import hotline.line.effect.BreachEffect;
import hotline.line.effect.CaseEffect;
import hotline.line.effect.ChainEffect;
import hotline.line.effect.Effect;
import hotline.line.effect.IncidentEffect;
import hotline.line.effect.KeyEffect;
import hotline.line.effect.MatterEffect;
import hotline.line.effect.MessageEffect;
import hotline.line.effect.NoticeEffect;
import hotline.line.effect.StatusEffect;
import hotline.line.effect.TermsEffect;
import hotline.line.effect.ThirdPartyEffect;
import hotline.line.effect.WatchEffect;
import hotline.line.incident.IncidentFold;
import hotline.line.key.KeyFold;
import hotline.line.matter.Files;
import hotline.line.matter.MatterFold;
import hotline.line.message.MessageFold;
import hotline.line.notice.Notice;
import hotline.line.notice.NoticeFold;
import hotline.line.status.StatusFold;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsFold;
import hotline.line.terms.TermsInForce;
import hotline.line.terms.TermsText;
import hotline.line.thirdparty.ThirdPartyFold;
import hotline.line.watch.WatchFold;
import hotline.line.workinggroup.CaseFold;
import hotline.record.cbor.Decoded;
import hotline.record.merkle.Hash;
import hotline.record.statement.Basis;
import hotline.record.statement.Header;
import hotline.record.statement.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules, over the parts of the state. {@link #decide} only reads, {@link #on} only writes: a
 * refused statement cannot have changed anything, and what an accepted one changed is exactly its
 * effects.
 */
final class Rules {
  /** Clauses of a change that one sentence lists. */
  private static final int CHANGES_SHOWN = 5;

  final TermsFold terms = new TermsFold();
  final KeyFold keys = new KeyFold(terms);
  final StatusFold statuses = new StatusFold();
  final NoticeFold notices = new NoticeFold();
  final MessageFold messages = new MessageFold();
  final WatchFold watches = new WatchFold();
  final BreachFold breaches = new BreachFold();
  final Files files = new Files();
  final MatterFold matters = new MatterFold(files);
  final IncidentFold incidents = new IncidentFold(files, matters, breaches);
  final CaseFold cases = new CaseFold(files, matters);
  final ThirdPartyFold thirdParties = new ThirdPartyFold();

  /** What the rules say to a statement that has its place. */
  Ruling decide(Spoken spoken, boolean basisHolds, boolean refersHold) {
    Header header = spoken.statement().header();
    Optional<Kind> kind = Kind.ofCode(header.kind());
    if (kind.isEmpty()) {
      return Refusals.UNKNOWN_KIND.refuse(header.kind());
    }
    Basis basis = spoken.basis();
    if (basis != null && (!basisHolds || basis.size() > spoken.index())) {
      return Refusals.BASIS_UNKNOWN.refuse(basis.size());
    }
    Optional<Ruling.Refused> lane = wrongLane(kind.get(), spoken.lane());
    if (lane.isPresent()) {
      return lane.get();
    }
    return switch (Body.decode(kind.get(), spoken.statement().content())) {
      case Decoded.Fault<Body>(String sentence) ->
          Refusals.BAD_CONTENT.refuse(kind.get().word(), sentence);
      case Decoded.Value<Body>(Body _) when !refersHold -> MatterRefusals.REFERS_UNKNOWN.refuse();
      case Decoded.Value<Body>(Body body) -> decide(spoken, body);
    };
  }

  private static Optional<Ruling.Refused> wrongLane(Kind kind, Lane lane) {
    return switch (kind.lanes()) {
      case URGENT ->
          lane == Lane.URGENT
              ? Optional.empty()
              : Optional.of(Refusals.WRONG_LANE.refuse(kind.word(), "urgent"));
      case ROUTINE ->
          lane == Lane.ROUTINE
              ? Optional.empty()
              : Optional.of(Refusals.WRONG_LANE.refuse(kind.word(), "routine"));
      case AS_THE_MESSAGE -> Optional.empty();
    };
  }

  private Ruling decide(Spoken spoken, Body body) {
    if (body instanceof ChainBody chain) {
      return chain(spoken, chain);
    }
    if (body instanceof TermsBody propose) {
      return Ruling.unless(
          wrongMode(spoken), () -> withNewTerms(spoken, terms.decide(spoken, propose)));
    }
    Optional<TermsInForce> inForce = terms.inForce();
    if (inForce.isEmpty()) {
      return Refusals.NO_TERMS.refuse();
    }
    if (body instanceof KeyBody key) {
      return Ruling.unless(wrongMode(spoken), () -> keys.decide(spoken, key));
    }
    if (spoken.byRoot()) {
      return Refusals.ROOT_ONLY_TERMS.refuse();
    }
    Optional<Ruling.Refused> barred =
        spoken.lane() == Lane.URGENT ? Optional.empty() : barred(spoken, body, inForce.get());
    if (barred.isPresent()) {
      return barred.get();
    }
    Terms now = inForce.get().terms();
    return switch (body) {
      case ChainBody _, TermsBody _, KeyBody _ -> throw new IllegalStateException("decided above");
      case StatusBody status ->
          Ruling.unless(wrongMode(spoken), () -> statuses.decide(spoken, status, now));
      case NoticeBody notice -> notices.decide(spoken, notice, inForce.get(), statuses);
      case MessageBody message -> messages.decide(spoken, message, now, notices);
      case WatchBody watch -> watches.decide(spoken, watch, now);
      case BreachBody breach -> breaches.decide(spoken, breach, now, notices);
      case IncidentBody incident -> incidents.decide(spoken, incident, now);
      case MatterBody.Retract retract when incidents.hasClaim(retract.item()) ->
          incidents.decide(spoken, retract);
      case MatterBody matter -> matters.decide(spoken, matter, now);
      case WorkingGroupBody group -> cases.decide(spoken, group, now, messages);
      case ThirdPartyBody third -> third(spoken, third, now);
    };
  }

  private Ruling third(Spoken spoken, ThirdPartyBody body, Terms now) {
    Optional<Ruling.Refused> mode =
        body instanceof ThirdPartyBody.Reach ? wrongMode(spoken) : Optional.empty();
    return Ruling.unless(mode, () -> thirdParties.decide(spoken, body, now, messages, notices));
  }

  /** What keeps a routine statement out whatever it says: other terms, or a suspension. */
  private Optional<Ruling.Refused> barred(Spoken spoken, Body body, TermsInForce inForce) {
    Hash named = spoken.statement().header().terms();
    if (body.needsTerms() && !inForce.hash().equals(named)) {
      return Optional.of(
          Refusals.STALE_TERMS.refuse(whatChanged(body.kind(), named, inForce.terms())));
    }
    return body.alwaysPasses() || inForce.terms().survives(body.kind())
        ? Optional.empty()
        : statuses.suspension(spoken.party(), spoken.timeUs(), about(body), inForce.terms());
  }

  /** What a statement is about, as far as it can be placed; nothing if any of it cannot. */
  private List<Activity> about(Body body) {
    if (body instanceof NoticeBody.Declare declare) {
      return List.of(declare.activity());
    }
    if (body instanceof NoticeBody notice) {
      return activities(List.of(notice.entity()));
    }
    // Nothing else that a suspension may refuse lies anywhere.
    return body instanceof MessageBody.Message message
        ? activities(message.notices().stream().map(NoticeRef::entity).toList())
        : List.of();
  }

  private List<Activity> activities(List<EntityId> entities) {
    List<Activity> live =
        entities.stream()
            .flatMap(entity -> notices.live(entity).map(Notice::activity).stream())
            .toList();
    return live.size() == entities.size() ? live : List.of();
  }

  /** What differs between the terms that were named and those in force, as far as it matters. */
  private String whatChanged(Kind kind, @Nullable Hash named, Terms now) {
    if (named == null) {
      return "It names none.";
    }
    if (terms.proposal(named).isPresent()) {
      return "It names terms that are proposed and not in force.";
    }
    Optional<Terms> before = terms.earlier(named);
    if (before.isEmpty()) {
      return "It names terms that are not known here, so that what changed since cannot be said.";
    }
    List<String> changes =
        TermsText.diffFor(kind, before.get(), now).stream()
            .map(TermsText.Change::toString)
            .toList();
    if (changes.isEmpty()) {
      return "Nothing changed since that matters to " + kind.word() + ".";
    }
    String shown = String.join("; ", changes.subList(0, Math.min(CHANGES_SHOWN, changes.size())));
    int more = changes.size() - CHANGES_SHOWN;
    return "Changed since, as far as it matters to %s: %s%s"
        .formatted(kind.word(), shown, more > 0 ? "; and " + more + " more." : ".");
  }

  private Ruling chain(Spoken spoken, ChainBody body) {
    return switch (body) {
      case ChainBody.Begin begin when begin.genesis().isPresent() ->
          terms.genesis().isEmpty()
              ? Ruling.grant(new ChainEffect.Founded(begin.genesis().get(), spoken.mode()))
              : Refusals.GENESIS_AGAIN.refuse();
      // That the chain goes on is an effect of everything recorded.
      case ChainBody.Begin _, ChainBody.Withdraw _ -> Ruling.grant();
    };
  }

  /** An exercise never changes what holds in earnest, nor the other way round. */
  private Optional<Ruling.Refused> wrongMode(Spoken spoken) {
    return terms
        .mode()
        .filter(mode -> mode != spoken.mode())
        .map(mode -> Refusals.WRONG_MODE.refuse(spoken.mode(), mode));
  }

  /** Adds what follows for the other parts when terms come into force. */
  private Ruling withNewTerms(Spoken spoken, Ruling ruling) {
    if (!(ruling instanceof Ruling.Granted(List<Effect> effects))) {
      return ruling;
    }
    List<Effect> all = new ArrayList<>(effects);
    for (Effect effect : effects) {
      if (effect instanceof TermsEffect.InForce inForce) {
        all.addAll(statuses.onNewTerms(spoken));
        all.addAll(watches.onNewTerms(inForce.terms()));
        all.addAll(thirdParties.onNewTerms(inForce.terms()));
      }
    }
    return new Ruling.Granted(all);
  }

  /** Takes a change over. */
  void on(Effect effect) {
    switch (effect) {
      case ChainEffect.Advanced _ -> throw new IllegalStateException("the chains are kept above");
      case ChainEffect.Founded founded -> terms.on(founded);
      case TermsEffect change -> terms.on(change);
      case KeyEffect change -> keys.on(change);
      case StatusEffect change -> statuses.on(change);
      case NoticeEffect change -> notices.on(change);
      case MessageEffect change -> messages.on(change);
      case WatchEffect change -> watches.on(change);
      case BreachEffect change -> breaches.on(change);
      case IncidentEffect change -> incidents.on(change);
      case MatterEffect change -> matters.on(change);
      case CaseEffect change -> cases.on(change);
      case ThirdPartyEffect change -> thirdParties.on(change);
    }
  }
}
