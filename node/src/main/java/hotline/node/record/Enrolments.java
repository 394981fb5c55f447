package hotline.node.record;

import hotline.line.key.Enrolment;
import hotline.record.signature.KeyId;
import hotline.record.statement.Statement;
import java.util.Map;
import java.util.Optional;

/** The words by which root keys have enrolled keys that the terms do not name. */
public final class Enrolments {
  private Enrolments() {}

  /** Adds the word for a key to the parts of an accusation, if the record has one. */
  public static void addTo(Map<String, byte[]> parts, LocalRecord record, String party, KeyId kid) {
    of(record, party, kid).ifPresent(word -> parts.put("enrolment", word.bytes()));
  }

  private static Optional<Statement> of(LocalRecord record, String party, KeyId kid) {
    return record
        .read(state ->
            state.keys().enrolled(party).stream()
                .filter(each -> each.key().id().equals(kid))
                .map(Enrolment::index)
                .findFirst())
        .flatMap(record::statement);
  }
}
