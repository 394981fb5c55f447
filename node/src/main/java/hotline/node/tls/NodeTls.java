package hotline.node.tls;

import hotline.node.Listen;
import hotline.node.NodeConfig;
import hotline.node.RateLimit;
import hotline.node.Troubles;
import hotline.node.peer.PeerTls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The TLS of a running node: towards each party as a client, for the parties' nodes and for the own
 * browsers as a server. Safe for many threads.
 */
public final class NodeTls implements PeerTls {
  /** How long a handshake may take. */
  static final Duration HANDSHAKE_WITHIN = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(NodeTls.class);

  private static final Connections.Limits PEERS = new Connections.Limits(64, 48, Connections.IDLE);
  private static final Connections.Limits BROWSERS =
      new Connections.Limits(256, 0, Connections.IDLE);
  private static final int REFUSALS_LOGGED_A_MINUTE = 10;

  private final TlsIdentity self;
  private final PartyTrust trust;
  private final Troubles troubles;
  private final RateLimit logged =
      new RateLimit(REFUSALS_LOGGED_A_MINUTE, Duration.ofMinutes(1), System::nanoTime);

  /** By party, with the authority that each was made for. Guarded by this. */
  private final Map<String, Calling> calling = new HashMap<>();

  private record Calling(X509Certificate authority, SSLContext context) {}

  private NodeTls(TlsIdentity self, PartyTrust trust, Troubles troubles) {
    this.self = self;
    this.trust = trust;
    this.troubles = troubles;
  }

  /** The TLS of a node with these settings; makes its key and certificate if they are missing. */
  public static NodeTls open(
      NodeConfig config, InstantSource clock, SecureRandom random, Troubles troubles)
      throws IOException {
    TlsIdentity self =
        TlsIdentity.open(
            config.data(),
            new NodeName(config.party(), config.node()),
            hosts(config),
            clock,
            random);
    return new NodeTls(
        self, new PartyTrust(config.data(), self.party(), self.authority(), clock), troubles);
  }

  /** What a browser may call this node: its own machine's names, and the ones of the settings. */
  public static Set<String> hosts(NodeConfig config) throws IOException {
    Set<String> hosts = new LinkedHashSet<>(List.of("localhost", "127.0.0.1", "::1"));
    hosts.addAll(config.tls().addresses());
    boolean everywhere = add(hosts, config.host());
    Listen peers = config.tls().peers();
    if (peers != null) {
      everywhere |= add(hosts, peers.host());
    }
    if (everywhere) {
      NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> !address.isLinkLocalAddress())
          .forEach(address -> hosts.add(number(address)));
    }
    return hosts;
  }

  /** Without the name of the interface that Java writes behind some of IPv6. */
  private static String number(InetAddress address) {
    return address.getHostAddress().replaceAll("%.*", "");
  }

  /** Adds an address that is listened on; true if it stands for all of the machine. */
  private static boolean add(Set<String> hosts, String host) throws IOException {
    if (InetAddress.getByName(host).isAnyLocalAddress()) {
      return true;
    }
    hosts.add(host);
    return false;
  }

  @Override
  public synchronized SSLContext context(String party) throws IOException {
    X509Certificate authority =
        trust.authority(party).orElseThrow(() -> new SSLException(PartyTrust.noAuthority(party)));
    Calling known = calling.get(party);
    if (known != null && known.authority().equals(authority)) {
      return known.context();
    }
    SSLContext context = context(PeerTrustManager.calling(trust, party));
    calling.put(party, new Calling(authority, context));
    return context;
  }

  /**
   * The TLS of a door.
   *
   * @param connections has to be told of every request, and closed with the door
   */
  public record Door(SSLContext context, Connections connections) {}

  /** For the door at which the other parties' nodes come in. */
  public Door forPeers() throws IOException {
    return door(PEERS, true);
  }

  /** For the door at which this party's browsers and systems come in. */
  public Door forPages() throws IOException {
    return door(BROWSERS, false);
  }

  private Door door(Connections.Limits limits, boolean wantsClient) throws IOException {
    Connections connections = new Connections(limits);
    SSLContext base = context(PeerTrustManager.called(trust, new Incoming(connections)));
    return new Door(
        new ServerContext(
            base, new ServerContext.Rules(wantsClient, HANDSHAKE_WITHIN, connections)),
        connections);
  }

  private SSLContext context(TrustManager manager) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance(ServerContext.TLS);
      context.init(new KeyManager[] {new OwnKeys(self)}, new TrustManager[] {manager}, null);
      return context;
    } catch (GeneralSecurityException none) {
      throw new IOException("this Java has no TLS 1.3: " + none.getMessage(), none);
    }
  }

  /** Who is at the other end of a connection that was admitted. */
  public NodeName caller(X509Certificate certificate) throws Untrusted {
    return trust.caller(certificate);
  }

  @Override
  public void failed(String party, IOException why) {
    String sentence = TlsFault.sentence(party, why);
    if (!sentence.isEmpty()) {
      troubles.raise(code(party), sentence);
    }
  }

  @Override
  public void answered(String party) {
    troubles.over(code(party));
  }

  private static String code(String party) {
    return "tls-" + party;
  }

  /** Those who call: a party that is refused is told to people, a stranger to the log. */
  private final class Incoming implements PeerTrustManager.Callers {
    private final Connections connections;

    private Incoming(Connections connections) {
      this.connections = connections;
    }

    @Override
    public void admitted(NodeName node, @Nullable Socket by) throws Untrusted {
      connections.admitted(node, by);
      troubles.over(code(node.party()) + "-calls");
    }

    @Override
    public void refused(Untrusted why) {
      if (why.isVouched()) {
        troubles.raise(code(why.party()) + "-calls", "A call is refused: " + why.getMessage());
      } else if (logged.take("")) {
        LOG.atWarn()
            .addKeyValue("party", why.party())
            .log("a caller was refused: {}", why.getMessage());
      }
    }
  }
}
