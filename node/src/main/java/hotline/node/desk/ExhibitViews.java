package hotline.node.desk;

import hotline.line.body.BreachBody;
import hotline.line.body.EventTime;
import hotline.line.body.IncidentBody;
import hotline.line.body.IncidentBody.What;
import hotline.line.breach.Breach;
import hotline.line.disclosure.Opening;
import hotline.line.incident.Assessment;
import hotline.line.incident.Exhibit;
import hotline.node.Times;
import hotline.node.api.MatterViews;
import hotline.node.api.Views;
import hotline.record.statement.StatementId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was brought forward, with what each other party holds of it. */
final class ExhibitViews {
  private final Core core;
  private final Bylines bylines;
  private final OpenedVolumes openings;
  private final SealedThings sealed;

  ExhibitViews(Core core, SealedThings sealed) {
    this.core = core;
    this.bylines = new Bylines(core);
    this.openings = new OpenedVolumes(core);
    this.sealed = sealed;
  }

  /** What an exhibit is, apart from whose it is and what is held of it. */
  private record Shown(
      String sort,
      String what,
      @Nullable Instant from,
      @Nullable Instant to,
      IncidentBody.@Nullable Evidence evidence,
      @Nullable Instant sealedAt,
      @Nullable String holds,
      @Nullable String why,
      Views.@Nullable Volume volume) {
    static Shown words(String sort, String words, @Nullable EventTime time) {
      return new Shown(
          sort,
          words,
          time == null ? null : Times.instant(time.fromUs()),
          time == null ? null : Times.instant(time.toUs()),
          null,
          null,
          null,
          null,
          null);
    }
  }

  /**
   * An exhibit.
   *
   * @param replaced whether it is a version that its party has given anew
   */
  MatterViews.Exhibit view(Exhibit exhibit, boolean replaced) {
    Shown shown = shown(exhibit);
    IncidentBody.Evidence evidence = shown.evidence();
    return new MatterViews.Exhibit(
        bylines.by(exhibit.said()),
        shown.sort(),
        shown.what(),
        shown.from(),
        shown.to(),
        evidence == null ? null : evidence.digest().hex(),
        evidence == null ? null : evidence.bytes(),
        shown.sealedAt(),
        shown.holds(),
        shown.why(),
        shown.volume(),
        state(exhibit, replaced),
        others(exhibit.said().party()).map(each -> held(exhibit, each)).toList(),
        mayAssess(exhibit));
  }

  private static String state(Exhibit exhibit, boolean replaced) {
    if (exhibit.retraction() != null) {
      return "RETRACTED";
    }
    return exhibit.narrowedBy() != null ? "NARROWED" : replaced ? "REPLACED" : "STANDS";
  }

  private boolean mayAssess(Exhibit exhibit) {
    return !bylines.isOwn(exhibit.said().party())
        && exhibit.stands()
        && exhibit.said().mode() == core.config().mode()
        && exhibit.assessments().stream().filter(each -> bylines.isOwn(each.said().party())).count()
            < Exhibit.ASSESSMENTS_MAX;
  }

  private Stream<String> others(String party) {
    return core.genesis().parties().stream().filter(each -> !each.equals(party));
  }

  private MatterViews.View held(Exhibit exhibit, String party) {
    Optional<Assessment> latest = exhibit.assessment(party);
    return new MatterViews.View(
        party,
        bylines.isOwn(party),
        latest.map(each -> each.view().name()).orElse("NONE"),
        latest.map(Assessment::reason).orElse(""),
        latest.map(each -> bylines.by(each.said())).orElse(null));
  }

  private Shown shown(Exhibit exhibit) {
    return switch (exhibit.content()) {
      case IncidentBody.Open open -> Shown.words("INCIDENT", open.words(), open.time());
      case IncidentBody.Account account -> Shown.words("ACCOUNT", account.words(), null);
      case IncidentBody.Claim claim -> Shown.words("CLAIM", claim.words(), claim.time());
      case IncidentBody.Evidence evidence ->
          evidence(
              "EVIDENCE",
              evidence.sort().name().toLowerCase(Locale.ROOT) + ": " + evidence.title(),
              evidence,
              exhibit.said().saidUs(),
              null,
              null);
      case IncidentBody.Disclosure(
              StatementId _,
              What.Volume(StatementId notice, Opening opening)) ->
          volume(exhibit.said().party(), notice, opening);
      case IncidentBody.Disclosure(StatementId _, What.Sealed(StatementId id)) -> handedOver(id);
    };
  }

  private static Shown evidence(
      String sort,
      String what,
      IncidentBody.Evidence evidence,
      long sealedUs,
      @Nullable String holds,
      @Nullable String why) {
    return new Shown(
        sort,
        what,
        evidence.time().map(time -> Times.instant(time.fromUs())).orElse(null),
        evidence.time().map(time -> Times.instant(time.toUs())).orElse(null),
        evidence,
        Times.instant(sealedUs),
        holds,
        why,
        null);
  }

  private Shown volume(String party, StatementId notice, Opening opening) {
    String what = "volume " + opening.item() + " of ";
    return switch (openings.check(party, notice, opening)) {
      case OpenedVolumes.Verdict.Holds(var ref, long committedUs, var exact) ->
          new Shown(
              "DISCLOSURE",
              what + NoticeText.reference(ref.entity()) + ", version " + ref.version(),
              Times.instant(exact.volume().times().startUs()),
              Times.instant(exact.volume().times().endUs()),
              null,
              Times.instant(committedUs),
              "HOLDS",
              null,
              NoticeDesk.volume(opening.item(), exact));
      case OpenedVolumes.Verdict.False(String why) -> unproven(what + notice, "FALSE", why);
      case OpenedVolumes.Verdict.Unknown(String why) -> unproven(what + notice, "UNKNOWN", why);
    };
  }

  private static Shown unproven(String what, String holds, String why) {
    return new Shown("DISCLOSURE", what, null, null, null, null, holds, why, null);
  }

  /** It holds if the bytes are kept here: they were held against the digest when they came. */
  private Shown handedOver(StatementId id) {
    Optional<Exhibit> found = core.read(state -> state.incidents().exhibit(id));
    if (found.isEmpty() || !(found.get().content() instanceof IncidentBody.Evidence evidence)) {
      return unproven("what was sealed in " + id, "UNKNOWN", "Nothing was sealed there.");
    }
    Instant at = core.outlook().instant();
    boolean kept =
        sealed
            .keptSince(evidence.digest(), evidence.bytes())
            .filter(since -> !since.isAfter(at))
            .isPresent();
    return evidence(
        "DISCLOSURE",
        "hands over " + evidence.title(),
        evidence,
        found.get().said().saidUs(),
        kept ? "HOLDS" : "UNKNOWN",
        kept ? null : "The bytes are not kept at this node; add them to see.");
  }

  /** A claim of the breach ledger that was put into an incident. */
  MatterViews.Exhibit view(Breach breach) {
    BreachBody.Claim claim = breach.claim();
    return new MatterViews.Exhibit(
        bylines.by(breach.said()),
        "BREACH",
        "of " + claim.party() + ", " + BreachDesk.against(claim.against()) + ": " + claim.words(),
        Times.instant(claim.time().fromUs()),
        Times.instant(claim.time().toUs()),
        null,
        null,
        null,
        null,
        null,
        null,
        switch (BreachDesk.state(breach)) {
          case "WITHDRAWN" -> "RETRACTED";
          case "NARROWED" -> "NARROWED";
          default -> "STANDS";
        },
        List.of(answered(breach)),
        false);
  }

  /** What the party of whom it is claimed says to it. */
  private MatterViews.View answered(Breach breach) {
    String party = breach.claim().party();
    Optional<Breach.Answered> answer = breach.answer();
    return new MatterViews.View(
        party,
        bylines.isOwn(party),
        answer
            .map(each ->
                switch (each.answer().reply()) {
                  case ACCEPTS -> "ACCEPTS";
                  case DISPUTES -> "DISPUTES";
                  case NO_COMMENT, NEEDS_TIME -> "NONE";
                })
            .orElse("NONE"),
        answer.flatMap(each -> each.answer().text()).orElse(""),
        answer.map(each -> bylines.by(each.said())).orElse(null));
  }
}
