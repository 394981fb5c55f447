package hotline.node;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Microseconds and instants. */
public final class Times {
  private Times() {}

  /** The instant that many microseconds after 1970 UTC. */
  public static Instant instant(long us) {
    return Instant.EPOCH.plus(us, ChronoUnit.MICROS);
  }

  /** Microseconds since 1970 UTC. */
  public static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
