package hotline.node.stick;

import hotline.node.Times;
import hotline.node.store.FramedFile;
import hotline.node.store.StatementFrames;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/*
 * Frames: BROUGHT, when (µs, 8 bytes), the statement.
 */
/**
 * What came by stick before it came in any other way: kept, so that it is shown as such for as long
 * as this book goes back. Safe for use by many threads.
 */
public final class StickBook implements Closeable {
  /** So many are kept; then the oldest makes room. */
  private static final int KEPT_MAX = 10_000;

  private static final byte BROUGHT = 1;

  /** One statement, and when it came. */
  public record Brought(Statement statement, Instant at) {}

  private final FramedFile file;

  /** Oldest first; guarded by this. */
  private final Map<StatementId, Brought> all;

  private StickBook(FramedFile file, Map<StatementId, Brought> all) {
    this.file = file;
    this.all = all;
  }

  /** Opens the book's file, or a new one. */
  public static StickBook open(Path path) throws IOException {
    FramedFile.Opened opened = FramedFile.open(path);
    Map<StatementId, Brought> all = new LinkedHashMap<>();
    for (byte[] frame : opened.contents()) {
      Brought brought =
          brought(ByteBuffer.wrap(frame))
              .orElseThrow(() ->
                  new IOException(
                      path + " holds what this version does not know; use the version before"));
      all.put(brought.statement().id(), brought);
    }
    if (all.size() <= KEPT_MAX) {
      return new StickBook(opened.file(), all);
    }
    opened.file().close();
    shorten(all);
    FramedFile.replace(path, all.values().stream().map(StickBook::frame).toList());
    return new StickBook(FramedFile.open(path).file(), all);
  }

  private static void shorten(Map<StatementId, Brought> all) {
    while (all.size() > KEPT_MAX) {
      all.remove(all.keySet().iterator().next());
    }
  }

  private static Optional<Brought> brought(ByteBuffer frame) {
    if (frame.remaining() < 1 + Long.BYTES || frame.get() != BROUGHT) {
      return Optional.empty();
    }
    Instant at = Times.instant(frame.getLong());
    return StatementFrames.statement(frame).map(statement -> new Brought(statement, at));
  }

  private static byte[] frame(Brought one) {
    byte[] at = ByteBuffer.allocate(Long.BYTES).putLong(Times.micros(one.at())).array();
    return StatementFrames.of(BROUGHT, at, one.statement().bytes());
  }

  /** Keeps one that was not known here; on disk when this returns. */
  public void keep(Brought one) throws IOException {
    synchronized (this) {
      if (all.putIfAbsent(one.statement().id(), one) != null) {
        return;
      }
      shorten(all);
    }
    try {
      file.append(frame(one));
    } catch (IOException failed) {
      synchronized (this) {
        all.remove(one.statement().id());
      }
      throw failed;
    }
  }

  /** How a statement came by stick, if it did. */
  public synchronized Optional<Brought> of(StatementId id) {
    return Optional.ofNullable(all.get(id));
  }

  /** All of it, newest first. */
  public synchronized List<Brought> all() {
    return new ArrayList<>(all.values()).reversed();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
