package hotline.line;

import hotline.record.merkle.Hash;
import hotline.record.statement.LineId;
import hotline.record.statement.Parsed;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import hotline.record.statement.Statements;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Checks a record entry by entry, as any stranger can who knows the line id: each is a statement,
 * in its chain, signed by the key that was in force there, and has the outcome that the outcome log
 * claims. It stops at the first fault and names the entry. A Merkle tree proves only that all were
 * shown the same entries; this proves that the entries are what their parties said.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class RecordCheck {
  private final LineState state;
  private final LongFunction<Optional<Hash>> rootAt;
  private final SortedMap<String, Long> refusals = new TreeMap<>();
  private final Set<StatementId> recorded = new HashSet<>();
  private @Nullable Fault fault;
  private @Nullable Outcome last;

  /**
   * A check from the first entry on.
   *
   * @param rootAt the log's root at a size not greater than the number of entries checked so far
   */
  public RecordCheck(LineId line, LongFunction<Optional<Hash>> rootAt) {
    this.state = LineState.of(line);
    this.rootAt = rootAt;
  }

  /**
   * What is wrong with an entry.
   *
   * @param index its place, from 0
   * @param code as in docs/rules.md, or {@code outcome-differs}
   */
  public record Fault(long index, String code, String sentence) {}

  /**
   * What was found so far.
   *
   * @param entries without fault
   * @param refusals how many of them were refused, by code
   */
  public record Summary(long entries, SortedMap<String, Long> refusals) {}

  /** Takes the next entry; the first fault of all, if there is one by now. */
  public Optional<Fault> next(byte[] entry) {
    return check(entry, null);
  }

  /** Takes the next entry with the leaf of the outcome log that belongs to it. */
  public Optional<Fault> next(byte[] entry, byte[] outcome) {
    return check(entry, outcome);
  }

  private Optional<Fault> check(byte[] entry, byte @Nullable [] claimed) {
    if (fault != null) {
      return Optional.of(fault);
    }
    long index = state.size();
    Parsed parsed = Statements.parse(entry);
    boolean basisHolds =
        !(parsed instanceof Statement statement) || Entry.basisHolds(statement, index, rootAt);
    boolean refersHold =
        !(parsed instanceof Statement referring)
            || Entry.refers(referring).stream().allMatch(recorded::contains);
    Outcome outcome =
        state.apply(new Entry(index, entry, basisHolds, refersHold, Optional.empty()), parsed);
    last = outcome;
    if (parsed instanceof Statement statement) {
      recorded.add(statement.id());
    }
    if (outcome.verdict() == Verdict.VOID) {
      fault =
          new Fault(index, outcome.code(), "Entry " + index + " is void: " + outcome.sentence());
    } else if (claimed != null && !Arrays.equals(claimed, outcome.bytes())) {
      fault =
          new Fault(
              index,
              "outcome-differs",
              "Entry %d came to “%s”; the outcome log says otherwise."
                  .formatted(index, outcome.code()));
    } else if (outcome.verdict() != Verdict.ACCEPTED) {
      refusals.merge(outcome.code(), 1L, Long::sum);
    }
    return Optional.ofNullable(fault);
  }

  /**
   * The leaf of the outcome log for the last entry that was taken.
   *
   * @throws IllegalStateException if none was
   */
  public byte[] outcome() {
    if (last == null) {
      throw new IllegalStateException("no entry was taken");
    }
    return last.bytes();
  }

  /** What was found so far. */
  public Summary summary() {
    return new Summary(fault == null ? state.size() : fault.index(), new TreeMap<>(refusals));
  }

  /** The state after what was taken; not to be changed. */
  public LineState state() {
    return state;
  }
}
