package hotline.line.matter;

import hotline.record.statement.StatementId;
import java.util.List;
import java.util.Optional;

/** What is put for signature and what is due, in incidents and cases alike, for reading. */
public interface Matters {
  /** One fact, finding, proposal or minutes. */
  Optional<Motion> motion(StatementId id);

  /** Those of a file, in the order of the record. */
  List<Motion> motionsOf(StatementId file);

  /** Something that is due. */
  Optional<Due> due(StatementId id);

  /** What is due in a file, in the order of the record. */
  List<Due> duesOf(StatementId file);

  /** Who holds a file for closed. */
  Closings closings(StatementId file);
}
