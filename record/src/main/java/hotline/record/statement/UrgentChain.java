package hotline.record.statement;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Field;
import hotline.record.cbor.Fields;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The numbers an urgent chain has used. They come in any order and with gaps, since each statement
 * goes by two ways; an honest node leaves few.
 *
 * <p>Used numbers are kept for ever, as runs. Ids are kept of the latest {@value #RECENT_MAX}. When
 * a chain has more than {@value #RUNS_MAX} runs, the two lowest are joined: what was never recorded
 * between them no longer can be. A new urgent statement is not refused for lack of room.
 */
final class UrgentChain {
  static final int RUNS_MAX = 1_024;
  static final int RECENT_MAX = 1_024;

  /** First number of a run to its last; runs neither overlap nor touch. */
  private final NavigableMap<Long, Long> runs = new TreeMap<>();

  private final NavigableMap<Long, StatementId> recent = new TreeMap<>();

  /** The numbers of {@link #recent}, in the order in which they were used. */
  private final Deque<Long> order = new ArrayDeque<>();

  boolean isUsed(long sequence) {
    Map.Entry<Long, Long> run = runs.floorEntry(sequence);
    return run != null && run.getValue() >= sequence;
  }

  /** What used a number, if that was not too long ago. */
  Optional<StatementId> usedBy(long sequence) {
    return Optional.ofNullable(recent.get(sequence));
  }

  /** The highest number used. */
  long highest() {
    return runs.lastEntry().getValue();
  }

  void use(long sequence, StatementId id) {
    Map.Entry<Long, Long> below = runs.floorEntry(sequence);
    long first = below != null && below.getValue() == sequence - 1 ? below.getKey() : sequence;
    Long above = runs.remove(sequence + 1);
    runs.put(first, above == null ? sequence : above);
    if (runs.size() > RUNS_MAX) {
      long lowest = runs.pollFirstEntry().getKey();
      runs.put(lowest, runs.pollFirstEntry().getValue());
    }
    recent.put(sequence, id);
    order.add(sequence);
    if (order.size() > RECENT_MAX) {
      recent.remove(order.remove());
    }
  }

  CborArray toCbor() {
    return CborArray.of(
        CborArray.of(
            runs.entrySet(),
            run -> CborArray.builder().add(run.getKey()).add(run.getValue()).build()),
        CborArray.of(
            order,
            sequence ->
                CborArray.builder()
                    .add(sequence)
                    .add(CborValue.of(usedBy(sequence).orElseThrow().bytes()))
                    .build()));
  }

  static UrgentChain read(Fields at) {
    UrgentChain chain = new UrgentChain();
    at.list(0, 1, RUNS_MAX, chain::readRun);
    at.list(1, 1, RECENT_MAX, chain::readRecent);
    return chain;
  }

  private long readRun(Field field) {
    return field.tuple(
        2,
        at -> {
          long first = at.integer(0, 0, Header.SEQUENCE_MAX);
          long last = at.integer(1, first, Header.SEQUENCE_MAX);
          field.require(runs.isEmpty() || highest() + 1 < first, "a run above the others");
          runs.put(first, last);
          return last;
        });
  }

  private long readRecent(Field field) {
    return field.tuple(
        2,
        at -> {
          long sequence = at.integer(0, 0, Header.SEQUENCE_MAX);
          StatementId id = StatementId.of(at.bytes(1, StatementId.BYTES));
          field.require(
              isUsed(sequence) && recent.put(sequence, id) == null, "a used number, once");
          order.add(sequence);
          return sequence;
        });
  }
}
