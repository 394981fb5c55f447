package hotline.node.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** One-time tickets that open the page: used once, within ten minutes, at most 32 at a time. */
final class Tickets {
  static final Duration LIFE = Duration.ofMinutes(10);
  private static final int MAX = 32;

  private final InstantSource clock;

  /** Ends by digest of the ticket, oldest first. Guarded by this. */
  private final Map<String, Instant> ends = new LinkedHashMap<>();

  Tickets(InstantSource clock) {
    this.clock = clock;
  }

  /** A new ticket; the oldest gives way when there are too many. */
  synchronized String issue() {
    Instant now = clock.instant();
    ends.values().removeIf(end -> !end.isAfter(now));
    if (ends.size() >= MAX) {
      ends.remove(ends.keySet().iterator().next());
    }
    String ticket = Secrets.fresh();
    ends.put(Secrets.digest(ticket), now.plus(LIFE));
    return ticket;
  }

  /** Uses a ticket up; false if there is no such ticket any more. */
  synchronized boolean use(String ticket) {
    Instant end = ends.remove(Secrets.digest(ticket));
    return end != null && end.isAfter(clock.instant());
  }
}
