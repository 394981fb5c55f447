package hotline.node.order;

import hotline.node.Backoff;
import hotline.node.Loop;
import hotline.node.Pace;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a machine's part in the group again when Ratis has closed it by itself, or holds it up for
 * ever. It closes it when a machine calls an election and learns that the group has gone on without
 * it: one that was taken out, but also one that is being added at that moment; opened again it
 * waits to be told of the group that there is now. It holds it up as {@link GroupMachine#isStuck}
 * says.
 */
final class StayingIn implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(StayingIn.class);
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final Duration EVERY_MAX = Duration.ofSeconds(30);

  private final Loop loop;
  private final Backoff backoff = new Backoff(EVERY, EVERY_MAX);
  private final Open open;

  /** Opens it if it is closed and should not be. */
  @FunctionalInterface
  interface Open {
    /**
     * Whether it had to be.
     *
     * @throws IOException if it is still closed
     */
    boolean again() throws IOException;
  }

  /** Not started. */
  StayingIn(Open open) {
    this.open = open;
    this.loop = Pace.real().loop("in the group", this::round);
  }

  void start() {
    loop.start();
  }

  private Duration round() {
    try {
      if (open.again()) {
        LOG.warn("this machine was out of the group, or held up in it; it comes back");
        // Whoever is told at once that it has no place here is not to ask all the time.
        return backoff.failed();
      }
      backoff.succeeded();
      return EVERY;
    } catch (IOException | RuntimeException failed) {
      LOG.atError().setCause(failed).log("this machine cannot come back to the group yet");
      return backoff.failed();
    }
  }

  @Override
  public void close() {
    loop.close();
  }
}
