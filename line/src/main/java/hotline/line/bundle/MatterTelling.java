package hotline.line.bundle;

import hotline.line.UtcText;
import hotline.line.body.Body;
import hotline.line.body.IncidentBody;
import hotline.line.body.IncidentBody.What;
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
      default -> body.kind().word();
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
