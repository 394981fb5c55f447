package hotline.node.peer;

import java.io.IOException;
import javax.net.ssl.SSLContext;

/** How calls to other parties are secured. Safe for many threads. */
public interface PeerTls {
  /**
   * What a call to {@code party} has to be made with: it shows this node's certificate and takes
   * that party's alone. Another object as soon as that party's authority is another.
   *
   * @throws IOException if no authority of the party is known
   */
  SSLContext context(String party) throws IOException;

  /** A call to {@code party} came to nothing; whether TLS is at fault is in {@code why}. */
  void failed(String party, IOException why);

  /** A call to {@code party} was answered. */
  void answered(String party);
}
