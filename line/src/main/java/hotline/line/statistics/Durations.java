package hotline.line.statistics;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Many durations in little room: counted in steps that grow with them.
 *
 * <p>Below 128 ms each millisecond is a step; above, each doubling has 64. What is read from it is
 * the upper end of a step: never less than the true figure, and at most 1/64 more. Some 2,500 steps
 * cover all times that a statement can carry.
 */
final class Durations {
  private static final long US_IN_MS = 1_000;
  private static final int STEPS_BITS = 6;
  private static final int EXACT = 1 << (STEPS_BITS + 1);
  private static final int HUNDRED = 100;

  private final NavigableMap<Integer, Long> steps = new TreeMap<>();
  private long count;

  /** One more; what is negative, by two clocks that differ, counts as none at all. */
  void add(long durationUs) {
    steps.merge(step(Math.max(0, durationUs) / US_IN_MS), 1L, Long::sum);
    count++;
  }

  /** All of others, too. */
  void add(Durations others) {
    others.steps.forEach((step, each) -> steps.merge(step, each, Long::sum));
    count += others.count;
  }

  long count() {
    return count;
  }

  /** The least figure in ms that so many in a hundred do not exceed; 0 if there are none. */
  long percentileMs(int percent) {
    long rank = (count * percent + HUNDRED - 1) / HUNDRED;
    long below = 0;
    for (Map.Entry<Integer, Long> step : steps.entrySet()) {
      below += step.getValue();
      if (below >= rank) {
        return endMs(step.getKey());
      }
    }
    return 0;
  }

  static int step(long ms) {
    if (ms < EXACT) {
      return (int) ms;
    }
    int shift = Long.SIZE - Long.numberOfLeadingZeros(ms) - STEPS_BITS - 1;
    return (shift << STEPS_BITS) + (int) (ms >>> shift);
  }

  static long endMs(int step) {
    if (step < EXACT) {
      return step;
    }
    int shift = (step >>> STEPS_BITS) - 1;
    long lead = step - ((long) shift << STEPS_BITS);
    return ((lead + 1) << shift) - 1;
  }
}
