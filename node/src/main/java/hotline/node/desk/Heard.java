package hotline.node.desk;

import hotline.node.record.Applied;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** When this node last had a signed word of each party, by any way; since its start. */
public final class Heard {
  private final InstantSource clock;
  private final Map<String, Instant> last = new ConcurrentHashMap<>();

  /** By this clock. */
  public Heard(InstantSource clock) {
    this.clock = clock;
  }

  /** A signed word of the party came. */
  public void from(String party) {
    last.put(party, clock.instant());
  }

  /** An entry came. */
  public void onRecorded(Applied.Recorded recorded) {
    from(recorded.statement().header().chain().party());
  }

  /** When, if at all. */
  @Nullable Instant of(String party) {
    return last.get(party);
  }
}
