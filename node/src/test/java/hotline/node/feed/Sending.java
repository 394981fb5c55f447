package hotline.node.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A receiver's TCP port on loopback, for one reader at a time. */
final class Sending implements AutoCloseable {
  private final ServerSocket server;

  Sending() throws IOException {
    server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
  }

  String at() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** The next connection of the feed. */
  Socket accept() throws IOException {
    return server.accept();
  }

  static void text(Socket to, String text) throws IOException {
    OutputStream out = to.getOutputStream();
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
