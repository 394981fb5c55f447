package hotline.node.web;

import hotline.node.tls.Connections;
import io.helidon.common.tls.Tls;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A port that is listened on by HTTP/1.1, one virtual thread a connection, all of it bounded. */
final class Listener {
  private static final int CONNECTIONS_MAX = 512;
  private static final int HEADERS_MAX = 16_384;
  private static final int ADDRESS_MAX = 4_096;

  private Listener() {}

  /**
   * A server that is not started yet; says so if the port is taken.
   *
   * @param flag the setting that names another address
   * @param tls {@code null} for clear text
   */
  static WebServer of(
      InetSocketAddress address,
      String flag,
      @Nullable SSLContext tls,
      long bodyBytesMax,
      Handler handler)
      throws IOException {
    requireFree(address, flag);
    WebServerConfig.Builder server =
        WebServer.builder()
            .host(address.getHostString())
            .address(address.getAddress())
            .port(address.getPort())
            .shutdownHook(false)
            .maxTcpConnections(CONNECTIONS_MAX)
            .idleConnectionTimeout(Connections.IDLE)
            .idleConnectionPeriod(Connections.IDLE.dividedBy(4))
            .maxPayloadSize(bodyBytesMax)
            // Without tcpNoDelay, small events wait for the reader's delayed acknowledgement.
            .connectionOptions(o -> o.tcpNoDelay(true))
            .addProtocol(
                Http1Config.builder()
                    .maxHeadersSize(HEADERS_MAX)
                    .maxPrologueLength(ADDRESS_MAX)
                    .build())
            .routing(routing -> routing.any(handler));
    if (tls != null) {
      // By channels, this server would look up the name of whoever connects before it answers.
      server.useNio(false).tls(Tls.builder().sslContext(tls).build());
    }
    return server.build();
  }

  /** Asks for the port before the server does, whose own complaint is a page of stack trace. */
  private static void requireFree(InetSocketAddress address, String flag) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(address);
    } catch (BindException taken) {
      throw new IOException(
          "port "
              + address.getPort()
              + " on "
              + address.getHostString()
              + " is in use, or not of this machine: stop what listens there, or choose another"
              + " with "
              + flag,
          taken);
    }
  }
}
