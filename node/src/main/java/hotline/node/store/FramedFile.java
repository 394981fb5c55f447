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
import org.jspecify.annotations.Nullable;

/**
 * An append-only file of byte strings that survives a crash at any byte: what {@link #append}
 * returned for is there, in order; what it did not return for is there whole or not at all. Safe
 * for use by many threads; those who append together share one sync.
 */
public final class FramedFile implements Closeable {
  /** The longest byte string. */
  public static final int LENGTH_MAX = 1 << 20;

  private final Path path;
  private final FileChannel channel;

  /** Appended and not yet written, oldest first. Guarded by this, as is all below. */
  private List<byte[]> waiting = new ArrayList<>();

  private long enqueued;
  private long durable;
  private long batch;
  private long end;
  private boolean writing;
  private @Nullable IOException broken;

  private FramedFile(Path path, FileChannel channel, Frames.Scan scan) {
    this.path = path;
    this.channel = channel;
    this.batch = scan.batches();
    this.end = scan.end();
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
  public synchronized long enqueue(byte[] bytes) throws IOException {
    if (bytes.length > LENGTH_MAX) {
      throw new IllegalArgumentException("longer than " + LENGTH_MAX + " bytes: " + bytes.length);
    }
    refuseIfBroken();
    waiting.add(bytes.clone());
    return ++enqueued;
  }

  /** The ticket of the last that was enqueued. */
  public synchronized long enqueued() {
    return enqueued;
  }

  /** Returns once everything up to {@code ticket} is on disk; writes it if nobody else does. */
  public void awaitDurable(long ticket) throws IOException {
    List<byte[]> mine;
    synchronized (this) {
      awaitOthers(ticket);
      refuseIfBroken();
      if (durable >= ticket) {
        return;
      }
      writing = true;
      mine = waiting;
      waiting = new ArrayList<>();
    }
    IOException failure = null;
    try {
      write(mine);
    } catch (IOException failed) {
      failure = failed;
    }
    synchronized (this) {
      writing = false;
      notifyAll();
      if (failure != null) {
        broken = failure;
        refuseIfBroken();
      }
      durable += mine.size();
    }
  }

  private synchronized void awaitOthers(long ticket) throws IOException {
    try {
      while (durable < ticket && writing && broken == null) {
        wait();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the disk", stopped);
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

  /**
   * After a failed write or sync nothing more is written: what the disk holds is unknown until the
   * file is read again.
   */
  private void refuseIfBroken() throws IOException {
    if (broken != null) {
      throw new IOException(
          path.getFileName()
              + " cannot be written ("
              + broken.getMessage()
              + "). Free space or replace the disk, then start the node again.",
          broken);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
