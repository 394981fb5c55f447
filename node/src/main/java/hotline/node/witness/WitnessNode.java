package hotline.node.witness;

import hotline.node.Listen;
import hotline.node.NodeConfig;
import hotline.node.Troubles;
import hotline.node.peer.PeerGate;
import hotline.node.tls.NodeTls;
import hotline.node.web.PeerServer;
import hotline.node.web.WitnessServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A witness that listens: over mutual TLS where its settings say so, else on this machine alone.
 */
public final class WitnessNode implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(WitnessNode.class);

  private final LineWitness witness;
  private final Door door;

  /** Where others come in. */
  private record Door(int port, Runnable closing) {}

  private WitnessNode(LineWitness witness, Door door) {
    this.witness = witness;
    this.door = door;
  }

  /**
   * Starts the witness of these settings.
   *
   * @throws IOException if it cannot run; the message says what to do
   */
  public static WitnessNode start(NodeConfig config, InstantSource clock, SecureRandom random)
      throws IOException {
    LineWitness witness = LineWitness.open(config, clock, random);
    try {
      return new WitnessNode(witness, open(config, witness, clock, random));
    } catch (IOException | RuntimeException failed) {
      witness.close();
      throw failed;
    }
  }

  private static Door open(
      NodeConfig config, LineWitness witness, InstantSource clock, SecureRandom random)
      throws IOException {
    Listen peers = config.tls().peers();
    if (peers == null) {
      WitnessServer server =
          WitnessServer.start(address(config.host(), config.port()), witness.peers());
      return new Door(server.port(), server::close);
    }
    NodeTls tls =
        NodeTls.open(
            config, clock, random, new Troubles(clock, () -> LOG.warn("see what TLS refused")));
    PeerServer server =
        PeerServer.start(address(peers.host(), peers.port()), tls, witness.peers(), new PeerGate());
    return new Door(server.port(), server::close);
  }

  private static InetSocketAddress address(String host, int port) throws IOException {
    return new InetSocketAddress(InetAddress.getByName(host), port);
  }

  /** What it holds. */
  public LineWitness witness() {
    return witness;
  }

  /** Where it listens. */
  public int port() {
    return door.port();
  }

  @Override
  public void close() throws IOException {
    door.closing().run();
    witness.close();
  }
}
