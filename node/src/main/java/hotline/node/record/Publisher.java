package hotline.node.record;

import hotline.node.Troubles;
import hotline.node.record.RecordMachine.Pending;
import hotline.record.merkle.Hash;
import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.note.NoteSigner;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
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
  private static final long COMPANY_MS = 5;

  private static final long AFTER_FAILURE_MS = 1_000;
  private static final String TROUBLE = "record-not-written";

  private final LocalRecord record;
  private final RecordMachine machine;
  private final NoteSigner log;
  private final NoteSigner outcomeLog;
  private final Troubles troubles;
  private final BiConsumer<Note, Note> published;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();

  /** Guarded by the lock. */
  private boolean grown = true;

  private boolean closed;

  /** Whether the last round failed; used by the thread alone. */
  private boolean failing;

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
      BiConsumer<Note, Note> published) {
    this.record = record;
    this.machine = machine;
    this.log = log;
    this.outcomeLog = outcomeLog;
    this.troubles = troubles;
    this.published = published;
    this.thread = Thread.ofPlatform().name("publisher").daemon().unstarted(this::run);
  }

  /** Begins. */
  public void start() {
    thread.start();
  }

  /** The record has grown. */
  public void grown() {
    lock.lock();
    try {
      grown = true;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (awaitNews()) {
        TimeUnit.MILLISECONDS.sleep(COMPANY_MS);
        round();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean awaitNews() throws InterruptedException {
    lock.lock();
    try {
      while (!grown && !closed) {
        news.await();
      }
      grown = false;
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  private void round() throws InterruptedException {
    try {
      Pending pending = machine.pending().orElse(null);
      if (pending != null && pending.edge().size() > record.outcomes().publishedSize()) {
        publish(pending);
      }
      record.flush();
      failing = false;
      troubles.over(TROUBLE);
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
      TimeUnit.MILLISECONDS.sleep(AFTER_FAILURE_MS);
      grown();
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
    lock.lock();
    try {
      closed = true;
      news.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
