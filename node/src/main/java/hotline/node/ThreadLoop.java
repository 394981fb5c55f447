package hotline.node;

import java.time.Duration;

/** A loop on a thread of its own. */
final class ThreadLoop implements Loop {
  private final Duration gather;
  private final Round round;
  private final Thread thread;

  /** Guarded by this. */
  private boolean woken;

  private boolean closed;

  ThreadLoop(Thread.Builder thread, Duration gather, Round round) {
    this.gather = gather;
    this.round = round;
    this.thread = thread.unstarted(this::run);
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public synchronized void wake() {
    woken = true;
    notifyAll();
  }

  @Override
  public synchronized boolean isClosed() {
    return closed;
  }

  private void run() {
    try {
      while (gathered()) {
        await(round.run());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for company, which the round to come serves as well; false if it is to stop. */
  private synchronized boolean gathered() throws InterruptedException {
    long deadlineNs = System.nanoTime() + gather.toNanos();
    long leftMs = gather.toMillis();
    while (!closed && leftMs > 0) {
      wait(leftMs);
      leftMs = (deadlineNs - System.nanoTime()) / 1_000_000;
    }
    woken = false;
    return !closed;
  }

  private synchronized void await(Duration pause) throws InterruptedException {
    long deadlineNs = System.nanoTime() + pause.toNanos();
    long leftMs = pause.toMillis();
    while (!woken && !closed && leftMs > 0) {
      wait(leftMs);
      leftMs = (deadlineNs - System.nanoTime()) / 1_000_000;
    }
  }

  /**
   * The thread is not interrupted: an interrupt in the middle of a write closes the file under
   * every other thread, too.
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
