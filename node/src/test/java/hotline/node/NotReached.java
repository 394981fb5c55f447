package hotline.node;

import hotline.node.peer.PeerEndpoints;
import hotline.node.peer.PeerTransport;
import java.io.IOException;

/** A way that leads nowhere. */
public final class NotReached implements PeerTransport {
  @Override
  public PeerEndpoints.Answer post(String party, PeerEndpoints.Call call, byte[] body)
      throws IOException {
    throw new IOException("no way to " + party);
  }

  @Override
  public PeerEndpoints.Answer file(String party, PeerEndpoints.Log log, String path, int bytesMax)
      throws IOException {
    throw new IOException("no way to " + party);
  }

  @Override
  public void close() {}
}
