package hotline.node.web;

import hotline.node.peer.PeerEndpoints;
import hotline.node.peer.PeerGate;
import hotline.node.tls.NodeTls;
import hotline.node.tls.Untrusted;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;

/**
 * The door of the other parties' nodes: {@code /peer/v1} and nothing else, over mutual TLS. Whoever
 * has no certificate of a party does not get as far as a request.
 */
public final class PeerServer implements AutoCloseable {
  private static final Duration BODY_TIME = Duration.ofSeconds(10);
  private static final long BODY_BYTES_MAX = 65_537;

  private final PeerRoutes routes;
  private final NodeTls tls;
  private final NodeTls.Door door;
  private final WebServer server;

  private PeerServer(InetSocketAddress address, NodeTls tls, PeerEndpoints peers, PeerGate gate)
      throws IOException {
    this.routes = new PeerRoutes(peers, gate);
    this.tls = tls;
    this.door = tls.forPeers();
    this.server =
        Listener.of(address, "--peer-listen", door.context(), BODY_BYTES_MAX, this::handle);
  }

  /** Starts listening; says so if the port is taken. */
  public static PeerServer start(
      InetSocketAddress address, NodeTls tls, PeerEndpoints peers, PeerGate gate)
      throws IOException {
    PeerServer server = new PeerServer(address, tls, peers, gate);
    server.server.start();
    return server;
  }

  private void handle(ServerRequest request, ServerResponse response) {
    door.connections()
        .during(
            request.remotePeer().address(),
            () -> Exchange.handle(request, response, asked -> Optional.of(answer(asked))));
  }

  private Outgoing answer(ServerRequest request) {
    String party = caller(request);
    Incoming incoming = Exchange.incoming(request, BODY_TIME);
    return PeerRoutes.below(incoming)
        .map(below -> routes.handle(party, incoming, below))
        .orElseThrow(() -> Route.missing("address"));
  }

  /** Looked at with every request: a certificate may run out, or be replaced, while it is used. */
  private String caller(ServerRequest request) {
    Certificate[] chain = request.remotePeer().tlsCertificates().orElse(new Certificate[0]);
    if (chain.length == 0 || !(chain[0] instanceof X509Certificate certificate)) {
      throw Problem.of(401, "no-certificate", "Show the certificate of a party's node.").refusal();
    }
    try {
      return tls.caller(certificate).party();
    } catch (Untrusted refused) {
      throw Problem.of(401, "certificate", String.valueOf(refused.getMessage())).refusal();
    }
  }

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
    door.connections().close();
  }
}
