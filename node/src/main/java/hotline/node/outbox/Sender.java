package hotline.node.outbox;

import hotline.node.Backoff;
import hotline.node.Loop;
import hotline.node.Pace;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands in what waits in the outbox, oldest first, one at a time, until each is in the verified
 * record or refused. One thread.
 */
public final class Sender implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration WAIT_MAX = Duration.ofSeconds(5);

  /** A place that was promised but has not come into the record is asked for again after this. */
  private static final Duration PROMISED_MAX = Duration.ofSeconds(10);

  private final Outbox outbox;
  private final Submitter submitter;
  private final BiConsumer<Statement, Submitter.Answer.Refused> refused;
  private final Backoff backoff = new Backoff(FIRST_WAIT, WAIT_MAX);

  /** When a place was promised, by the pace; entries leave as the record grows. */
  private final Map<StatementId, Long> promisedNs = new ConcurrentHashMap<>();

  private final Pace pace;
  private final Loop loop;
  private volatile String trouble = "";

  /**
   * Not started.
   *
   * @param refused told of every statement that was refused admission
   */
  public Sender(
      Outbox outbox,
      Submitter submitter,
      Pace pace,
      BiConsumer<Statement, Submitter.Answer.Refused> refused) {
    this.outbox = outbox;
    this.submitter = submitter;
    this.refused = refused;
    this.pace = pace;
    this.loop = pace.loop("sender", this::sendNext);
  }

  /** Begins to send. */
  public void start() {
    loop.start();
  }

  /** There is something new to send, or the way may be open again. */
  public void wake() {
    loop.wake();
  }

  /** The statement is in the verified record. */
  public void recorded(StatementId id) {
    promisedNs.remove(id);
    try {
      boolean _ = outbox.settle(id);
    } catch (IOException failed) {
      LOG.atError().addKeyValue("id", id).setCause(failed).log("the outbox cannot be written");
    }
  }

  /** Why the oldest statement still waits; empty if nothing is in the way. */
  public String trouble() {
    return trouble;
  }

  /** Whether the host has promised a place to this statement. */
  public boolean isPromised(StatementId id) {
    return promisedNs.containsKey(id);
  }

  /** Sends all that can be sent; how long to wait then. */
  private Duration sendNext() {
    while (!loop.isClosed()) {
      try {
        Statement next = outbox.next(this::isFreshlyPromised).orElse(null);
        if (next == null) {
          trouble = "";
          return WAIT_MAX;
        }
        settle(next, submitter.submit(next.bytes()));
        backoff.succeeded();
        trouble = "";
      } catch (IOException unreached) {
        trouble = String.valueOf(unreached.getMessage());
        return backoff.failed();
      }
    }
    return Duration.ZERO;
  }

  private void settle(Statement statement, Submitter.Answer answer) throws IOException {
    switch (answer) {
      case Submitter.Answer.Placed _ -> {
        promisedNs.put(statement.id(), pace.nanoTime());
        if (outbox.waiting(statement.id()).isEmpty()) {
          // The record was faster than the answer.
          promisedNs.remove(statement.id());
        }
      }
      case Submitter.Answer.Refused no -> {
        LOG.atWarn()
            .addKeyValue("id", statement.id())
            .addKeyValue("code", no.code())
            .log("a statement was refused admission: {}", no.sentence());
        boolean _ = outbox.settle(statement.id());
        refused.accept(statement, no);
      }
    }
  }

  private boolean isFreshlyPromised(StatementId id) {
    Long since = promisedNs.get(id);
    return since != null && pace.nanoTime() - since < PROMISED_MAX.toNanos();
  }

  @Override
  public void close() {
    loop.close();
  }
}
