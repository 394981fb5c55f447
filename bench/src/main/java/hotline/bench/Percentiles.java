package hotline.bench;

import java.util.Arrays;

/** The median and the 99th percentile of times in nanoseconds, printed in milliseconds. */
final class Percentiles {
  private final long[] ns;

  /** Of at least one time; sorts its own copy. */
  Percentiles(long[] timesNs) {
    this.ns = timesNs.clone();
    Arrays.sort(ns);
  }

  double p50Ms() {
    return ns[ns.length / 2] / 1e6;
  }

  double p99Ms() {
    return ns[ns.length * 99 / 100] / 1e6;
  }
}
