package hotline.node.details;

import hotline.node.RateLimit;
import java.time.Duration;

/** How often each party may ask, as the terms in force say. Safe for use by many threads. */
final class EnquiryRate {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Guarded by this; made anew when terms change the number. */
  private RateLimit limit = new RateLimit(1, MINUTE);

  private long perMinute = 1;

  synchronized boolean take(String party, long allowedPerMinute) {
    if (allowedPerMinute != perMinute) {
      perMinute = allowedPerMinute;
      limit = new RateLimit((int) Math.min(allowedPerMinute, Integer.MAX_VALUE), MINUTE);
    }
    return limit.take(party);
  }
}
