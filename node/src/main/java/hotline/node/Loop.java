package hotline.node;

import java.io.Closeable;
import java.time.Duration;

/**
 * One thread that does a round, then waits until it is woken or a time is over. A wake during a
 * round leads to another round.
 */
public final class Loop implements Closeable {
  private final Round round;
  private final Thread thread;

  /** Guarded by this. */
  private boolean woken;

  private boolean closed;

  /** What is done again and again. */
  @FunctionalInterface
  public interface Round {
    /** Does it once; how long to wait if nobody wakes. */
    Duration run() throws InterruptedException;
  }

  /** A virtual thread of that name; not started. */
  public Loop(String name, Round round) {
    this.round = round;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  /** Begins with a round at once. */
  public void start() {
    thread.start();
  }

  /** Makes it do a round now. */
  public synchronized void wake() {
    woken = true;
    notifyAll();
  }

  /** Whether it is to stop; long rounds ask. */
  public synchronized boolean isClosed() {
    return closed;
  }

  private void run() {
    try {
      while (!isClosed()) {
        await(round.run());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void await(Duration pause) throws InterruptedException {
    long deadlineNs = System.nanoTime() + pause.toNanos();
    long leftMs = pause.toMillis();
    while (!woken && !closed && leftMs > 0) {
      wait(leftMs);
      leftMs = (deadlineNs - System.nanoTime()) / 1_000_000;
    }
    woken = false;
  }

  /**
   * Stops it and waits until its round is over. The thread is not interrupted: an interrupt in the
   * middle of a write closes the file under every other thread, too. What a round may wait for
   * outside must be closed first, or be bounded.
   */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    if (thread.getState() == Thread.State.NEW || Thread.currentThread() == thread) {
      return;
    }
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
