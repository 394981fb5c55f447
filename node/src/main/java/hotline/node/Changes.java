package hotline.node;

/** Counts what changes, for those who wait for it. Safe for use by many threads. */
public final class Changes {
  private long count = 1;
  private boolean closed;

  /** Something changed. */
  public synchronized void happened() {
    count++;
    notifyAll();
  }

  /** How much has changed so far. */
  public synchronized long count() {
    return count;
  }

  /**
   * Waits until something changed after {@code seen}, at most {@code atMostMs}; the count then.
   * Returns at once when the node stops.
   */
  public synchronized long await(long seen, long atMostMs) throws InterruptedException {
    long deadlineNs = System.nanoTime() + atMostMs * 1_000_000;
    long leftMs = atMostMs;
    while (count <= seen && !closed && leftMs > 0) {
      wait(leftMs);
      leftMs = (deadlineNs - System.nanoTime()) / 1_000_000;
    }
    return count;
  }

  /** Lets everyone who waits go. */
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
