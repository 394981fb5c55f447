package hotline.line.incident;

import hotline.line.body.IncidentBody;
import hotline.line.matter.Said;
import hotline.record.statement.StatementId;

/**
 * An incident, as its opener put it: when it happened is in the content, when it was said beside.
 */
public record Incident(Said said, IncidentBody.Open content) {
  /** The id of the statement that opened it. */
  public StatementId id() {
    return said.id();
  }
}
