package hotline.node.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A body that has to be read within a time. The server's sockets know no such limit, so a reader
 * that waits too long is interrupted, which closes its connection.
 */
final class TimedBody extends InputStream {
  private static final ScheduledExecutorService WATCH =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("late-bodies").factory());

  private final InputStream body;
  private final long timeNs;

  /** 0 until the first read. */
  private long endNs;

  TimedBody(InputStream body, Duration time) {
    this.body = body;
    this.timeNs = time.toNanos();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] part, int from, int length) throws IOException {
    long now = System.nanoTime();
    if (endNs == 0) {
      endNs = now + timeNs;
    }
    if (endNs - now <= 0) {
      throw new IOException("too slow");
    }
    Waiting waiting = new Waiting(Thread.currentThread());
    Future<?> late = WATCH.schedule(waiting::giveUp, endNs - now, TimeUnit.NANOSECONDS);
    try {
      return body.read(part, from, length);
    } finally {
      late.cancel(false);
      waiting.over();
    }
  }

  /** One read, which is interrupted only while it lasts. */
  private static final class Waiting {
    private final Thread reader;
    private boolean over;
    private boolean interrupted;

    Waiting(Thread reader) {
      this.reader = reader;
    }

    synchronized void giveUp() {
      if (!over) {
        interrupted = true;
        reader.interrupt();
      }
    }

    synchronized void over() {
      over = true;
      if (interrupted) {
        var _ = Thread.interrupted();
      }
    }
  }
}
