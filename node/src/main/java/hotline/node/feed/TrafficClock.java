package hotline.node.feed;

import hotline.node.Pace;
import java.time.InstantSource;

/**
 * The time of the traffic, µs since 1970 UTC: the node's clock at its start, then only onwards,
 * whatever happens to that clock; faster where one recording is replayed faster. Thread-safe.
 */
final class TrafficClock {
  private final Pace pace;
  private final int speed;
  private final long startUs;
  private final long startNs;

  TrafficClock(InstantSource clock, Pace pace, int speed) {
    this.pace = pace;
    this.speed = speed;
    startUs = clock.instant().toEpochMilli() * 1_000;
    startNs = pace.nanoTime();
  }

  long nowUs() {
    return startUs + (pace.nanoTime() - startNs) / 1_000 * speed;
  }

  /** How many of its seconds a second has. */
  int speed() {
    return speed;
  }
}
