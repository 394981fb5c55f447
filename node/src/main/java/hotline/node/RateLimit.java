package hotline.node;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** So many calls of each caller in a time; a caller too many is refused. Safe for many threads. */
public final class RateLimit {
  private static final int CALLERS_MAX = 1_000;

  private final int calls;
  private final long perNs;
  private final LongSupplier nanoTime;

  /** Guarded by this. */
  private final Map<String, Bucket> buckets = new HashMap<>();

  /** At most {@code calls} in each {@code per}, counted for every caller alone. */
  public RateLimit(int calls, Duration per, LongSupplier nanoTime) {
    this.calls = calls;
    this.perNs = per.toNanos();
    this.nanoTime = nanoTime;
  }

  private static final class Bucket {
    private double left;
    private long sinceNs;
  }

  /** Whether {@code caller} may call now; counts the call if it may. */
  public boolean take(String caller) {
    return take(caller, nanoTime.getAsLong());
  }

  synchronized boolean take(String caller, long nowNs) {
    if (buckets.size() >= CALLERS_MAX && !buckets.containsKey(caller)) {
      return false;
    }
    Bucket bucket =
        buckets.computeIfAbsent(
            caller,
            _ -> {
              Bucket full = new Bucket();
              full.left = calls;
              full.sinceNs = nowNs;
              return full;
            });
    double earned = (double) (nowNs - bucket.sinceNs) * calls / perNs;
    bucket.left = Math.min(calls, bucket.left + earned);
    bucket.sinceNs = nowNs;
    if (bucket.left < 1) {
      return false;
    }
    bucket.left -= 1;
    return true;
  }
}
