package hotline.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way of one node to another: a port of its own that leads there, and that can be cut. */
final class Way implements Closeable {
  private static final int CONNECT_WITHIN_MS = 1_000;

  private final ServerSocket door;
  private final int to;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  /** To whatever listens on a port of loopback, now or later. */
  Way(int to) throws IOException {
    this.to = to;
    this.door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  URI address() {
    return URI.create("https://127.0.0.1:" + door.getLocalPort());
  }

  /** Breaks every connection off and lets none through. */
  void cut() {
    cut = true;
    open.forEach(Way::close);
  }

  /** Lets new connections through. */
  void mend() {
    cut = false;
  }

  private void accept() {
    try {
      while (true) {
        Socket from = door.accept();
        Thread.ofVirtual().start(() -> lead(from));
      }
    } catch (IOException closed) {
      // The end.
    }
  }

  private void lead(Socket from) {
    try (from;
        Socket there = new Socket()) {
      open.add(from);
      open.add(there);
      if (cut) {
        return;
      }
      there.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), to), CONNECT_WITHIN_MS);
      Thread back = Thread.ofVirtual().start(() -> pour(there, from));
      pour(from, there);
      back.join();
    } catch (IOException broken) {
      // As any way may be.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(from);
    }
  }

  /** Until one end closes, which then closes both. */
  private void pour(Socket from, Socket into) {
    byte[] bytes = new byte[8192];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = into.getOutputStream();
      for (int n = in.read(bytes); n >= 0 && !cut; n = in.read(bytes)) {
        out.write(bytes, 0, n);
      }
    } catch (IOException broken) {
      // As any way may be.
    } finally {
      close(from);
      close(into);
      open.remove(into);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // That is what was wanted.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
  }
}
