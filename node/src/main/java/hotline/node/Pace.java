package hotline.node;

import java.time.Duration;

/**
 * How a node's own work goes on, and by what it measures how long something takes. The real one has
 * threads and the system's time; a simulator has one queue of events and a time of its own.
 */
public interface Pace {
  /**
   * A loop; not started.
   *
   * @param gather how long each round waits for company before it begins
   */
  Loop loop(String name, Duration gather, Loop.Round round);

  /** A loop that forces the disk in nearly every round, and has a platform thread for that. */
  Loop writer(String name, Duration gather, Loop.Round round);

  /**
   * A loop that nothing routine holds up; not started. It has a platform thread: virtual ones wait
   * for each other where all cores are busy.
   */
  default Loop urgent(String name, Loop.Round round) {
    return loop(name, round);
  }

  /** Nanoseconds since some instant; never goes back, whatever the clock does. */
  long nanoTime();

  /**
   * How long a caller who waits for others may really be kept.
   *
   * @param most how long, where that holds up nobody else
   */
  Duration patience(Duration most);

  /** A loop whose rounds begin at once; not started. */
  default Loop loop(String name, Loop.Round round) {
    return loop(name, Duration.ZERO, round);
  }

  /** Threads, and the system's time. */
  static Pace real() {
    return ThreadPace.INSTANCE;
  }
}
