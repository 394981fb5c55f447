package hotline.cli;

import static hotline.cli.Cli.done;
import static hotline.cli.Cli.text;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.cli.setup.PartyFolder;
import hotline.console.Console;
import hotline.node.Node;
import hotline.node.NodeConfigFile;
import hotline.testkit.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** North, which hosts, and South, set up by the command line as two people would. */
final class TwoParties implements AutoCloseable {
  private static final int LOOKS_MAX = 2_000;

  private final Path folder;
  private final Map<Path, Node> nodes = new HashMap<>();

  /** The parties' data folders. */
  final Path north;

  final Path south;

  /** Keys are made, party files exchanged, the line is founded and joined; no node runs. */
  TwoParties(Path folder) throws IOException {
    this(folder, freeAddress(), freeAddress());
  }

  private TwoParties(Path folder, String atNorth, String atSouth) throws IOException {
    this(
        folder,
        new Cli.Words("--listen", atNorth),
        new Cli.Words("--listen", atSouth, "--follow", "http://" + atNorth));
  }

  private TwoParties(Path folder, Cli.Words northern, Cli.Words southern) throws IOException {
    this.folder = folder;
    this.north = folder.resolve("north");
    this.south = folder.resolve("south");
    done("party export --party north --data", north, northern, "--out", file("north"));
    done("party export --party south --host north --data", south, southern, "--out", file("south"));
    done("party add --data", north, file("south"));
    done("party add --data", south, file("north"));
    done("line found --data", north, text("Test line"), "--out", file("genesis"));
    done("line join --data", south, file("genesis"));
  }

  /**
   * The same, whose nodes reach each other over TLS at {@code host}; North's page is there too, and
   * South's on loopback.
   */
  static TwoParties secured(Path folder, String host) throws IOException {
    String atNorth = host + freePort();
    String atSouth = host + freePort();
    return new TwoParties(
        folder,
        new Cli.Words("--tls --listen", host + freePort(), "--peer-listen", atNorth),
        new Cli.Words(
            "--listen", freeAddress(), "--peer-listen", atSouth, "--follow", "https://" + atNorth));
  }

  private static String freePort() throws IOException {
    String address = freeAddress();
    return address.substring(address.lastIndexOf(':'));
  }

  /** Starts both nodes. */
  TwoParties start() throws IOException {
    start(north);
    start(south);
    return this;
  }

  /** Starts a node as {@code hotline up} does, in this process. */
  Node start(Path data) throws IOException {
    PartyFolder party = PartyFolder.open(NodeConfigFile.in(data).complete(data));
    Node node = Node.start(party.settings(), Console::new);
    nodes.put(data, node);
    return node;
  }

  void stop(Path data) throws IOException {
    Node node = nodes.remove(data);
    if (node != null) {
      node.close();
    }
  }

  /** Terms are in force on both sides. */
  TwoParties agree() {
    done(
        "terms draft --category patrol --category transit --data",
        north,
        "--out",
        file("terms"),
        "--zone",
        text("east=East=47.7 N 9.0 E;47.7 N 10.6 E;46.1 N 10.6 E;46.1 N 9.0 E"),
        "--point",
        text("zurich=Zurich=47.4581 N 8.5481 E"));
    await(north, "record show", entries -> !entries.isEmpty());
    done("terms propose --data", north, file("terms"));
    JsonNode proposed = await(south, "terms show", terms -> !terms.isEmpty());
    done("terms sign --data", south, proposed.get(0).get("hash").asString().substring(0, 12));
    for (Path data : new Path[] {north, south}) {
      await(data, "terms show", terms -> terms.get(0).get("state").asString().equals("IN_FORCE"));
    }
    return this;
  }

  /** {@code host:port}, on a port that was free at one moment. */
  static String freeAddress() throws IOException {
    return "127.0.0.1:" + FreePort.next();
  }

  /** Where the node of a data folder answers. */
  static String address(Path data) throws IOException {
    return Files.readString(data.resolve("api.url")).strip();
  }

  /** A file beside the data folders. */
  Path file(String name) {
    return folder.resolve(name + ".file");
  }

  static JsonNode json(Path data, String words) {
    return done(words, "--json --data", data).json();
  }

  /** Says something that is accepted; the statement's id. */
  static String said(Path data, Object... words) {
    Object[] all = new Object[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--json --data";
    all[words.length + 1] = data;
    return done(all).json().get("id").asString();
  }

  /** Asks until the answer is as wanted. */
  static JsonNode await(Path data, String words, Predicate<JsonNode> wanted) {
    JsonNode seen = json(data, words);
    for (int looks = 0; !wanted.test(seen); looks++) {
      assertThat(looks).as("in vain: %s", seen).isLessThan(LOOKS_MAX);
      seen = json(data, words);
    }
    return seen;
  }

  /** Waits until a party's own word of its status has come to {@code data}. */
  static void awaitStatus(Path data, String party, String state) {
    await(
        data,
        "status show",
        shown ->
            shown
                .get("line")
                .get("parties")
                .valueStream()
                .anyMatch(each ->
                    each.get("party").asString().equals(party)
                        && each.get("state").asString().equals(state)));
  }

  static boolean has(JsonNode all, String field, String value) {
    return all.valueStream().anyMatch(each -> each.get(field).asString("").equals(value));
  }

  @Override
  public void close() throws IOException {
    stop(south);
    stop(north);
  }
}
