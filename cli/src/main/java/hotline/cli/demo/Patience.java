package hotline.cli.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for another process to have done something, with an end to it. */
final class Patience {
  private static final Duration LOOK_EVERY = Duration.ofMillis(15);
  private static final Duration AT_MOST = Duration.ofSeconds(60);

  private Patience() {}

  /** What {@code look} finds, as soon as it does; fails with {@code what} when it never does. */
  static <T> T until(String what, Supplier<Optional<T>> look) {
    return until(what, AT_MOST, look);
  }

  static <T> T until(String what, Duration atMost, Supplier<Optional<T>> look) {
    long deadlineNs = System.nanoTime() + atMost.toNanos();
    while (true) {
      Optional<T> found = look.get();
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() > deadlineNs) {
        throw new Failed("Waited " + atMost.toSeconds() + " s in vain for this: " + what + ".");
      }
      sleep();
    }
  }

  /** Waits until {@code holds}. */
  static void until(String what, BooleanSupplier holds) {
    until(what, () -> holds.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  private static void sleep() {
    try {
      Thread.sleep(LOOK_EVERY);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Failed("The demo was interrupted.", stopped);
    }
  }
}
