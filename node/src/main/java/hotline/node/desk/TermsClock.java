package hotline.node.desk;

import hotline.line.effect.Effect;
import hotline.line.effect.TermsEffect;
import hotline.line.terms.Proposal;
import hotline.node.Loop;
import hotline.node.Times;
import hotline.node.record.Applied;
import hotline.record.merkle.Hash;
import java.io.Closeable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Begins terms that all have signed when their time comes by this node's clock: the host's node at
 * once, the others when it has not. Said twice, it changes nothing.
 */
public final class TermsClock implements Closeable {
  /** How long the others wait for the host. */
  private static final Duration AFTER_HOST = Duration.ofSeconds(5);

  /** How soon it is said again if nothing came of it. */
  private static final Duration AGAIN = Duration.ofSeconds(30);

  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration CLOSE = Duration.ofSeconds(1);

  private final Core core;
  private final TermsDesk desk;
  private final Loop loop;

  /** When they were last begun from here; used by the loop's thread alone. */
  private final Map<Hash, Instant> said = new HashMap<>();

  /** Of this node; not started. */
  public TermsClock(Core core) {
    this.core = core;
    this.loop = core.pace().loop("terms", this::round);
    this.desk = new TermsDesk(core);
  }

  /** Sets it going. */
  public void start() {
    loop.start();
  }

  /** An entry came: terms may be agreed now. */
  public void onRecorded(Applied.Recorded recorded) {
    // For every entry of a flood: a loop costs a tenth of a stream.
    for (Effect effect : recorded.outcome().effects()) {
      if (effect instanceof TermsEffect) {
        loop.wake();
        return;
      }
    }
  }

  private Duration round() {
    Optional<Proposal> agreed =
        core.read(
            state -> state.agreement().proposals().stream().filter(Proposal::isAgreed).findFirst());
    if (agreed.isEmpty()) {
      said.clear();
      return IDLE;
    }
    Instant now = core.clock().instant();
    Instant due =
        agreed.get().terms().effectiveUs().map(Times::instant).orElse(now).plus(patience());
    Hash hash = agreed.get().hash();
    Instant last = said.get(hash);
    if (!now.isBefore(due) && (last == null || now.isAfter(last.plus(AGAIN)))) {
      said.put(hash, now);
      var _ = desk.begin(hash);
    }
    // A clock can be set, so the time is looked at again and again.
    return CLOSE;
  }

  private Duration patience() {
    return core.host().isPresent() ? Duration.ZERO : AFTER_HOST;
  }

  @Override
  public void close() {
    loop.close();
  }
}
