package hotline.node;

import java.io.Closeable;
import java.time.Duration;

/**
 * Does a round, then waits until it is woken or a time is over. A wake during a round leads to
 * another round. Safe for use by many threads; one round at a time.
 */
public interface Loop extends Closeable {
  /** What is done again and again. */
  @FunctionalInterface
  interface Round {
    /** Does it once; how long to wait if nobody wakes. */
    Duration run();
  }

  /** Begins with a round at once. */
  void start();

  /** Makes it do a round now. */
  void wake();

  /** Whether it is to stop; long rounds ask. */
  boolean isClosed();

  /**
   * Stops it and waits until its round is over. What a round may wait for outside must be closed
   * first, or be bounded.
   */
  @Override
  void close();
}
