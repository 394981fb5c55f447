package hotline.node.tls;

import hotline.airspace.Cells;
import hotline.airspace.Outline;
import hotline.airspace.Position;
import hotline.line.disclosure.PartyFile;
import hotline.line.terms.ReferencePoint;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsDefaults;
import hotline.line.terms.Zone;
import hotline.node.Listen;
import hotline.node.Node;
import hotline.node.NodeConfig;
import hotline.node.TlsConfig;
import hotline.node.Waiting;
import hotline.node.api.LineApi;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.feed.TrafficConfig;
import hotline.node.keys.PartyKeys;
import hotline.node.setup.LineFolder;
import hotline.record.statement.Mode;
import hotline.testkit.FreePort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** North, which hosts, and South: two real nodes that reach each other over mutual TLS alone. */
final class SecuredPair implements AutoCloseable {
  static final String NORTH = "north";
  static final String SOUTH = "south";
  static final InstantSource CLOCK = InstantSource.system();
  static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  final Path folder;
  private final Map<String, Integer> ports = new TreeMap<>();
  final Map<String, Node> nodes = new TreeMap<>();

  SecuredPair(Path folder) throws IOException {
    this.folder = folder;
    ports.put(NORTH, FreePort.next());
    ports.put(SOUTH, FreePort.next());
    LineFolder north = new LineFolder(data(NORTH));
    LineFolder south = new LineFolder(data(SOUTH));
    var _ = north.add(export(SOUTH));
    var _ = south.add(export(NORTH));
    var _ = south.join(north.found("Secured", own(NORTH), RANDOM).encoded().encode(), own(SOUTH));
  }

  /** Lets a guest in: it holds the parties' files and the line, and they hold its file. */
  void visit(String guest) throws IOException {
    ports.put(guest, FreePort.next());
    LineFolder folder = new LineFolder(data(guest));
    for (String party : List.of(NORTH, SOUTH)) {
      var _ = folder.add(export(party));
      var _ = new LineFolder(data(party)).add(export(guest));
    }
    var _ = folder.visit(Files.readAllBytes(data(NORTH).resolve(LineFolder.GENESIS)), own(guest));
  }

  Path data(String party) {
    return folder.resolve(party);
  }

  /** What a party hands to the others now. */
  byte[] export(String party) throws IOException {
    return LineFolder.export(own(party), keys(party), CLOCK, RANDOM);
  }

  private PartyKeys keys(String party) throws IOException {
    Files.createDirectories(data(party));
    return PartyKeys.open(data(party).resolve("keys"), RANDOM);
  }

  PartyFile own(String party) throws IOException {
    Files.createDirectories(data(party));
    return LineFolder.own(
        config(party),
        keys(party),
        List.of(at(party).toString()),
        Optional.of(TlsIdentity.authority(data(party), party, CLOCK, RANDOM)));
  }

  int port(String party) {
    return Optional.ofNullable(ports.get(party)).orElseThrow();
  }

  URI at(String party) {
    return URI.create("https://127.0.0.1:" + port(party));
  }

  NodeConfig config(String party) {
    Map<String, List<URI>> others = new TreeMap<>();
    ports.keySet().forEach(each -> others.put(each, List.of(at(each))));
    others.remove(party);
    return new NodeConfig(
        data(party),
        party,
        "a",
        "127.0.0.1",
        0,
        NORTH,
        others,
        List.of("duty"),
        "duty officer",
        Mode.LIVE,
        new TlsConfig(true, new Listen("127.0.0.1", port(party)), List.of()),
        List.of(),
        TrafficConfig.NONE);
  }

  SecuredPair start() throws IOException {
    start(NORTH);
    start(SOUTH);
    return this;
  }

  void start(String party) throws IOException {
    nodes.put(party, Node.start(config(party)));
  }

  void stop(String party) throws IOException {
    Node node = nodes.remove(party);
    if (node != null) {
      node.close();
    }
  }

  LineApi api(String party) {
    return Optional.ofNullable(nodes.get(party)).orElseThrow().api();
  }

  /** Agrees default terms and puts both channels in force. */
  SecuredPair agree() throws IOException {
    List<Position> corners =
        List.of(
            new Position(46_500_000_000L, 7_500_000_000L),
            new Position(46_500_000_000L, 8_500_000_000L),
            new Position(47_500_000_000L, 8_500_000_000L),
            new Position(47_500_000_000L, 7_500_000_000L));
    Terms terms =
        TermsDefaults.first(
            NORTH,
            List.of(LineFolder.terms(own(NORTH)), LineFolder.terms(own(SOUTH))),
            List.of("transit"),
            List.of(
                new Zone("west", "West", Cells.covering(new Outline(corners), 10, 64), corners)),
            List.of(
                new ReferencePoint(
                    "zrh", "Zurich", new Position(47_458_000_000L, 8_548_000_000L))));
    untilFounded();
    done(api(NORTH).proposeTerms(terms.encode()));
    until(() -> !api(SOUTH).terms().isEmpty(), "south sees the proposal");
    done(api(SOUTH).termsVerb(terms.hash().hex(), "sign", ""));
    for (String party : List.of(NORTH, SOUTH)) {
      until(
          () -> api(party).terms().stream().anyMatch(each -> each.state().equals("IN_FORCE")),
          "terms in force at " + party);
      done(api(party).status(new Requests.Status("IN_FORCE", null, null, "ready")));
    }
    return this;
  }

  static Said done(Said said) {
    if (!said.done()) {
      throw new AssertionError(said);
    }
    return said;
  }

  /** Whether a trouble is told here, with these words in it. */
  boolean says(String party, String code, String words) {
    return api(party).line().troubles().stream()
        .anyMatch(each -> each.code().equals(code) && each.sentence().contains(words));
  }

  boolean isQuiet(String party, String code) {
    return api(party).line().troubles().stream().noneMatch(each -> each.code().equals(code));
  }

  /** Waits until the first entry is there and published: a record is read by its checkpoint. */
  void untilFounded() {
    until(() -> Files.exists(data(NORTH).resolve("record/checkpoint")), "the line is founded");
  }

  /** Waits for something that has to come; the only limit is patience. */
  void until(BooleanSupplier holds, String what) {
    Waiting.until(holds, what, PATIENCE, nodes);
  }

  @Override
  public void close() throws IOException {
    stop(SOUTH);
    stop(NORTH);
  }
}
