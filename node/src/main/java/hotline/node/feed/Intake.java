package hotline.node.feed;

import hotline.traffic.report.TargetReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * What one feed has brought: a bounded hand-over, and counts. Its own thread fills it, the watch
 * empties it, views read it; thread-safe, and nobody waits for anybody.
 */
final class Intake {
  /** More reports that nobody has taken: the oldest are dropped. */
  static final int CAPACITY = 131_072;

  /** A report's own time is taken when it is that near to when it came; else when it came. */
  private static final long LATE_US = 10_000_000;

  private static final long EARLY_US = 1_000_000;
  private static final int RATE_S = 10;

  /** No decoder has so many; a bound all the same. */
  private static final int REASONS_MAX = 32;

  private final LongSupplier nowUs;

  /** All below are guarded by this. */
  private ArrayDeque<TargetReport> waiting = new ArrayDeque<>();

  private final Map<String, Long> rejects = new TreeMap<>();
  private final long[] perSecond = new long[RATE_S];
  private long second;
  private long reports;
  private long dropped;
  private long offClock;
  private long lastUs = -1;

  /** {@code nowUs}: the time of the traffic, µs since 1970 UTC. */
  Intake(LongSupplier nowUs) {
    this.nowUs = nowUs;
  }

  /**
   * What it has brought so far.
   *
   * @param lastUs when the last report came, −1 if none did
   * @param perSecond reports a second over the last ten
   * @param dropped reports that nobody took in time
   * @param offClock reports whose own time was none that could be: they count as of when they came
   */
  record Counts(
      long reports,
      long lastUs,
      long perSecond,
      Map<String, Long> rejects,
      long dropped,
      long offClock) {}

  long nowUs() {
    return nowUs.getAsLong();
  }

  /** Takes a report: a wrong clock at the other end makes nothing old or new. */
  void take(TargetReport report) {
    long now = nowUs();
    boolean off = report.timeUs() < now - LATE_US || report.timeUs() > now + EARLY_US;
    take(off ? report.at(now) : report, now, off);
  }

  private synchronized void take(TargetReport report, long now, boolean off) {
    if (waiting.size() == CAPACITY) {
      waiting.removeFirst();
      dropped++;
    }
    waiting.addLast(report);
    reports++;
    offClock += off ? 1 : 0;
    lastUs = now;
    roll(now);
    perSecond[(int) Math.floorMod(second, (long) RATE_S)]++;
  }

  /** Forgets the seconds that are over. */
  private void roll(long now) {
    long at = Math.floorDiv(now, 1_000_000L);
    for (long each = Math.max(second + 1, at - RATE_S + 1); each <= at; each++) {
      perSecond[(int) Math.floorMod(each, (long) RATE_S)] = 0;
    }
    second = Math.max(second, at);
  }

  /** Counts something that could not be used. */
  synchronized void reject(String reason, long count) {
    if (rejects.containsKey(reason) || rejects.size() < REASONS_MAX) {
      rejects.merge(reason, count, Long::sum);
    }
  }

  /** Counts what a decoder could not use. */
  void reject(Map<? extends Enum<?>, Long> counts) {
    counts.forEach((reason, count) -> reject(reason.name(), count));
  }

  /** What came since the last call, oldest first. */
  List<TargetReport> drain() {
    ArrayDeque<TargetReport> taken;
    synchronized (this) {
      taken = waiting;
      waiting = new ArrayDeque<>();
    }
    return new ArrayList<>(taken);
  }

  synchronized Counts counts() {
    roll(Math.max(nowUs(), 0));
    long sum = 0;
    for (long each : perSecond) {
      sum += each;
    }
    return new Counts(
        reports, lastUs, (sum + RATE_S / 2) / RATE_S, Map.copyOf(rejects), dropped, offClock);
  }
}
