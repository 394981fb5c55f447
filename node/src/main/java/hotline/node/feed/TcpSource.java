package hotline.node.feed;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Locale;

/**
 * A stream over TCP. A connection that says nothing for a minute is given up: one whose other end
 * is gone looks just like that.
 */
final class TcpSource implements Source {
  private static final int CONNECT_MS = 5_000;
  private static final int SILENCE_MS = 60_000;
  private static final int PIECE = 16_384;

  private final FeedConfig.Endpoint end;
  private final ByteReader reader;
  private final Socket socket = new Socket();

  TcpSource(FeedConfig.Endpoint end, ByteReader reader) {
    this.end = end;
    this.reader = reader;
  }

  @Override
  public void read(Intake into, Runnable opened) throws IOException {
    InetSocketAddress address = new InetSocketAddress(end.host(), end.port());
    if (address.isUnresolved()) {
      throw new IOException("There is no host " + end.host() + ".");
    }
    socket.connect(address, CONNECT_MS);
    socket.setSoTimeout(SILENCE_MS);
    opened.run();
    InputStream in = socket.getInputStream();
    byte[] piece = new byte[PIECE];
    try {
      for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
        reader.take(piece, length, into);
      }
    } catch (SocketTimeoutException silent) {
      throw new IOException(
          String.format(Locale.ROOT, "Nothing came for %,d s.", SILENCE_MS / 1000), silent);
    }
  }

  @Override
  public void close() {
    Closing.quietly(socket);
  }
}
