package hotline.line.bundle;

import hotline.line.UtcText;
import hotline.line.body.Body;
import hotline.line.body.BreachBody;
import hotline.line.body.IncidentBody;
import hotline.line.body.IncidentBody.What;
import hotline.line.body.MatterBody;
import hotline.line.body.WorkingGroupBody;
import hotline.record.statement.StatementId;
import java.util.Locale;

/** As {@link Telling}, of what is said of incidents, cases, breaches and third parties. */
final class MatterTelling {
  private MatterTelling() {}

  static String of(Body body) {
    return switch (body) {
      case IncidentBody.Open open -> "opens an incident: “" + open.title() + "”";
      case IncidentBody.Account _ -> "gives its account";
      case IncidentBody.Evidence evidence ->
          "seals %s “%s”, %d bytes, SHA-256 %s"
              .formatted(
                  evidence.sort().name().toLowerCase(Locale.ROOT),
                  evidence.title(),
                  evidence.bytes(),
                  evidence.digest().hex());
      case IncidentBody.Disclosure(StatementId _, What.Volume(StatementId notice, var opening)) ->
          "opens volume " + opening.item() + " of notice statement " + Telling.id(notice);
      case IncidentBody.Disclosure(StatementId _, What.Sealed(StatementId evidence)) ->
          "hands over what it sealed in " + Telling.id(evidence);
      case IncidentBody.Claim claim ->
          "claims, of %s to %s: “%s”%s"
              .formatted(
                  UtcText.of(claim.time().fromUs()),
                  UtcText.of(claim.time().toUs()),
                  claim.words(),
                  claim.narrows().map(id -> ", in place of " + Telling.id(id)).orElse(""));
      case IncidentBody.Attach attach -> "attaches " + Telling.id(attach.item());
      case IncidentBody.Assess assess -> "of " + Telling.id(assess.item()) + ": " + view(assess);
      case IncidentBody.Finding finding -> "finds: “" + finding.words() + "”";
      case MatterBody matter -> signed(matter);
      case WorkingGroupBody group -> group(group);
      case BreachBody breach -> breach(breach);
      default -> body.kind().word();
    };
  }

  /** What is signed, blocked, taken back or due, of incidents and cases alike. */
  private static String signed(MatterBody body) {
    return switch (body) {
      case MatterBody.Fact fact -> "puts as a fact: “" + fact.words() + "”";
      case MatterBody.Agree agree ->
          "signs "
              + Telling.id(agree.item())
              + agree.dissent().map(words -> ", with dissent: “" + words + "”").orElse("");
      case MatterBody.Veto veto ->
          "vetoes %s, %s: “%s”".formatted(Telling.id(veto.item()), veto.scope(), veto.reason());
      case MatterBody.Retract retract ->
          "takes back " + Telling.id(retract.item()) + ": “" + retract.reason() + "”";
      case MatterBody.Due due ->
          "due of %s by %s: “%s”".formatted(due.party(), UtcText.of(due.dueUs()), due.words());
      case MatterBody.DueDone done ->
          "has done " + Telling.id(done.due()) + ": “" + done.words() + "”";
    };
  }

  private static String group(WorkingGroupBody body) {
    return switch (body) {
      case WorkingGroupBody.Open open -> "opens a case: “" + open.title() + "”";
      case WorkingGroupBody.Position position ->
          // People count from 1.
          "on item %d of the agenda: “%s”".formatted(position.item() + 1, position.words());
      case WorkingGroupBody.Proposal proposal ->
          "proposes: “"
              + proposal.words()
              + "”"
              + proposal.narrows().map(id -> ", in place of " + Telling.id(id)).orElse("");
      case WorkingGroupBody.Minutes minutes -> "writes minutes: “" + minutes.words() + "”";
      case WorkingGroupBody.HandOff handOff ->
          "hands " + Telling.id(handOff.message()) + " to the working group";
    };
  }

  private static String breach(BreachBody body) {
    return switch (body) {
      case BreachBody.Claim claim ->
          "claims a breach by %s: “%s”".formatted(claim.party(), claim.words());
      case BreachBody.Answer answer ->
          "of "
              + Telling.id(answer.breach())
              + ": "
              + answer.reply().name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + answer.text().map(words -> ", “" + words + "”").orElse("");
      case BreachBody.FollowUp followUp ->
          "of %s, %s: “%s”"
              .formatted(
                  Telling.id(followUp.breach()),
                  followUp.step().name().toLowerCase(Locale.ROOT),
                  followUp.words());
    };
  }

  static String view(IncidentBody.Assess assess) {
    String view =
        switch (assess.view()) {
          case ACCEPTS -> "accepts it";
          case DISPUTES -> "disputes it";
          case CANNOT_VERIFY -> "cannot verify it";
          case NO_FIRM_INFORMATION -> "has no firm information";
        };
    return assess.reason().isBlank() ? view : view + ": “" + assess.reason() + "”";
  }
}
