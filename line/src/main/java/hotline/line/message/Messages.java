package hotline.line.message;

import hotline.record.statement.StatementId;
import java.util.List;
import java.util.Optional;

/** The messages, for reading. */
public interface Messages {
  /** One message; empty if it is not in the record, or too long ago. */
  Optional<LineMessage> message(StatementId id);

  /** The messages that are kept, in the order of the record. */
  List<LineMessage> all();

  /** The latest messages, newest first. */
  List<LineMessage> latest(int limit);

  /** The latest line check that a party answered. */
  Optional<Proof> lineProven(String party);

  /** A line check that was answered. */
  record Proof(StatementId check, long timeUs) {}
}
