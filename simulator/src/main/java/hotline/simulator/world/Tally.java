package hotline.simulator.world;

import java.util.EnumMap;
import java.util.Map;

/** How often each kind of fault happened. */
public final class Tally {
  private final Map<Fault, Long> counts = new EnumMap<>(Fault.class);

  /** It happened once more. */
  public void count(Fault fault) {
    counts.merge(fault, 1L, Long::sum);
  }

  /** Takes in what another run counted. */
  public void add(Tally other) {
    other.counts.forEach((fault, count) -> counts.merge(fault, count, Long::sum));
  }

  /** How often. */
  public long of(Fault fault) {
    return counts.getOrDefault(fault, 0L);
  }
}
