package hotline.node.line;

import hotline.airspace.Cells;
import hotline.airspace.Outline;
import hotline.airspace.Position;
import hotline.line.disclosure.PartyFile;
import hotline.line.terms.AgreedLine;
import hotline.line.terms.PartyTerms;
import hotline.line.terms.ReferencePoint;
import hotline.line.terms.Seats;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsDefaults;
import hotline.line.terms.ThirdParty;
import hotline.line.terms.Zone;
import hotline.node.Node;
import hotline.node.NodeConfig;
import hotline.node.OutsideWitness;
import hotline.node.Pageless;
import hotline.node.Surroundings;
import hotline.node.TlsConfig;
import hotline.node.Waiting;
import hotline.node.api.LineApi;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.Views;
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
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * North, which hosts, and South, in one process: real nodes on real folders, with a way between
 * them that a test can cut.
 */
final class TwoNodes implements AutoCloseable {
  static final String NORTH = "north";
  static final String SOUTH = "south";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final Path folder;
  final SecureRandom random = new SecureRandom();
  final Map<String, Node> nodes = new ConcurrentHashMap<>();
  final Map<String, Boolean> cut = new ConcurrentHashMap<>();
  private final Map<String, UnaryOperator<PeerEndpoints>> lies = new ConcurrentHashMap<>();
  private final AtomicLong aheadSeconds = new AtomicLong();
  final InstantSource clock = () -> Instant.now().plusSeconds(aheadSeconds.get());

  TwoNodes(Path folder) throws IOException {
    this.folder = folder;
    LineFolder north = new LineFolder(data(NORTH));
    LineFolder south = new LineFolder(data(SOUTH));
    var _ = north.add(export(SOUTH));
    var _ = south.add(export(NORTH));
    byte[] genesis = north.found("North-South", own(NORTH), random).encoded().encode();
    var _ = south.join(genesis, own(SOUTH));
  }

  Path data(String party) {
    return folder.resolve(party);
  }

  private PartyKeys keys(String party) throws IOException {
    Files.createDirectories(data(party));
    return PartyKeys.open(data(party).resolve("keys"), random);
  }

  /** The keys of anyone, party or guest. */
  PartyFile own(String party) throws IOException {
    return LineFolder.own(config(party), keys(party), List.of());
  }

  byte[] export(String party) throws IOException {
    return LineFolder.export(config(party), keys(party), List.of(), clock, random);
  }

  /** Whom North asks to cosign besides South. */
  final Map<String, PeerEndpoints> witnesses = new ConcurrentHashMap<>();

  /** A guest's folder has joined the line, as none of its parties. */
  void visit(String guest) throws IOException {
    LineFolder folder = new LineFolder(data(guest));
    for (String party : List.of(NORTH, SOUTH)) {
      var _ = folder.add(export(party));
    }
    byte[] genesis = Files.readAllBytes(data(NORTH).resolve(LineFolder.GENESIS));
    var _ = folder.visit(genesis, own(guest));
  }

  /** Witnesses that are no nodes, which North asks too. */
  final List<OutsideWitness> outside = new CopyOnWriteArrayList<>();

  /** What North sees of the sky, if it starts from now on. */
  volatile TrafficConfig northTraffic = TrafficConfig.NONE;

  /** Whether nodes that start from now on serve HTTP. */
  volatile boolean listening;

  NodeConfig config(String party) {
    String other = party.equals(NORTH) ? SOUTH : NORTH;
    Map<String, List<URI>> peers = new java.util.HashMap<>();
    List<URI> nowhere = List.of(URI.create("http://127.0.0.1:9"));
    witnesses.keySet().forEach(name -> peers.put(name, nowhere));
    peers.put(other, nowhere);
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
        party.equals(NORTH) ? outside : List.of(),
        party.equals(NORTH) ? northTraffic : TrafficConfig.NONE);
  }

  TwoNodes start() throws IOException {
    start(NORTH);
    start(SOUTH);
    return this;
  }

  Node start(String party) throws IOException {
    Node node =
        Pageless.start(config(party), new Surroundings(clock, random, _ -> new Way(), listening));
    nodes.put(party, node);
    return node;
  }

  void stop(String party) throws IOException {
    Node node = nodes.remove(party);
    if (node != null) {
      node.close();
    }
  }

  /** What South sees when it calls North. */
  void northLies(UnaryOperator<PeerEndpoints> how) {
    lies.put(NORTH, how);
  }

  /** What North sees when it calls South. */
  void southLies(UnaryOperator<PeerEndpoints> how) {
    lies.put(SOUTH, how);
  }

  /** Lets the clocks of both jump ahead. */
  void skipMinutes(int minutes) {
    long _ = aheadSeconds.addAndGet(60L * minutes);
  }

  /** A node as other parties see it. */
  PeerEndpoints peers(String party) {
    Node node = nodes.get(party);
    if (node == null) {
      throw new IllegalStateException(party + " is not running");
    }
    return node.peers();
  }

  LineApi north() {
    return api(NORTH);
  }

  LineApi south() {
    return api(SOUTH);
  }

  private LineApi api(String party) {
    Node node = nodes.get(party);
    if (node == null) {
      throw new IllegalStateException(party + " is not running");
    }
    return node.api();
  }

  /** Calls the other node's handlers directly. */
  private final class Way implements PeerTransport {
    @Override
    public PeerEndpoints.Answer post(String party, PeerEndpoints.Call call, byte[] body)
        throws IOException {
      return peer(party, call.name()).post(call, body);
    }

    @Override
    public PeerEndpoints.Answer file(String party, PeerEndpoints.Log log, String path, int bytesMax)
        throws IOException {
      return peer(party, "FILES").file(log, path);
    }

    private PeerEndpoints peer(String party, String what) throws IOException {
      PeerEndpoints witness = witnesses.get(party);
      if (witness != null) {
        return witness;
      }
      Node node = nodes.get(party);
      if (node == null || cut.containsKey(party) || cut.containsKey(party + " " + what)) {
        throw new IOException("no way to " + party);
      }
      return lies.getOrDefault(party, honest -> honest).apply(node.peers());
    }

    @Override
    public void close() {}
  }

  /** Agrees the default terms and puts both channels in force. */
  TwoNodes agree() throws IOException {
    Terms terms = terms();
    until(() -> north().line().record().size() >= 1, "the line is founded");
    expectDone(north().proposeTerms(terms.encode()));
    until(() -> !south().terms().isEmpty(), "south sees the proposal");
    expectDone(south().termsVerb(terms.hash().hex(), "sign", ""));
    until(() -> inForce(north()) && inForce(south()), "terms in force");
    expectDone(north().status(new Requests.Status("IN_FORCE", null, null, "ready")));
    expectDone(south().status(new Requests.Status("IN_FORCE", null, null, "ready")));
    return this;
  }

  Terms terms() throws IOException {
    List<PartyTerms> parties = List.of(LineFolder.terms(own(NORTH)), LineFolder.terms(own(SOUTH)));
    List<Position> corners = List.of(at(46.5, 7.5), at(46.5, 8.5), at(47.5, 8.5), at(47.5, 7.5));
    Zone zone = new Zone("west", "West", Cells.covering(new Outline(corners), 10, 64), corners);
    return TermsDefaults.first(
            NORTH,
            parties,
            List.of("transit", "training"),
            List.of(zone),
            List.of(new ReferencePoint("zrh", "Zurich", at(47.458, 8.548))))
        .draft()
        .seats(List.of(new Seats(NORTH, List.of("chair")), new Seats(SOUTH, List.of("envoy"))))
        .thirdParties(List.of(new ThirdParty("rescue", "Sea rescue")))
        .lines(
            List.of(
                new AgreedLine(
                    "river",
                    "the river",
                    AgreedLine.Sort.LINE,
                    List.of(at(46.5, 9.9), at(47.5, 9.9)),
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    1_800_000_000L)))
        .build();
  }

  static Position at(double lat, double lng) {
    return new Position(Math.round(lat * 1e9), Math.round(lng * 1e9));
  }

  private static boolean inForce(LineApi api) {
    return api.terms().stream().anyMatch(each -> each.state().equals("IN_FORCE"));
  }

  static Said expectDone(Said said) {
    if (!said.done()) {
      throw new AssertionError(said);
    }
    return said;
  }

  /** A notice of one circle, 10 minutes long, so many minutes from now. */
  Requests.Declare circle(String position, String radius, int fromFeet, int inMinutes) {
    Instant start = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(60L * inMinutes);
    return new Requests.Declare(
        null,
        "transit",
        "TEST01",
        List.of(
            new Requests.Volume(
                List.of(position),
                radius,
                fromFeet + " ft STD",
                fromFeet + 2000 + " ft STD",
                start.toString(),
                start.plusSeconds(600).toString(),
                null)),
        null);
  }

  Views.Notice notice(LineApi api, String entity) {
    return api.notice(entity).orElseThrow(() -> new AssertionError("no notice " + entity));
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
