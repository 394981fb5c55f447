package hotline.node;

import java.time.Duration;

/** How long to wait before the next try: twice as long after each failure, up to a cap. */
public final class Backoff {
  private final Duration first;
  private final Duration cap;
  private Duration next;

  /** From {@code first} to {@code cap}. */
  public Backoff(Duration first, Duration cap) {
    this.first = first;
    this.cap = cap;
    this.next = first;
  }

  /** The wait after one more failure. */
  public Duration failed() {
    Duration now = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(cap) > 0 ? cap : doubled;
    return now;
  }

  /** After a success the waits begin anew. */
  public void succeeded() {
    next = first;
  }
}
