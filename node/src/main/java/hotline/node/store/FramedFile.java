package hotline.node.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An append-only file of byte strings that survives a crash at any byte: what {@link #append}
 * returned for is there, in order; what it did not return for is there whole or not at all. Safe
 * for use by many threads; those who append together share one sync.
 *
 * <p>A failed write or sync loses what was enqueued until then, and says so to all who wait. The
 * next write first cuts the file back to what is known to be on disk: it goes on by itself when
 * there is room again.
 */
public final class FramedFile implements Closeable {
  /** The longest byte string. */
  public static final int LENGTH_MAX = 1 << 20;

  /** What nobody waits for is written with the next that somebody does. */
  private static final int WAITING_MAX = 100_000;

  private final Path path;
  private final FileChannel channel;

  /** Appended and not yet written, oldest first; guarded by this, as are the next three. */
  private List<Ticket> waiting = new ArrayList<>();

  private long batch;
  private long end;
  private boolean writing;

  /** Whether something that may be anything stands behind the end; only the writer touches it. */
  private boolean torn;

  private FramedFile(Path path, FileChannel channel, Frames.Scan scan) {
    this.path = path;
    this.channel = channel;
    this.batch = scan.batches();
    this.end = scan.end();
  }

  /** A place in the file; whether it is on disk is guarded by the file. */
  public static final class Ticket {
    private byte @Nullable [] bytes;
    private boolean durable;
    private @Nullable IOException failure;

    private Ticket(byte[] bytes) {
      this.bytes = bytes.clone();
    }
  }

  /** An open file and what was in it. */
  public record Opened(FramedFile file, List<byte[]> contents) {}

  /**
   * Opens the file, or a new one. A torn end, which a crash leaves, is cut off.
   *
   * @throws DamagedFileException if anything before the last synced batch is not as it was written
   */
  public static Opened open(Path path) throws IOException {
    boolean fresh = !Files.exists(path);
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (fresh) {
        syncFolder(path);
      }
      Frames.Scan scan = Frames.scan(path, Files.readAllBytes(path));
      if (scan.end() < channel.size()) {
        channel.truncate(scan.end());
        channel.force(true);
      }
      return new Opened(new FramedFile(path, channel, scan), scan.contents());
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  /** Puts {@code contents} in the place of whatever the file at {@code path} holds, atomically. */
  public static void replace(Path path, List<byte[]> contents) throws IOException {
    Path draft = path.resolveSibling(path.getFileName() + ".new");
    Files.deleteIfExists(draft);
    try (FramedFile file = open(draft).file()) {
      if (!contents.isEmpty()) {
        file.write(contents);
      }
    }
    Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(path);
  }

  private static void syncFolder(Path path) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  /** Appends and returns once the bytes are on disk. */
  public void append(byte[] bytes) throws IOException {
    awaitDurable(enqueue(bytes));
  }

  /**
   * Takes the next place in the file; the ticket is for {@link #awaitDurable}. Nothing is on disk
   * yet.
   */
  public Ticket enqueue(byte[] bytes) throws IOException {
    return enqueue(bytes, null).orElseThrow();
  }

  /**
   * As {@link #enqueue(byte[])}, for what means nothing without {@code after}; empty if that was
   * lost.
   */
  public synchronized Optional<Ticket> enqueue(byte[] bytes, @Nullable Ticket after)
      throws IOException {
    if (bytes.length > LENGTH_MAX) {
      throw new IllegalArgumentException("longer than " + LENGTH_MAX + " bytes: " + bytes.length);
    }
    if (waiting.size() >= WAITING_MAX) {
      throw new IOException(path.getFileName() + " takes no more: nobody waits for the disk");
    }
    if (after != null && after.failure != null) {
      return Optional.empty();
    }
    Ticket ticket = new Ticket(bytes);
    waiting.add(ticket);
    return Optional.of(ticket);
  }

  /** Whether this was lost: the disk failed before it was written. */
  public synchronized boolean isLost(Ticket ticket) {
    return ticket.failure != null;
  }

  /**
   * Returns once {@code ticket} and all before it are on disk; writes them if nobody else does.
   *
   * @throws IOException if they were lost; what to do about it is in the sentence
   */
  public void awaitDurable(Ticket ticket) throws IOException {
    List<Ticket> mine;
    synchronized (this) {
      awaitOthers(ticket);
      refuseIfLost(ticket);
      if (ticket.durable) {
        return;
      }
      writing = true;
      mine = waiting;
      waiting = new ArrayList<>();
    }
    IOException failure = null;
    try {
      cutTornEnd();
      write(mine.stream().map(each -> Objects.requireNonNull(each.bytes)).toList());
    } catch (IOException failed) {
      failure = failed;
    }
    synchronized (this) {
      writing = false;
      torn = failure != null;
      for (Ticket each : mine) {
        settle(each, failure);
      }
      if (failure != null) {
        // What was enqueued meanwhile may build on what was lost.
        for (Ticket each : waiting) {
          settle(each, failure);
        }
        waiting.clear();
      }
      notifyAll();
      refuseIfLost(ticket);
    }
  }

  private static void settle(Ticket ticket, @Nullable IOException failure) {
    ticket.durable = failure == null;
    ticket.failure = failure;
    ticket.bytes = null;
  }

  private void awaitOthers(Ticket ticket) throws IOException {
    try {
      while (!ticket.durable && ticket.failure == null && writing) {
        wait();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the disk", stopped);
    }
  }

  /** After a failed write or sync, what the disk holds behind the known end may be anything. */
  private void cutTornEnd() throws IOException {
    if (torn) {
      channel.truncate(end);
      channel.force(true);
    }
  }

  /** Only one thread at a time comes here: the one that set {@code writing}. */
  private void write(List<byte[]> contents) throws IOException {
    ByteBuffer frames = Frames.encode(contents, batch);
    long length = frames.remaining();
    long at = end;
    while (frames.hasRemaining()) {
      at += channel.write(frames, at);
    }
    channel.force(false);
    end += length;
    batch++;
  }

  private void refuseIfLost(Ticket ticket) throws IOException {
    if (ticket.failure != null) {
      throw new IOException(
          path.getFileName()
              + " cannot be written ("
              + ticket.failure.getMessage()
              + "). Free space or replace the disk.",
          ticket.failure);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
