package hotline.node.record;

import hotline.line.Entry;
import hotline.line.LineState;
import hotline.line.Outcome;
import hotline.line.statistics.Report;
import hotline.line.statistics.Statistics;
import hotline.record.statement.LineId;
import hotline.record.statement.Parsed;
import hotline.record.statement.Statement;

/**
 * What the entries of a record add up to: the state, where each statement stands, and what is
 * counted. One owner; a record that goes back begins a new one.
 */
final class Folded {
  private final LineState state;
  private final IdIndex ids = new IdIndex();
  private final EntryKinds kinds = new EntryKinds();
  private final Statistics statistics = new Statistics();
  private long lastSaidUs;

  /** Of a line, before its first entry. */
  Folded(LineId line) {
    state = LineState.of(line);
  }

  /**
   * Takes the next entry.
   *
   * @param parsed what these very bytes are
   */
  Outcome apply(Entry entry, Parsed parsed) {
    long index = state.size();
    Outcome outcome = state.apply(entry, parsed);
    lastSaidUs = 0;
    if (parsed instanceof Statement statement) {
      ids.put(statement.id(), index);
      kinds.note(statement, index);
      lastSaidUs = statement.header().timeUs();
    }
    statistics.on(outcome);
    return outcome;
  }

  LineState state() {
    return state;
  }

  IdIndex ids() {
    return ids;
  }

  EntryKinds kinds() {
    return kinds;
  }

  /** As of the signed time of the last entry: the same at every node that has the same entries. */
  Report statistics() {
    return statistics.report(lastSaidUs);
  }
}
