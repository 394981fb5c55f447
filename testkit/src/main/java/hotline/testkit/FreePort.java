package hotline.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port of loopback that is chosen now and listened on later. It lies below those that systems
 * give to outgoing connections: one that port 0 gave can be somebody's before it is listened on.
 * Each process has a range of its own, so that two of them never choose the same.
 */
public final class FreePort {
  private static final int FIRST = 20_000;
  private static final int RANGES = 24;
  private static final int PORTS = 500;

  /** Whoever listens on the first port of a range has it, as long as the process lives. */
  private static final ServerSocket RANGE = range();

  private static final AtomicInteger NEXT = new AtomicInteger();

  private FreePort() {}

  private static ServerSocket range() {
    IOException last = new IOException("no range was tried");
    for (int range = 0; range < RANGES; range++) {
      try {
        return listen(FIRST + range * PORTS);
      } catch (IOException taken) {
        last = taken;
      }
    }
    throw new UncheckedIOException("every range of ports is another's", last);
  }

  private static ServerSocket listen(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }

  /**
   * The next one; the same is not given again before all others of the range.
   *
   * @throws IOException if none of them is free
   */
  public static int next() throws IOException {
    IOException last = new IOException("no port was tried");
    for (int tries = 1; tries < PORTS; tries++) {
      int port = RANGE.getLocalPort() + 1 + NEXT.getAndIncrement() % (PORTS - 1);
      try (ServerSocket free = listen(port)) {
        return free.getLocalPort();
      } catch (IOException taken) {
        last = taken;
      }
    }
    throw last;
  }
}
