package hotline.node.web;

import hotline.node.tls.NodeTls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where and as whom a node listens.
 *
 * @param host an address, by name or number; without TLS a loopback one
 * @param port 0 takes a free one
 * @param token the file of the API token
 * @param party whose node it is
 * @param node the node's name in the party
 * @param bodyTime within which the body of a request has to arrive
 * @param secured how the page and the API are, and the peers elsewhere; {@code null}: one port for
 *     all, in clear
 * @param peersHere whether the other parties' nodes come in here as well
 */
public record Settings(
    String host,
    int port,
    Path token,
    String party,
    String node,
    Duration bodyTime,
    @Nullable Secured secured,
    boolean peersHere) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");

  private static final Duration BODY_TIME = Duration.ofSeconds(20);

  /**
   * TLS of the page and the API.
   *
   * @param hosts the names and numbers in the certificate: what a browser may ask for
   */
  public record Secured(NodeTls.Door door, Set<String> hosts) {}

  /** Refuses what cannot be listened on. */
  public Settings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("no such port: " + port);
    }
    if (!NAME.matcher(party).matches() || !NAME.matcher(node).matches()) {
      throw new IllegalArgumentException("not a name: " + party + ", " + node);
    }
  }

  /** In clear, with the peers. */
  public Settings(String host, int port, Path token, String party, String node, Duration bodyTime) {
    this(host, port, token, party, node, bodyTime, null, true);
  }

  /** The folder of the token, with the accounts of the node's people. */
  Path data() {
    return token.toAbsolutePath().resolveSibling("");
  }

  /** With the usual waiting time. */
  public Settings(String host, int port, Path token, String party, String node) {
    this(host, port, token, party, node, BODY_TIME);
  }

  /** The same, with the page and the API secured or not, and the peers here or not. */
  public Settings with(@Nullable Secured how, boolean peersAsWell) {
    return new Settings(host, port, token, party, node, bodyTime, how, peersAsWell);
  }

  /** The address to bind; refuses every address that other machines can reach in clear. */
  InetSocketAddress address() throws IOException {
    try {
      InetAddress address = InetAddress.getByName(host);
      if (secured == null && !address.isLoopbackAddress()) {
        throw new IOException(
            "refusing to listen on "
                + host
                + ": without TLS only this machine may connect; use 127.0.0.1");
      }
      return new InetSocketAddress(address, port);
    } catch (UnknownHostException unknown) {
      throw new IOException("cannot listen on " + host + ": no such host", unknown);
    }
  }
}
