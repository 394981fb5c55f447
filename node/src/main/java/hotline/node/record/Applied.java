package hotline.node.record;

import hotline.line.Outcome;
import hotline.record.statement.Statement;

/** What became of bytes that were put to the record. */
public sealed interface Applied {
  /** An entry, with its outcome. */
  record Recorded(long index, Statement statement, Outcome outcome) implements Applied {}

  /** In the record already, at this index. */
  record Duplicate(long index) implements Applied {}

  /** No entry; nothing is used up. */
  record Refused(String code, String sentence) implements Applied {}
}
