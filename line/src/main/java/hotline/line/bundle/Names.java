package hotline.line.bundle;

import hotline.line.Reference;
import hotline.line.body.Body;
import hotline.line.body.EntityId;
import hotline.line.body.IncidentBody;
import hotline.line.body.NoticeBody;
import hotline.line.body.WorkingGroupBody;
import hotline.record.statement.StatementId;
import java.util.Map;
import java.util.Optional;

/**
 * Things by the short names that people see on every page, beside the first digits of their ids,
 * which are what counts: two things can have one short name.
 */
final class Names {
  private static final int ID_DIGITS = 12;

  private final Map<StatementId, BundleEntry> byId;

  Names(Dossier dossier) {
    byId = dossier.byId();
  }

  /** A statement: {@code I-7K2MQ (4f00c1d2e3a4)}, or its digits alone. */
  String id(StatementId id) {
    String digits = id.toString().substring(0, ID_DIGITS);
    Optional<Body> body = Optional.ofNullable(byId.get(id)).flatMap(BundleEntry::body);
    return body.flatMap(each -> reference(id, each))
        .map(reference -> reference + " (" + digits + ")")
        .orElse(digits);
  }

  private static Optional<String> reference(StatementId id, Body body) {
    return switch (body) {
      case IncidentBody.Open _ -> Optional.of(Reference.incident(id));
      case WorkingGroupBody.Open _ -> Optional.of(Reference.ofCase(id));
      case NoticeBody.Declare declared -> Optional.of(Reference.notice(declared.entity()));
      default -> Optional.empty();
    };
  }

  /** A notice: {@code N-2A3B4 (0a1b2c3d4e5f)}. */
  static String entity(EntityId entity) {
    return Reference.notice(entity) + " (" + entity.hex().substring(0, ID_DIGITS) + ")";
  }
}
