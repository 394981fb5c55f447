package hotline.node.line;

import hotline.airspace.Cells;
import hotline.airspace.Outline;
import hotline.airspace.Position;
import hotline.line.disclosure.PartyFile;
import hotline.line.terms.Genesis;
import hotline.line.terms.PartyTerms;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsDefaults;
import hotline.line.terms.Zone;
import hotline.node.Node;
import hotline.node.NodeConfig;
import hotline.node.Pageless;
import hotline.node.Surroundings;
import hotline.node.TlsConfig;
import hotline.node.Waiting;
import hotline.node.api.LineApi;
import hotline.node.api.Requests;
import hotline.node.feed.TrafficConfig;
import hotline.node.keys.PartyKeys;
import hotline.node.peer.PeerEndpoints;
import hotline.node.peer.PeerTransport;
import hotline.node.setup.LineFolder;
import hotline.record.statement.Mode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * North, which hosts, and South and East, which follow, in one process: real nodes on real folders,
 * with ways that a test can bend. All three have the default terms and are in force.
 */
final class ThreeNodes implements AutoCloseable {
  static final String NORTH = "north";
  static final String SOUTH = "south";
  static final String EAST = "east";
  private static final List<String> ALL = List.of(NORTH, SOUTH, EAST);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path folder;
  final SecureRandom random = new SecureRandom();
  private final Map<String, Node> nodes = new ConcurrentHashMap<>();

  /** What others see of a party's node. */
  final Map<String, UnaryOperator<PeerEndpoints>> lies = new ConcurrentHashMap<>();

  private final Terms terms;

  ThreeNodes(Path folder) throws IOException {
    this.folder = folder;
    for (String party : ALL) {
      for (String other : ALL) {
        if (!other.equals(party)) {
          var _ =
              new LineFolder(data(party))
                  .add(
                      LineFolder.export(
                          config(other), keys(other), List.of(), InstantSource.system(), random));
        }
      }
    }
    byte[] genesis =
        new LineFolder(data(NORTH)).found("Three", own(NORTH), random).encoded().encode();
    for (String party : ALL) {
      if (!party.equals(NORTH)) {
        var _ = new LineFolder(data(party)).join(genesis, own(party));
      }
    }
    for (String party : ALL) {
      nodes.put(
          party,
          Pageless.start(
              config(party),
              new Surroundings(InstantSource.system(), random, _ -> new Way(), false)));
    }
    this.terms = agree();
  }

  Path data(String party) {
    return folder.resolve(party);
  }

  PartyKeys keys(String party) throws IOException {
    Files.createDirectories(data(party));
    return PartyKeys.open(data(party).resolve("keys"), random);
  }

  private PartyFile own(String party) throws IOException {
    return LineFolder.own(config(party), keys(party), List.of());
  }

  LineApi api(String party) {
    return Objects.requireNonNull(nodes.get(party)).api();
  }

  Terms terms() {
    return terms;
  }

  Genesis genesis() throws IOException {
    return new LineFolder(data(NORTH)).genesis().orElseThrow();
  }

  private NodeConfig config(String party) {
    Map<String, List<URI>> peers = new HashMap<>();
    ALL.forEach(other -> peers.put(other, List.of(URI.create("http://127.0.0.1:9"))));
    peers.remove(party);
    return new NodeConfig(
        data(party),
        party,
        "a",
        "127.0.0.1",
        0,
        NORTH,
        peers,
        List.of("duty"),
        "duty officer",
        Mode.LIVE,
        TlsConfig.NONE,
        List.of(),
        TrafficConfig.NONE);
  }

  /** Calls the other node's handlers directly. */
  private final class Way implements PeerTransport {
    @Override
    public PeerEndpoints.Answer post(String party, PeerEndpoints.Call call, byte[] body)
        throws IOException {
      return peer(party).post(call, body);
    }

    @Override
    public PeerEndpoints.Answer file(String party, PeerEndpoints.Log log, String path, int bytesMax)
        throws IOException {
      return peer(party).file(log, path);
    }

    private PeerEndpoints peer(String party) throws IOException {
      Node node = nodes.get(party);
      if (node == null) {
        throw new IOException("no way to " + party);
      }
      return lies.getOrDefault(party, honest -> honest).apply(node.peers());
    }

    @Override
    public void close() {}
  }

  private Terms agree() throws IOException {
    List<PartyTerms> parties = new ArrayList<>();
    for (String party : ALL.stream().sorted().toList()) {
      parties.add(LineFolder.terms(own(party)));
    }
    List<Position> corners =
        List.of(
            TwoNodes.at(46.5, 7.5),
            TwoNodes.at(46.5, 8.5),
            TwoNodes.at(47.5, 8.5),
            TwoNodes.at(47.5, 7.5));
    Zone zone = new Zone("west", "West", Cells.covering(new Outline(corners), 10, 64), corners);
    Terms first = TermsDefaults.first(NORTH, parties, List.of("transit"), List.of(zone), List.of());
    until(() -> api(NORTH).line().record().size() >= 1, "the line is founded");
    var _ = TwoNodes.expectDone(api(NORTH).proposeTerms(first.encode()));
    for (String party : List.of(SOUTH, EAST)) {
      until(() -> !api(party).terms().isEmpty(), party + " sees the proposal");
      var _ = TwoNodes.expectDone(api(party).termsVerb(first.hash().hex(), "sign", ""));
    }
    until(() -> ALL.stream().allMatch(each -> isInForce(api(each))), "terms in force");
    for (String party : ALL) {
      var _ =
          TwoNodes.expectDone(
              api(party).status(new Requests.Status("IN_FORCE", null, null, "ready")));
    }
    return first;
  }

  private static boolean isInForce(LineApi api) {
    return api.terms().stream().anyMatch(each -> each.state().equals("IN_FORCE"));
  }

  /** Waits for something that has to come; the only limit is patience. */
  void until(BooleanSupplier holds, String what) {
    Waiting.until(holds, what, PATIENCE, nodes);
  }

  @Override
  public void close() throws IOException {
    for (String party : ALL.reversed()) {
      Node node = nodes.remove(party);
      if (node != null) {
        node.close();
      }
    }
  }
}
