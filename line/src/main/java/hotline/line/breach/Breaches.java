package hotline.line.breach;

import hotline.record.statement.StatementId;
import java.util.List;
import java.util.Optional;

/** The breach ledger, for reading. */
public interface Breaches {
  /** One claim. */
  Optional<Breach> breach(StatementId id);

  /** Every claim, in the order of the record. */
  List<Breach> all();

  /** The latest claims, newest first. */
  List<Breach> latest(int limit);
}
