package hotline.simulator.world;

import java.time.Instant;
import java.time.InstantSource;

/** What a machine takes for the time: it goes too fast or too slow, and can be set. */
public final class SimClock implements InstantSource {
  /** When every simulation begins. */
  public static final Instant BEGINNING = Instant.parse("2026-03-01T00:00:00Z");

  private final Agenda agenda;
  private final long driftPerMillion;
  private long aheadNs;

  /** {@code driftPerMillion}: microseconds a second that it goes too fast; negative: too slow. */
  SimClock(Agenda agenda, long driftPerMillion, long aheadNs) {
    this.agenda = agenda;
    this.driftPerMillion = driftPerMillion;
    this.aheadNs = aheadNs;
  }

  /** Somebody sets it: that much ahead of what it says, or behind. */
  public void jump(long byNs) {
    aheadNs += byNs;
  }

  @Override
  public Instant instant() {
    long now = agenda.nowNs();
    return BEGINNING.plusNanos(now + now / 1_000_000 * driftPerMillion + aheadNs);
  }
}
