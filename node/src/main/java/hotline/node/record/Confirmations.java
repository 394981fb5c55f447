package hotline.node.record;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How far the record has its receipt, and since when, by this node's clock. Kept in memory: of an
 * entry that had its receipt before a restart it is known when the receipt was seen again. Safe for
 * use by many threads.
 */
public final class Confirmations {
  private static final int KEPT_MAX = 100_000;

  private record Step(long size, Instant at) {}

  /** Guarded by this, as is the size. */
  private final Deque<Step> steps = new ArrayDeque<>();

  private long size;

  /** The record is confirmed up to this size; what is smaller than before is ignored. */
  public synchronized boolean confirm(long confirmedSize, Instant at) {
    if (confirmedSize <= size) {
      return false;
    }
    size = confirmedSize;
    steps.addLast(new Step(confirmedSize, at));
    if (steps.size() > KEPT_MAX) {
      steps.removeFirst();
    }
    return true;
  }

  /** How many entries are confirmed. */
  public synchronized long size() {
    return size;
  }

  /** When the last were. */
  public synchronized Optional<Instant> lastAt() {
    return Optional.ofNullable(steps.peekLast()).map(Step::at);
  }

  /** When entry {@code index} was confirmed at the latest; empty if it is not. */
  public synchronized Optional<Instant> at(long index) {
    if (index >= size) {
      return Optional.empty();
    }
    // Asked mostly of late entries.
    Instant found = null;
    for (var newest = steps.descendingIterator(); newest.hasNext(); ) {
      Step step = newest.next();
      if (step.size() <= index) {
        return Optional.ofNullable(found);
      }
      found = step.at();
    }
    return Optional.ofNullable(found);
  }
}
