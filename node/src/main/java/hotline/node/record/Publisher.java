package hotline.node.record;

import hotline.node.Loop;
import hotline.node.Pace;
import hotline.node.Troubles;
import hotline.node.record.RecordMachine.Pending;
import hotline.record.merkle.Hash;
import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.note.NoteSigner;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host's one writer: syncs the tiles of both logs, signs their checkpoints and publishes them,
 * as often as there is something new. Only committed entries are ever signed for.
 */
public final class Publisher implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

  /** How long the first entry waits for company. */
  private static final Duration COMPANY = Duration.ofMillis(5);

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration IDLE = Duration.ofMinutes(1);
  private static final String TROUBLE = "record-not-written";

  private final LocalRecord record;
  private final RecordMachine machine;
  private final NoteSigner log;
  private final NoteSigner outcomeLog;
  private final Troubles troubles;
  private final BiConsumer<Note, Note> published;
  private final Pace pace;
  private final Loop loop;

  /** Whether the last round failed, and when to try again; used by the loop's rounds alone. */
  private boolean failing;

  private long againNs;

  /**
   * Publishes what {@code machine} applies to {@code record}.
   *
   * @param published told of each pair of signed checkpoints, record first
   */
  public Publisher(
      LocalRecord record,
      RecordMachine machine,
      NoteSigner log,
      NoteSigner outcomeLog,
      Troubles troubles,
      Pace pace,
      BiConsumer<Note, Note> published) {
    this.record = record;
    this.machine = machine;
    this.log = log;
    this.outcomeLog = outcomeLog;
    this.troubles = troubles;
    this.published = published;
    this.pace = pace;
    this.loop = pace.writer("publisher", COMPANY, this::round);
  }

  /** Begins. */
  public void start() {
    loop.start();
  }

  /** The record has grown. */
  public void grown() {
    loop.wake();
  }

  private Duration round() {
    if (failing && pace.nanoTime() < againNs) {
      return Duration.ofNanos(againNs - pace.nanoTime());
    }
    try {
      Pending pending = machine.pending().orElse(null);
      if (pending != null && pending.edge().size() > record.outcomes().publishedSize()) {
        publish(pending);
      }
      record.flush();
      failing = false;
      troubles.over(TROUBLE);
      return IDLE;
    } catch (IOException failed) {
      if (!failing) {
        LOG.atError().setCause(failed).log("the record cannot be written; trying again");
      }
      failing = true;
      troubles.raise(
          TROUBLE,
          "The record cannot be written ("
              + failed.getMessage()
              + "). What was answered is safe in the sequencer's log, and the others do not see it."
              + " Free space or replace the disk; it is tried again every second.");
      againNs = pace.nanoTime() + AFTER_FAILURE.toNanos();
      return AFTER_FAILURE;
    }
  }

  private void publish(Pending pending) throws IOException {
    LocalRecord.Edge edge = pending.edge();
    long _ = record.entries().sync();
    long _ = record.outcomes().sync();
    Note first = sign(log, edge.size(), edge.entries().root());
    Note second = sign(outcomeLog, edge.size(), edge.outcomes().root());
    if (edge.size() > record.entries().publishedSize()) {
      record.entries().publish(first.bytes());
    }
    record.outcomes().publish(second.bytes());
    machine.published(pending);
    published.accept(first, second);
  }

  private static Note sign(NoteSigner signer, long size, Hash root) {
    return signer.sign(new Checkpoint(signer.verifierKey().name(), size, root));
  }

  @Override
  public void close() {
    loop.close();
  }
}
