package hotline.node.details;

import hotline.line.disclosure.DetailRequest.OnBehalfOf;
import hotline.line.terms.Limits;
import hotline.node.RateLimit;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How often each party may ask: planning enquiries as the terms in force say. Requests on behalf of
 * a notice of the record open nothing that repeating them would add to, and every pair of notices
 * that meets needs one; they are bounded only so that one party cannot keep a node busy. Safe for
 * use by many threads.
 */
final class EnquiryRate {
  /** Requests on behalf of notices, for each enquiry that the terms allow. */
  static final int REQUESTS_PER_ENQUIRY = 20;

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Guarded by this, as are the limits; made anew when terms change the number. */
  private int perMinute;

  private RateLimit enquiries;
  private RateLimit requests;

  private final LongSupplier nanoTime;

  /** Measured by {@code nanoTime}. */
  EnquiryRate(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    enquiries = new RateLimit(1, MINUTE, nanoTime);
    requests = new RateLimit(1, MINUTE, nanoTime);
  }

  /** Whether the party may ask now; counts it if it may. */
  synchronized boolean take(String party, OnBehalfOf onBehalfOf, Limits limits) {
    if (limits.enquiriesPerMinute() != perMinute) {
      perMinute = limits.enquiriesPerMinute();
      enquiries = new RateLimit(perMinute, MINUTE, nanoTime);
      requests =
          new RateLimit(Math.multiplyExact(perMinute, REQUESTS_PER_ENQUIRY), MINUTE, nanoTime);
    }
    return switch (onBehalfOf) {
      case OnBehalfOf.Own _ -> requests.take(party);
      case OnBehalfOf.Enquiry _ -> enquiries.take(party);
    };
  }
}
