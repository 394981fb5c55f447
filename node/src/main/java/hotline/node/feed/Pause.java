package hotline.node.feed;

import java.time.Duration;

/** A wait that another thread can end, once and for all. Thread-safe. */
final class Pause {
  private boolean ended;

  /** Waits; true if the whole time is over, false as soon as it was ended. */
  synchronized boolean lasts(Duration time) throws InterruptedException {
    long deadlineNs = System.nanoTime() + time.toNanos();
    long leftNs = time.toNanos();
    while (!ended && leftNs > 0) {
      wait(leftNs / 1_000_000, (int) (leftNs % 1_000_000));
      leftNs = deadlineNs - System.nanoTime();
    }
    return !ended;
  }

  /** Ends this wait and every later one. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** Whether it was ended. */
  synchronized boolean isEnded() {
    return ended;
  }
}
