package hotline.line.bundle;

import hotline.line.UtcText;
import hotline.line.body.Body;
import hotline.line.body.BreachBody;
import hotline.line.body.IncidentBody;
import hotline.line.body.IncidentBody.What;
import hotline.line.body.MatterBody;
import hotline.line.body.NoticeRef;
import hotline.line.body.WorkingGroupBody;
import hotline.line.terms.Topic;
import hotline.record.statement.StatementId;
import java.util.Locale;

/** As {@link Telling}, of what is said of incidents, cases, breaches and third parties. */
final class MatterTelling {
  private MatterTelling() {}

  static String of(Body body, Names names) {
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
          "opens volume " + opening.item() + " of notice " + names.id(notice);
      case IncidentBody.Disclosure(StatementId _, What.Sealed(StatementId evidence)) ->
          "hands over what it sealed in " + names.id(evidence);
      case IncidentBody.Claim claim ->
          "claims, of %s to %s: “%s”%s"
              .formatted(
                  UtcText.of(claim.time().fromUs()),
                  UtcText.of(claim.time().toUs()),
                  claim.words(),
                  claim.narrows().map(id -> ", in place of " + names.id(id)).orElse(""));
      case IncidentBody.Attach attach -> "attaches " + names.id(attach.item());
      case IncidentBody.Assess assess -> "of " + names.id(assess.item()) + ": " + view(assess);
      case IncidentBody.Finding finding -> "finds: “" + finding.words() + "”";
      case MatterBody matter -> signed(matter, names);
      case WorkingGroupBody group -> group(group, names);
      case BreachBody breach -> breach(breach, names);
      default -> body.kind().word();
    };
  }

  /** What is signed, blocked, taken back or due, of incidents and cases alike. */
  private static String signed(MatterBody body, Names names) {
    return switch (body) {
      case MatterBody.Fact fact -> "puts as a fact: “" + fact.words() + "”";
      case MatterBody.Agree agree ->
          "signs "
              + names.id(agree.item())
              + agree.dissent().map(words -> ", with dissent: “" + words + "”").orElse("");
      case MatterBody.Veto veto ->
          "vetoes %s, %s: “%s”".formatted(names.id(veto.item()), veto.scope(), veto.reason());
      case MatterBody.Retract retract ->
          "takes back " + names.id(retract.item()) + ": “" + retract.reason() + "”";
      case MatterBody.Due due ->
          "due of %s by %s: “%s”".formatted(due.party(), UtcText.of(due.dueUs()), due.words());
      case MatterBody.DueDone done ->
          "has done " + names.id(done.due()) + ": “" + done.words() + "”";
      case MatterBody.Close close ->
          "has nothing left to say in " + names.id(close.file()) + note(close.words());
      case MatterBody.Reopen reopen ->
          "reopens " + names.id(reopen.file()) + ": “" + reopen.reason() + "”";
    };
  }

  private static String group(WorkingGroupBody body, Names names) {
    return switch (body) {
      case WorkingGroupBody.Open open -> "opens a case: “" + open.title() + "”";
      case WorkingGroupBody.Position position ->
          // People count from 1.
          "on item %d of the agenda: “%s”".formatted(position.item() + 1, position.words());
      case WorkingGroupBody.Proposal proposal ->
          "proposes: “"
              + proposal.words()
              + "”"
              + proposal.narrows().map(id -> ", in place of " + names.id(id)).orElse("");
      case WorkingGroupBody.Minutes minutes -> "writes minutes: “" + minutes.words() + "”";
      case WorkingGroupBody.HandOff handOff ->
          "hands " + names.id(handOff.message()) + " to the working group";
    };
  }

  private static String breach(BreachBody body, Names names) {
    return switch (body) {
      case BreachBody.Claim claim ->
          "claims a breach by %s of %s: “%s”"
              .formatted(claim.party(), against(claim.against()), claim.words());
      case BreachBody.Answer answer ->
          "of "
              + names.id(answer.breach())
              + ": "
              + answer.reply().name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + answer.text().map(words -> ", “" + words + "”").orElse("");
      case BreachBody.FollowUp followUp ->
          "of %s, %s: “%s”"
              .formatted(
                  names.id(followUp.breach()),
                  followUp.step().name().toLowerCase(Locale.ROOT),
                  followUp.words());
    };
  }

  /** What a breach is of; a clause by its one number. */
  private static String against(BreachBody.Against against) {
    return switch (against) {
      case BreachBody.Against.Clause(int key) -> "clause " + key + ", " + Topic.title(key);
      case BreachBody.Against.Declared(NoticeRef notice) ->
          "notice " + Names.entity(notice.entity()) + " version " + notice.version();
      case BreachBody.Against.Track(String words) -> "track “" + words + "”";
    };
  }

  private static String note(String words) {
    return words.isBlank() ? "" : ": “" + words + "”";
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
