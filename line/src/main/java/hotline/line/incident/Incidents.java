package hotline.line.incident;

import hotline.record.statement.StatementId;
import java.util.List;
import java.util.Optional;

/** The incidents, for reading. What is returned is of one moment and does not change. */
public interface Incidents {
  /** Every incident, in the order in which they were opened. */
  List<Incident> all();

  /** The whole file of one. */
  Optional<IncidentFile> incident(StatementId id);

  /** One version, sealed thing, disclosure or claim, in whichever file or none. */
  Optional<Exhibit> exhibit(StatementId id);

  /** A party's latest evidence and claims that are in no file yet, newest first. */
  List<Exhibit> loose(String party, int limit);
}
