package hotline.bench;

import hotline.line.disclosure.PartyFile;
import hotline.line.terms.PartyTerms;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsDefaults;
import hotline.node.Listen;
import hotline.node.Node;
import hotline.node.NodeConfig;
import hotline.node.TlsConfig;
import hotline.node.api.LineApi;
import hotline.node.api.Pages;
import hotline.node.api.Said;
import hotline.node.feed.TrafficConfig;
import hotline.node.keys.PartyKeys;
import hotline.node.setup.LineFolder;
import hotline.node.tls.TlsIdentity;
import hotline.record.signature.PublicKey;
import hotline.record.statement.LineId;
import hotline.record.statement.Mode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** North, which hosts, and up to four that follow, on loopback, with the default terms in force. */
final class LoopbackLine implements AutoCloseable {
  static final String NORTH = "north";
  static final String SOUTH = "south";
  private static final List<String> NAMES = List.of(NORTH, SOUTH, "east", "west", "centre");
  private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);

  private final Path folder;
  private final boolean tls;
  private final List<String> parties;
  private final Map<String, Integer> ports = new TreeMap<>();
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final LineId line;
  private final Optional<Function<LineApi, Pages>> pages;
  private final TrafficConfig traffic;

  private LoopbackLine(
      Path folder,
      int followers,
      boolean tls,
      Optional<Function<LineApi, Pages>> pages,
      TrafficConfig traffic)
      throws IOException {
    this.folder = folder;
    this.tls = tls;
    this.pages = pages;
    this.traffic = traffic;
    this.parties = NAMES.subList(0, followers + 1);
    parties.forEach(party -> ports.put(party, freePort()));
    for (String party : parties) {
      for (String other : others(party)) {
        PartyFile _ = new LineFolder(folder.resolve(party)).add(export(other));
      }
    }
    var genesis = new LineFolder(folder.resolve(NORTH)).found("Bench", own(NORTH), random);
    for (String party : others(NORTH)) {
      var _ = new LineFolder(folder.resolve(party)).join(genesis.encoded().encode(), own(party));
    }
    this.line = genesis.lineId();
  }

  /** Founds one in {@code folder} and agrees the terms; with {@code follower} South stays up. */
  static LoopbackLine open(Path folder, boolean follower) throws IOException {
    LoopbackLine line = open(folder, 1, false);
    if (!follower) {
      line.stop(SOUTH);
    }
    return line;
  }

  /** Founds one in {@code folder}, agrees the terms, and leaves all up. */
  static LoopbackLine open(Path folder, int followers, boolean tls) throws IOException {
    return agree(new LoopbackLine(folder, followers, tls, Optional.empty(), TrafficConfig.NONE));
  }

  /** North and South, both with pages, and South with live traffic. */
  static LoopbackLine open(Path folder, Function<LineApi, Pages> pages, TrafficConfig traffic)
      throws IOException {
    return agree(new LoopbackLine(folder, 1, false, Optional.of(pages), traffic));
  }

  private static LoopbackLine agree(LoopbackLine line) throws IOException {
    for (String party : line.parties) {
      line.start(party);
    }
    List<PartyTerms> all = new ArrayList<>();
    for (String party : line.parties.stream().sorted().toList()) {
      all.add(LineFolder.terms(line.own(party)));
    }
    Terms terms = TermsDefaults.first(NORTH, all, List.of("transit"), List.of(), List.of());
    Node north = line.north();
    // The host orders nothing before the others have shown their copies.
    await(() -> north.api().line().record().size() >= 1);
    require(north.api().proposeTerms(terms.encode()));
    for (String party : line.others(NORTH)) {
      Node node = line.node(party);
      await(() -> !node.api().terms().isEmpty());
      require(node.api().termsVerb(terms.hash().hex(), "sign", ""));
    }
    await(() -> north.api().terms().stream().anyMatch(each -> each.state().equals("IN_FORCE")));
    return line;
  }

  List<String> others(String party) {
    return parties.stream().filter(each -> !each.equals(party)).toList();
  }

  LineId id() {
    return line;
  }

  Node north() {
    return node(NORTH);
  }

  Node node(String party) {
    return Optional.ofNullable(nodes.get(party)).orElseThrow();
  }

  URI northAddress() {
    return address(NORTH);
  }

  URI address(String party) {
    int port = Optional.ofNullable(ports.get(party)).orElseThrow();
    return URI.create((tls ? "https" : "http") + "://127.0.0.1:" + port);
  }

  /** Where North keeps its keys. */
  Path northFolder() {
    return folder.resolve(NORTH).resolve("keys");
  }

  PartyKeys northKeys() throws IOException {
    return keys(NORTH);
  }

  Map<String, PublicKey> roots() throws IOException {
    return Map.of(NORTH, keys(NORTH).root().publicKey(), SOUTH, keys(SOUTH).root().publicKey());
  }

  void start(String party) throws IOException {
    NodeConfig config = config(party);
    nodes.put(party, pages.isPresent() ? Node.start(config, pages.get()) : Node.start(config));
  }

  void stop(String party) throws IOException {
    Node node = nodes.remove(party);
    if (node != null) {
      node.close();
    }
  }

  private NodeConfig config(String party) {
    Map<String, List<URI>> peers = new TreeMap<>();
    others(party).forEach(other -> peers.put(other, List.of(address(other))));
    int port = Optional.ofNullable(ports.get(party)).orElseThrow();
    return new NodeConfig(
        folder.resolve(party),
        party,
        "a",
        "127.0.0.1",
        tls ? 0 : port,
        NORTH,
        peers,
        List.of("duty"),
        "duty officer",
        Mode.LIVE,
        tls ? new TlsConfig(false, new Listen("127.0.0.1", port), List.of()) : TlsConfig.NONE,
        List.of(),
        party.equals(SOUTH) ? traffic : TrafficConfig.NONE);
  }

  private PartyKeys keys(String party) throws IOException {
    Files.createDirectories(folder.resolve(party));
    return PartyKeys.open(folder.resolve(party).resolve("keys"), random);
  }

  private PartyFile own(String party) throws IOException {
    PartyKeys keys = keys(party);
    return tls
        ? LineFolder.own(
            config(party),
            keys,
            List.of(address(party).toString()),
            Optional.of(
                TlsIdentity.authority(
                    folder.resolve(party), party, InstantSource.system(), random)))
        : LineFolder.own(config(party), keys, List.of());
  }

  private byte[] export(String party) throws IOException {
    return LineFolder.export(own(party), keys(party), InstantSource.system(), random);
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new IllegalStateException("no free port on loopback", none);
    }
  }

  static void require(Said said) {
    if (!said.done()) {
      throw new IllegalStateException(said.sentence());
    }
  }

  static void await(BooleanSupplier holds) {
    long deadlineNs = System.nanoTime() + PATIENCE_NS;
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > deadlineNs) {
        throw new IllegalStateException("the line did not come up within 30 s");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Override
  public void close() throws IOException {
    for (String party : parties.reversed()) {
      stop(party);
    }
  }
}
