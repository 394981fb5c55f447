package hotline.traffic.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A count of what was not used, by reason.
 *
 * <p>Not thread-safe.
 *
 * @param <R> the reasons
 */
public final class Rejects<R extends Enum<R>> {
  private final Map<R, Long> counts;

  /** Nothing yet. */
  public Rejects(Class<R> reasons) {
    counts = new EnumMap<>(reasons);
  }

  /** One more. */
  public void add(R reason) {
    counts.merge(reason, 1L, Long::sum);
  }

  /** The counts so far, in the order of the enum; reasons that did not occur are absent. */
  public Map<R, Long> counts() {
    return Collections.unmodifiableMap(new EnumMap<>(counts));
  }

  /** All together. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
