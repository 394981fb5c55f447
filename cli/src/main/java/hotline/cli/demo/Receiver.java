package hotline.cli.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A receiver as stand on roofs: whoever connects on loopback hears BaseStation lines. It has its
 * port from the beginning of the play; it tells nothing before it is given something to tell.
 */
final class Receiver implements AutoCloseable {
  private static final int LISTENERS_MAX = 8;

  private final ServerSocket door;
  private final List<Socket> listeners = new CopyOnWriteArrayList<>();

  private Receiver(ServerSocket door) {
    this.door = door;
  }

  static Receiver open() throws IOException {
    Receiver receiver =
        new Receiver(new ServerSocket(0, LISTENERS_MAX, InetAddress.getLoopbackAddress()));
    Thread.ofVirtual().name("receiver").start(receiver::welcome);
    return receiver;
  }

  /** Where it is, as a feed of {@code hotline.toml} names it. */
  String address() {
    return "127.0.0.1:" + door.getLocalPort();
  }

  int listeners() {
    return listeners.size();
  }

  private void welcome() {
    try {
      while (!door.isClosed()) {
        Socket listener = door.accept();
        if (listeners.size() < LISTENERS_MAX) {
          listeners.add(listener);
        } else {
          listener.close();
        }
      }
    } catch (IOException closed) {
      // The play is over.
    }
  }

  /** Tells these lines to all who listen; who has gone is forgotten. */
  void tell(String lines) {
    byte[] bytes = lines.getBytes(StandardCharsets.US_ASCII);
    listeners.removeIf(listener -> !tell(listener, bytes));
  }

  private static boolean tell(Socket listener, byte[] bytes) {
    try {
      listener.getOutputStream().write(bytes);
      return true;
    } catch (IOException gone) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket listener : listeners) {
      listener.close();
    }
  }
}
