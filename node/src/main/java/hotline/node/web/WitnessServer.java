package hotline.node.web;

import hotline.node.peer.PeerEndpoints;
import hotline.node.peer.PeerGate;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/** The door of a witness in clear: {@code /peer/v1} and nothing else, on loopback alone. */
public final class WitnessServer implements AutoCloseable {
  private static final Duration BODY_TIME = Duration.ofSeconds(10);

  private final PeerRoutes routes;
  private final WebServer server;

  private WitnessServer(InetSocketAddress address, PeerEndpoints peers) throws IOException {
    this.routes = new PeerRoutes(peers, new PeerGate());
    this.server =
        Listener.of(
            address,
            "--listen",
            null,
            PeerEndpoints.Call.ADD_CHECKPOINT.bodyMax() + 1L,
            (request, response) ->
                Exchange.handle(request, response, asked -> Optional.of(answer(asked))));
  }

  /** Starts listening; refuses an address that other machines can reach, or that is taken. */
  public static WitnessServer start(InetSocketAddress address, PeerEndpoints peers)
      throws IOException {
    if (!address.getAddress().isLoopbackAddress()) {
      throw new IOException(
          "refusing to listen on "
              + address
              + ": without TLS only this machine may connect; give --peer-listen");
    }
    WitnessServer server = new WitnessServer(address, peers);
    server.server.start();
    return server;
  }

  private Outgoing answer(ServerRequest request) {
    Incoming incoming = Exchange.incoming(request, BODY_TIME);
    return PeerRoutes.below(incoming)
        .map(below -> routes.handle(incoming, below))
        .orElseThrow(() -> Route.missing("address"));
  }

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }
}
