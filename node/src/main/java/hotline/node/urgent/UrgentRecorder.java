package hotline.node.urgent;

import hotline.node.Backoff;
import hotline.node.Loop;
import hotline.node.outbox.Submitter;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings urgent statements into the record as soon as it takes them: this node's own, and those it
 * received from parties that may be gone by then. One thread.
 */
final class UrgentRecorder implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(UrgentRecorder.class);
  private static final Duration IDLE = Duration.ofSeconds(5);

  /** A promised place that has not come into the record is asked for again after this. */
  private static final long ASK_AGAIN_NS = Duration.ofSeconds(10).toNanos();

  private final UrgentStore store;
  private final Submitter submitter;
  private final UrgentLane.Surroundings around;
  private final Runnable keepAll;
  private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
  private final Loop loop;

  /** When each was handed in or refused, by the pace. Used by the loop's thread alone. */
  private final Map<StatementId, Long> handedInNs = new HashMap<>();

  /** {@code keepAll} is called every few seconds: the disk may be back. */
  UrgentRecorder(
      UrgentStore store, Submitter submitter, UrgentLane.Surroundings around, Runnable keepAll) {
    this.keepAll = keepAll;
    this.store = store;
    this.submitter = submitter;
    this.around = around;
    this.loop = around.pace().loop("urgent to the record", this::round);
  }

  void start() {
    loop.start();
  }

  void wake() {
    loop.wake();
  }

  private Duration round() {
    keepAll.run();
    List<Statement> missing = missing();
    long nowNs = around.pace().nanoTime();
    handedInNs.keySet().retainAll(missing.stream().map(Statement::id).toList());
    for (Statement each : missing) {
      Long before = handedInNs.get(each.id());
      if (loop.isClosed() || (before != null && nowNs - before < ASK_AGAIN_NS)) {
        continue;
      }
      try {
        if (submitter.submit(each.bytes()) instanceof Submitter.Answer.Refused no) {
          LOG.atWarn()
              .addKeyValue("id", each.id())
              .addKeyValue("code", no.code())
              .log("the record refused an urgent statement: {}", no.sentence());
        }
        handedInNs.put(each.id(), around.pace().nanoTime());
        backoff.succeeded();
      } catch (IOException unreached) {
        return backoff.failed();
      }
    }
    return IDLE;
  }

  private List<Statement> missing() {
    List<Statement> missing = new ArrayList<>(store.notRecorded());
    for (UrgentStore.Received each : store.received()) {
      if (!each.byRecord() && !around.isRecorded(each.statement().id())) {
        missing.add(each.statement());
      }
    }
    return missing;
  }

  @Override
  public void close() {
    loop.close();
  }
}
