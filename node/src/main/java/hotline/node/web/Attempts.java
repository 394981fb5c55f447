package hotline.node.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Wrong tokens, tickets and cookies of the last minute. Past twenty, wrong ones get only a short
 * "wait"; a right one always passes, so that nobody on this machine can shut the officer out by
 * guessing. (A guess of 256 bits is hopeless; this bounds its noise.)
 */
final class Attempts {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MAX = 20;

  private final InstantSource clock;

  /** Times of wrong attempts, oldest first, at most MAX. Guarded by this. */
  private final Deque<Instant> wrong = new ArrayDeque<>();

  Attempts(InstantSource clock) {
    this.clock = clock;
  }

  /** Notes a wrong attempt; true if there were too many before it. */
  synchronized boolean tooMany() {
    Instant now = clock.instant();
    while (!wrong.isEmpty() && !wrong.getFirst().plus(WINDOW).isAfter(now)) {
      wrong.removeFirst();
    }
    if (wrong.size() >= MAX) {
      return true;
    }
    wrong.addLast(now);
    return false;
  }
}
