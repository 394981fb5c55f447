package hotline.node.feed;

import hotline.traffic.asterix.Asterix;
import hotline.traffic.pcap.Capture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A capture of ASTERIX datagrams of both categories. */
final class PcapFile implements Recorded {
  private static final int BYTES_MAX = 256 << 20;

  private final Path path;
  private @Nullable Iterator<Capture.Datagram> left;

  PcapFile(String at) {
    path = Path.of(at);
  }

  @Override
  public Optional<Piece> next(Intake into) throws IOException {
    Iterator<Capture.Datagram> datagrams = left;
    if (datagrams == null) {
      Capture capture = Capture.read(bytes());
      into.reject(capture.rejects());
      datagrams = capture.datagrams().iterator();
      left = datagrams;
    }
    if (!datagrams.hasNext()) {
      return Optional.empty();
    }
    Capture.Datagram each = datagrams.next();
    Asterix decoded = Asterix.decode(each.payload(), each.timeUs(), 0);
    into.reject(decoded.rejects());
    return Optional.of(new Piece(each.timeUs(), decoded.reports()));
  }

  private byte[] bytes() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(BYTES_MAX + 1);
      if (bytes.length > BYTES_MAX || !Capture.isCapture(bytes)) {
        throw new IOException(path + " is no capture file of at most 256 MiB.");
      }
      return bytes;
    }
  }

  @Override
  public void close() {
    left = null;
  }
}
