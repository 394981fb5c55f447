package hotline.bench;

import hotline.line.disclosure.PartyFile;
import hotline.line.terms.PartyTerms;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsDefaults;
import hotline.node.Node;
import hotline.node.NodeConfig;
import hotline.node.api.Said;
import hotline.node.keys.PartyKeys;
import hotline.node.setup.LineFolder;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** North, which hosts, and South, on loopback, with the default terms in force. */
final class LoopbackLine implements AutoCloseable {
  private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);

  private final Path folder;
  private final int northPort = freePort();
  private final int southPort = freePort();
  private final SecureRandom random = new SecureRandom();
  private final List<Node> nodes = new ArrayList<>();
  private final LineId line;

  private LoopbackLine(Path folder) throws IOException {
    this.folder = folder;
    LineFolder north = new LineFolder(folder.resolve("north"));
    LineFolder south = new LineFolder(folder.resolve("south"));
    PartyFile _ = north.add(export("south"));
    PartyFile _ = south.add(export("north"));
    var genesis = north.found("Bench", own("north"), random);
    var _ = south.join(genesis.encoded().encode(), own("south"));
    this.line = genesis.lineId();
  }

  /** Founds one in {@code folder} and agrees the terms; with {@code follower} South stays up. */
  static LoopbackLine open(Path folder, boolean follower) throws IOException {
    LoopbackLine line = new LoopbackLine(folder);
    Node north = line.start("north");
    Node south = line.start("south");
    List<PartyTerms> parties =
        List.of(LineFolder.terms(line.own("north")), LineFolder.terms(line.own("south")));
    Terms terms = TermsDefaults.first("north", parties, List.of("transit"), List.of(), List.of());
    // The host orders nothing before the other has shown its copy.
    await(() -> north.api().line().record().size() >= 1);
    require(north.api().proposeTerms(terms.encode()));
    await(() -> !south.api().terms().isEmpty());
    require(south.api().termsVerb(terms.hash().hex(), "sign", ""));
    await(() -> north.api().terms().stream().anyMatch(each -> each.state().equals("IN_FORCE")));
    if (!follower) {
      line.nodes.remove(south);
      south.close();
    }
    return line;
  }

  LineId id() {
    return line;
  }

  Node north() {
    return nodes.getFirst();
  }

  URI northAddress() {
    return URI.create("http://127.0.0.1:" + northPort);
  }

  PartyKeys northKeys() throws IOException {
    return keys("north");
  }

  Map<String, PublicKey> roots() throws IOException {
    return Map.of(
        "north", keys("north").root().publicKey(), "south", keys("south").root().publicKey());
  }

  private Node start(String party) throws IOException {
    Node node = Node.start(config(party));
    nodes.add(node);
    return node;
  }

  private NodeConfig config(String party) {
    boolean isNorth = party.equals("north");
    return new NodeConfig(
        folder.resolve(party),
        party,
        "a",
        "127.0.0.1",
        isNorth ? northPort : southPort,
        "north",
        Map.of(
            isNorth ? "south" : "north",
            URI.create("http://127.0.0.1:" + (isNorth ? southPort : northPort))),
        List.of("duty"),
        "duty officer",
        Mode.LIVE);
  }

  private PartyKeys keys(String party) throws IOException {
    Files.createDirectories(folder.resolve(party));
    return PartyKeys.open(folder.resolve(party).resolve("keys"), random);
  }

  private PartyFile own(String party) throws IOException {
    return LineFolder.own(config(party), keys(party), List.of());
  }

  private byte[] export(String party) throws IOException {
    return LineFolder.export(config(party), keys(party), List.of(), InstantSource.system(), random);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new IllegalStateException("no free port on loopback", none);
    }
  }

  private static void require(Said said) {
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
    for (Node node : nodes.reversed()) {
      node.close();
    }
  }
}
