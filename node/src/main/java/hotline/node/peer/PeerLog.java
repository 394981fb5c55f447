package hotline.node.peer;

import hotline.record.tiles.TileSource;
import java.io.IOException;
import java.util.Optional;

/** A log as another party's node serves it; nothing in it is believed before it is checked. */
public record PeerLog(PeerTransport transport, String party, PeerEndpoints.Log log)
    implements TileSource {
  @Override
  public Optional<byte[]> read(String path, int bytesMax) throws IOException {
    PeerEndpoints.Answer answer = transport.file(party, log, path, bytesMax);
    return switch (answer.status()) {
      case 200 -> Optional.of(answer.body());
      case 404 -> Optional.empty();
      default -> throw new IOException(party + " answered " + answer.status() + " for " + path);
    };
  }
}
