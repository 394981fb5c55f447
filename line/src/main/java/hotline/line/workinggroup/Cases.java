package hotline.line.workinggroup;

import hotline.record.statement.StatementId;
import java.util.List;
import java.util.Optional;

/** The cases, for reading. What is returned is of one moment and does not change. */
public interface Cases {
  /** Every case, in the order in which they were opened. */
  List<Case> all();

  /** The whole file of one. */
  Optional<CaseFile> file(StatementId id);

  /** Messages that were handed off to the group and to no case, in the order of the record. */
  List<HandOff> handOffs();

  /** Where a message was handed off to, by whichever party. */
  List<HandOff> handOffsOf(StatementId message);
}
