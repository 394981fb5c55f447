package hotline.node.record;

import hotline.line.accusation.Wrong;
import hotline.node.Troubles;
import hotline.record.statement.ChainRules;
import hotline.record.statement.ChainVerdict;
import hotline.record.statement.Lane;
import hotline.record.statement.RoutineHead;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keeps what proves that a node has signed two statements with one number. Only the host sees it:
 * the second one is refused, and reaches nobody else. Safe for use by many threads.
 */
final class Contradictions {
  /** How far back in a chain it looks for the other one: a flood of old numbers costs no more. */
  private static final int STEPS_MAX = 1_000;

  /** So many in one run: each convicts by itself. */
  private static final int KEPT_MAX = 16;

  private final LocalRecord record;
  private final Evidence evidence;
  private final Troubles troubles;
  private int kept;

  Contradictions(LocalRecord record, Evidence evidence, Troubles troubles) {
    this.record = record;
    this.evidence = evidence;
    this.troubles = troubles;
  }

  /** Looks at a statement whose signature holds and which was refused its place in its chain. */
  synchronized void refused(Statement second) {
    if (kept >= KEPT_MAX || second.header().chain().lane() != Lane.ROUTINE) {
      return;
    }
    Statement first = holder(second).orElse(null);
    if (first == null
        || !(ChainRules.compare(first.claim(), second.claim())
            instanceof ChainVerdict.DoubleUsed)) {
      return;
    }
    kept++;
    String party = second.header().chain().party();
    Map<String, byte[]> parts =
        new TreeMap<>(Map.of("first", first.bytes(), "second", second.bytes()));
    Enrolments.addTo(parts, record, party, second.keyId());
    String where =
        evidence.keep(
            Wrong.DOUBLE_USED,
            party,
            parts,
            Map.of("first", first.bytes(), "second", second.bytes()));
    troubles.raise(
        Wrong.DOUBLE_USED.word(),
        "A node of "
            + party
            + " has signed two statements with one number: it was restored without its outbox, its"
            + " key is in two places, or it lies. The second one is refused. Call the other post."
            + " The evidence is in "
            + where
            + ".");
  }

  /** The recorded statement with the same number, from the end of its chain backwards. */
  private Optional<Statement> holder(Statement second) {
    long wanted = second.header().sequence();
    StatementId next =
        record
            .read(state -> state.heads().routine(second.header().chain()).map(RoutineHead::id))
            .orElse(null);
    for (int i = 0; i < STEPS_MAX && next != null; i++) {
      var index = record.indexOf(next);
      Statement found = index.isEmpty() ? null : record.statement(index.getAsLong()).orElse(null);
      if (found == null || found.header().sequence() <= wanted) {
        return Optional.ofNullable(found).filter(each -> each.header().sequence() == wanted);
      }
      next = found.header().previous();
    }
    return Optional.empty();
  }
}
