package hotline.node.record;

import hotline.node.Times;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When this node had each entry, by its own clock: private, for its own people, evidence for
 * nobody. Eight bytes an entry; the last moments before a crash may be missing. Safe for many
 * threads.
 */
final class ReceiveTimes implements Closeable {
  private static final int WAITING_MAX = 65_536;

  /** Times lost in a row that are looked past. */
  private static final int LOST_MAX = 65_536;

  /** Guarded by this, as is all below. */
  private final FileChannel channel;

  private long written;
  private final List<Long> waiting = new ArrayList<>();

  private ReceiveTimes(FileChannel channel) throws IOException {
    this.channel = channel;
    this.written = channel.size() / Long.BYTES;
  }

  static ReceiveTimes open(Path path) throws IOException {
    return new ReceiveTimes(
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  /** Entry {@code index} came at this time; entries come in order, and again after a restart. */
  synchronized void received(long index, Instant at) throws IOException {
    long next = written + waiting.size();
    if (index < next) {
      return;
    }
    for (long missing = next; missing < index; missing++) {
      waiting.add(0L);
    }
    waiting.add(Times.micros(at));
    if (waiting.size() >= WAITING_MAX) {
      flush();
    }
  }

  /** When it came; nothing if that was lost. */
  synchronized Optional<Instant> of(long index) throws IOException {
    long us = 0;
    if (index >= written && index < written + waiting.size()) {
      us = waiting.get((int) (index - written));
    } else if (index >= 0 && index < written) {
      ByteBuffer at = ByteBuffer.allocate(Long.BYTES);
      us = channel.read(at, index * Long.BYTES) == Long.BYTES ? at.flip().getLong() : 0;
    }
    return us == 0 ? Optional.empty() : Optional.of(Times.instant(us));
  }

  /**
   * How many entries had come by then. Where times were lost, the entry before decides; a clock
   * that was set back makes this as wrong as it made the times.
   */
  synchronized long sizeAt(Instant at) throws IOException {
    long from = 0;
    long to = written + waiting.size();
    while (from < to) {
      long middle = (from + to) >>> 1;
      if (knownAtOrBelow(middle, from).filter(at::isBefore).isPresent()) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }

  private Optional<Instant> knownAtOrBelow(long index, long from) throws IOException {
    for (long i = index; i >= Math.max(from, index - LOST_MAX); i--) {
      Optional<Instant> known = of(i);
      if (known.isPresent()) {
        return known;
      }
    }
    return Optional.empty();
  }

  /** Forgets entries from {@code size} on: they were taken back. */
  synchronized void cutTo(long size) throws IOException {
    flush();
    if (written > size) {
      channel.truncate(size * Long.BYTES);
      written = size;
    }
  }

  synchronized void flush() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(waiting.size() * Long.BYTES);
    waiting.forEach(bytes::putLong);
    bytes.flip();
    long at = written * Long.BYTES;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
    written += waiting.size();
    waiting.clear();
  }

  @Override
  public synchronized void close() throws IOException {
    flush();
    channel.close();
  }
}
