package hotline.node.outbox;

import hotline.node.store.FramedFile;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import hotline.record.statement.Statements;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Signed statements that are not yet in the record, in the order in which they were signed; on
 * disk. Safe for use by many threads.
 */
public final class Outbox implements Closeable {
  private static final byte SIGNED = 1;
  private static final byte SETTLED = 2;

  private final FramedFile file;

  /** Guarded by this. */
  private final Map<StatementId, Statement> waiting;

  private Outbox(FramedFile file, Map<StatementId, Statement> waiting) {
    this.file = file;
    this.waiting = waiting;
  }

  /** Opens the file, or a new one; what is settled is dropped from it. */
  public static Outbox open(Path path) throws IOException {
    FramedFile.Opened opened = FramedFile.open(path);
    Map<StatementId, Statement> waiting = new LinkedHashMap<>();
    for (byte[] frame : opened.contents()) {
      apply(path, waiting, frame);
    }
    if (opened.contents().size() == waiting.size()) {
      return new Outbox(opened.file(), waiting);
    }
    opened.file().close();
    FramedFile.replace(
        path, waiting.values().stream().map(kept -> frame(SIGNED, kept.bytes())).toList());
    return new Outbox(FramedFile.open(path).file(), waiting);
  }

  private static void apply(Path path, Map<StatementId, Statement> waiting, byte[] frame)
      throws IOException {
    byte[] content = Arrays.copyOfRange(frame, Math.min(1, frame.length), frame.length);
    if (frame.length > 0
        && frame[0] == SIGNED
        && Statements.parse(content) instanceof Statement statement) {
      waiting.put(statement.id(), statement);
    } else if (frame.length == 1 + StatementId.BYTES && frame[0] == SETTLED) {
      waiting.remove(StatementId.of(content));
    } else {
      throw new IOException(
          path + " holds what this version does not know; use the version before");
    }
  }

  private static byte[] frame(byte type, byte[] content) {
    byte[] frame = new byte[1 + content.length];
    frame[0] = type;
    System.arraycopy(content, 0, frame, 1, content.length);
    return frame;
  }

  /** Takes a statement in; it is on disk after {@link #awaitDurable} with the ticket. */
  synchronized long put(Statement statement) throws IOException {
    long ticket = file.enqueue(frame(SIGNED, statement.bytes()));
    waiting.put(statement.id(), statement);
    return ticket;
  }

  /** Returns once what was put with this ticket is on disk. */
  void awaitDurable(long ticket) throws IOException {
    file.awaitDurable(ticket);
  }

  /**
   * The statement is in the record, or will never be; not forced to disk: after a crash it is sent
   * once more and found to be a duplicate.
   */
  public synchronized boolean settle(StatementId id) throws IOException {
    if (waiting.remove(id) == null) {
      return false;
    }
    long _ = file.enqueue(frame(SETTLED, id.bytes()));
    return true;
  }

  /** What waits, oldest first. */
  public synchronized List<Statement> waiting() {
    return new ArrayList<>(waiting.values());
  }

  /** One that waits. */
  public synchronized Optional<Statement> waiting(StatementId id) {
    return Optional.ofNullable(waiting.get(id));
  }

  /** The oldest that waits and that {@code skip} does not name; on disk when this returns. */
  Optional<Statement> next(Predicate<StatementId> skip) throws IOException {
    Optional<Statement> next;
    long ticket;
    synchronized (this) {
      next = waiting.values().stream().filter(each -> !skip.test(each.id())).findFirst();
      ticket = file.enqueued();
    }
    file.awaitDurable(ticket);
    return next;
  }

  /** How many wait. */
  public synchronized int size() {
    return waiting.size();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
