package hotline.node.outbox;

import hotline.node.store.FramedFile;
import hotline.node.store.StatementFrames;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Signed statements that are not yet in the record, in the order in which they were signed; on
 * disk. Safe for use by many threads.
 */
public final class Outbox implements Closeable {
  private static final byte SIGNED = 1;
  private static final byte SETTLED = 2;
  private static final byte REPLACED = 3;

  /** More is refused: who hears nothing for so long must call. */
  private static final int WAITING_MAX = 10_000;

  private final FramedFile file;

  /** In the order in which they are to be sent; guarded by this. */
  private final List<Waiting> waiting = new ArrayList<>();

  /**
   * One that waits.
   *
   * @param ticket its place in the file; null if it was read from there
   * @param original what it takes the place of, and which counts again if it is lost
   */
  private record Waiting(
      Statement statement, FramedFile.@Nullable Ticket ticket, @Nullable Waiting original) {}

  private Outbox(FramedFile file, List<Statement> waiting) {
    this.file = file;
    waiting.forEach(each -> this.waiting.add(new Waiting(each, null, null)));
  }

  /** Opens the file, or a new one; what is settled is dropped from it. */
  public static Outbox open(Path path) throws IOException {
    FramedFile.Opened opened = FramedFile.open(path);
    List<Statement> waiting = new ArrayList<>();
    for (byte[] frame : opened.contents()) {
      if (!apply(waiting, frame)) {
        opened.file().close();
        throw new IOException(
            path + " holds what this version does not know; use the version before");
      }
    }
    if (opened.contents().size() == waiting.size()) {
      return new Outbox(opened.file(), waiting);
    }
    opened.file().close();
    FramedFile.replace(
        path, waiting.stream().map(kept -> StatementFrames.of(SIGNED, kept.bytes())).toList());
    return new Outbox(FramedFile.open(path).file(), waiting);
  }

  /** Whether the frame is one that this version writes. */
  private static boolean apply(List<Statement> waiting, byte[] frame) {
    if (frame.length == 0) {
      return false;
    }
    ByteBuffer rest = ByteBuffer.wrap(frame, 1, frame.length - 1);
    return switch (frame[0]) {
      case SIGNED -> StatementFrames.statement(rest).map(waiting::add).isPresent();
      case SETTLED -> {
        boolean whole = rest.remaining() == StatementId.BYTES;
        if (whole) {
          StatementId id = StatementId.of(StatementFrames.take(rest, StatementId.BYTES));
          waiting.removeIf(each -> each.id().equals(id));
        }
        yield whole;
      }
      case REPLACED -> {
        if (rest.remaining() < StatementId.BYTES) {
          yield false;
        }
        StatementId id = StatementId.of(StatementFrames.take(rest, StatementId.BYTES));
        Optional<Statement> with = StatementFrames.statement(rest);
        with.ifPresent(
            statement -> waiting.replaceAll(each -> each.id().equals(id) ? statement : each));
        yield with.isPresent();
      }
      default -> false;
    };
  }

  /**
   * Takes a statement in; it is on disk after {@link #awaitDurable} with the ticket.
   *
   * @param after what it follows in its chain; null for a chain's first
   * @return empty if {@code after} was lost: then this was not taken
   */
  synchronized Optional<FramedFile.Ticket> put(
      Statement statement, FramedFile.@Nullable Ticket after) throws IOException {
    if (waiting.size() >= WAITING_MAX) {
      throw new IOException(
          WAITING_MAX + " statements wait in the outbox. Open the way to the host first.");
    }
    Optional<FramedFile.Ticket> ticket =
        file.enqueue(StatementFrames.of(SIGNED, statement.bytes()), after);
    ticket.ifPresent(kept -> waiting.add(new Waiting(statement, kept, null)));
    return ticket;
  }

  /**
   * Puts {@code with} in the place of one that waits, which is no longer sent; on disk after {@link
   * #awaitDurable}.
   *
   * @return empty if {@code id} does not wait
   */
  synchronized Optional<FramedFile.Ticket> replace(StatementId id, Statement with)
      throws IOException {
    for (int at = 0; at < waiting.size(); at++) {
      Waiting original = waiting.get(at);
      if (original.statement().id().equals(id)) {
        Optional<FramedFile.Ticket> ticket =
            file.enqueue(StatementFrames.of(REPLACED, id.bytes(), with.bytes()), original.ticket());
        if (ticket.isPresent()) {
          waiting.set(at, new Waiting(with, ticket.get(), original));
        }
        return ticket;
      }
    }
    return Optional.empty();
  }

  /**
   * Returns once what was put with this ticket is on disk.
   *
   * @throws IOException if it was lost: it no longer waits
   */
  void awaitDurable(FramedFile.Ticket ticket) throws IOException {
    try {
      file.awaitDurable(ticket);
    } catch (IOException failed) {
      forgetLost();
      throw failed;
    }
  }

  private synchronized void forgetLost() {
    waiting.replaceAll(each -> each.original() != null && isLost(each) ? each.original() : each);
    waiting.removeIf(this::isLost);
  }

  /** Whether what was put with this ticket was lost: the disk failed. */
  boolean isLost(FramedFile.Ticket ticket) {
    return file.isLost(ticket);
  }

  private boolean isLost(Waiting each) {
    return each.ticket() != null && file.isLost(each.ticket());
  }

  /**
   * The statement is in the record, or will never be; not forced to disk: after a crash it is sent
   * once more and found to be a duplicate.
   */
  public synchronized boolean settle(StatementId id) throws IOException {
    if (!waiting.removeIf(each -> each.statement().id().equals(id))) {
      return false;
    }
    FramedFile.Ticket _ = file.enqueue(StatementFrames.of(SETTLED, id.bytes()));
    return true;
  }

  /** What waits, oldest first. */
  public synchronized List<Statement> waiting() {
    return waiting.stream().map(Waiting::statement).toList();
  }

  /** One that waits. */
  public synchronized Optional<Statement> waiting(StatementId id) {
    return waiting.stream()
        .map(Waiting::statement)
        .filter(each -> each.id().equals(id))
        .findFirst();
  }

  /** The oldest that waits and that {@code skip} does not name; on disk when this returns. */
  Optional<Statement> next(Predicate<StatementId> skip) throws IOException {
    Optional<Waiting> next;
    synchronized (this) {
      next = waiting.stream().filter(each -> !skip.test(each.statement().id())).findFirst();
    }
    if (next.isPresent() && next.get().ticket() != null) {
      awaitDurable(next.get().ticket());
    }
    return next.map(Waiting::statement);
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
