package hotline.node;

import hotline.node.peer.HttpPeerTransport;
import hotline.node.peer.PeerTransport;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;

/**
 * The world around a node, which tests and the simulator replace.
 *
 * @param transport makes the way to the other parties' nodes, from their addresses
 * @param listens whether the node opens a port
 */
public record Surroundings(
    InstantSource clock,
    SecureRandom random,
    Function<Map<String, URI>, PeerTransport> transport,
    boolean listens) {
  /** The real one. */
  public static Surroundings real() {
    return new Surroundings(
        InstantSource.system(), new SecureRandom(), HttpPeerTransport::new, true);
  }
}
