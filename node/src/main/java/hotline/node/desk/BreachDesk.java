package hotline.node.desk;

import hotline.airspace.HeightBand;
import hotline.airspace.Position;
import hotline.line.MatterRefusals;
import hotline.line.Refusals;
import hotline.line.body.BreachBody;
import hotline.line.body.BreachBody.Against;
import hotline.line.body.NoticeRef;
import hotline.line.breach.Breach;
import hotline.line.terms.Terms;
import hotline.line.terms.Topic;
import hotline.node.Times;
import hotline.node.api.MatterRequests;
import hotline.node.api.MatterViews;
import hotline.node.api.Said;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The breach ledger: claimed, answered, followed up. */
final class BreachDesk {
  /** Newest first; the rest is in the record. */
  private static final int SHOWN_MAX = 10_000;

  private final Core core;
  private final Bylines bylines;
  private final Function<String, Optional<NoticeRef>> notices;

  /** Finds notices by entity or reference with {@code notices}. */
  BreachDesk(Core core, Function<String, Optional<NoticeRef>> notices) {
    this.core = core;
    this.bylines = new Bylines(core);
    this.notices = notices;
  }

  List<MatterViews.Breach> breaches() {
    Optional<Terms> terms = core.terms();
    return core.read(state -> state.breaches().latest(SHOWN_MAX)).stream()
        .map(each -> view(each, terms))
        .toList();
  }

  private MatterViews.Breach view(Breach breach, Optional<Terms> terms) {
    BreachBody.Claim claim = breach.claim();
    Position position = claim.position().orElse(null);
    HeightBand band = claim.band().orElse(null);
    return new MatterViews.Breach(
        bylines.by(breach.said()),
        claim.party(),
        against(claim.against()),
        claim.against() instanceof Against.Declared(NoticeRef notice)
            ? NoticeText.reference(notice.entity())
            : null,
        Times.instant(claim.time().fromUs()),
        Times.instant(claim.time().toUs()),
        position == null ? null : Places.place(position, terms),
        band == null ? null : Places.band(band),
        claim.zone().orElse(null),
        claim.words(),
        state(breach),
        breach.answers().stream().map(this::answer).toList(),
        breach.followUps().stream().map(this::followUp).toList(),
        bylines.isOwn(claim.party())
            && !breach.isWithdrawn()
            && breach.answers().size() < Breach.EACH_MAX);
  }

  /** What a breach is of, in words. */
  static String against(Against against) {
    return switch (against) {
      case Against.Clause(int key) -> "clause " + key + " of the terms: " + Topic.title(key);
      case Against.Declared(NoticeRef notice) ->
          "notice " + NoticeText.reference(notice.entity()) + ", version " + notice.version();
      case Against.Track(String words) -> "track: " + words;
    };
  }

  /** How a claim stands by its claimant's word. */
  static String state(Breach breach) {
    if (breach.isWithdrawn()) {
      return "WITHDRAWN";
    }
    return breach.followUps().stream()
            .anyMatch(each -> each.followUp().step() == BreachBody.Step.NARROWED)
        ? "NARROWED"
        : "OPEN";
  }

  private MatterViews.BreachAnswer answer(Breach.Answered answered) {
    return new MatterViews.BreachAnswer(
        bylines.by(answered.said()),
        answered.answer().reply().name(),
        answered.answer().byUs().map(Times::instant).orElse(null),
        answered.answer().text().orElse(null));
  }

  private MatterViews.FollowUp followUp(Breach.FollowedUp followed) {
    return new MatterViews.FollowUp(
        bylines.by(followed.said()),
        followed.followUp().step().name(),
        followed.followUp().words());
  }

  Said claim(MatterRequests.Breach request) {
    return Given.say(
        core,
        now ->
            new BreachBody.Claim(
                request.party().strip(),
                against(request),
                Given.times(request.from(), request.to(), now),
                Given.position(request.position(), core.terms()),
                Given.band(request.floor(), request.ceiling()),
                Given.text(request.zone()),
                request.words().strip()));
  }

  private Against against(MatterRequests.Breach request) throws Given.Refused {
    Integer clause = request.clause();
    Optional<String> notice = Given.text(request.notice());
    Optional<String> track = Given.text(request.track());
    Given.oneOf(
        "Say what the breach is of: a clause of the terms by its number, a notice, or a track; one"
            + " of them.",
        List.of(clause != null, notice.isPresent(), track.isPresent()));
    if (clause != null) {
      return clause(clause);
    }
    return notice.isEmpty()
        ? new Against.Track(track.orElseThrow())
        : new Against.Declared(
            notices
                .apply(notice.get())
                .orElseThrow(() -> new Given.Refused(Refusals.NOTICE_UNKNOWN, notice.get())));
  }

  private static Against clause(int key) {
    if (key < Against.CLAUSE_MIN || key > Against.CLAUSE_MAX) {
      throw new IllegalArgumentException(
          "The clauses of the terms have the numbers %d to %d. Look at the terms."
              .formatted(Against.CLAUSE_MIN, Against.CLAUSE_MAX));
    }
    return new Against.Clause(key);
  }

  Said answer(MatterRequests.BreachAnswer request) {
    return Given.say(
        core,
        now ->
            new BreachBody.Answer(
                Given.id(request.breach(), MatterRefusals.BREACH_UNKNOWN),
                Given.word(BreachBody.Reply.values(), request.word()),
                Given.next(request.until(), now),
                Given.text(request.text())));
  }

  Said followUp(MatterRequests.FollowUp request) {
    return Given.say(
        core,
        _ ->
            new BreachBody.FollowUp(
                Given.id(request.breach(), MatterRefusals.BREACH_UNKNOWN),
                Given.word(BreachBody.Step.values(), request.step()),
                request.words().strip()));
  }
}
