package hotline.node.peer;

import java.io.Closeable;
import java.io.IOException;

/**
 * Carries this node's calls to the other parties' nodes. What comes back is hostile. Safe for use
 * by many threads; an urgent call never waits behind another kind.
 */
public interface PeerTransport extends Closeable {
  /**
   * Posts {@code body} to a party's node.
   *
   * @throws IOException if the node cannot be reached or did not answer in time; whether it has the
   *     body is then unknown
   */
  PeerEndpoints.Answer post(String party, PeerEndpoints.Call call, byte[] body) throws IOException;

  /**
   * Reads a file of one of a party's logs: at most {@code bytesMax + 1} bytes, so that one too long
   * is seen as such.
   *
   * @throws IOException as for {@link #post}
   */
  PeerEndpoints.Answer file(String party, PeerEndpoints.Log log, String path, int bytesMax)
      throws IOException;
}
