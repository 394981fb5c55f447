package hotline.cli;

import static hotline.cli.Cli.done;
import static hotline.cli.Cli.refused;
import static hotline.cli.Cli.text;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.cli.setup.PartyFolder;
import hotline.node.Node;
import hotline.node.NodeConfigFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every word of the command line against two real nodes, set up by the command line itself. */
class CommandsTest {
  private static final int LOOKS_MAX = 2_000;
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  @TempDir private static Path temp;
  private static Path north;
  private static Path south;
  private static Node host;
  private static Node follower;

  @BeforeAll
  static void twoNodes() throws IOException {
    north = temp.resolve("north");
    south = temp.resolve("south");
    String atNorth = freeAddress();
    String atSouth = freeAddress();
    done(
        "party export --party north --url",
        atNorth,
        "--listen",
        atNorth.substring(7),
        "--data",
        north,
        "--out",
        file("north"));
    done(
        "party export --party south --url",
        atSouth,
        "--listen",
        atSouth.substring(7),
        "--data",
        south,
        "--out",
        file("south"),
        "--host north --follow",
        atNorth);
    done("party add --data", north, file("south"));
    done("party add --data", south, file("north"));
    done("line found --data", north, text("Test line"), "--out", file("genesis"));
    done("line join --data", south, file("genesis"));
    host = start(north);
    follower = start(south);
    done(
        "terms draft --category patrol --category transit --data",
        north,
        "--out",
        file("terms"),
        "--zone",
        text("east=East=47.7 N 9.0 E;47.7 N 10.6 E;46.1 N 10.6 E;46.1 N 9.0 E"),
        "--point",
        text("zurich=Zurich=47.4581 N 8.5481 E"));
    done("terms propose --data", north, file("terms"));
    JsonNode proposed = await(south, "terms show", terms -> !terms.isEmpty());
    done("terms sign --data", south, proposed.get(0).get("hash").asString().substring(0, 12));
    await(north, "terms show", terms -> terms.get(0).get("state").asString().equals("IN_FORCE"));
  }

  /** Starts a node as {@code hotline up} does, in this process. */
  private static Node start(Path data) throws IOException {
    return Node.start(PartyFolder.open(NodeConfigFile.in(data).complete(data)).settings());
  }

  /** On a port that was free at one moment. */
  private static String freeAddress() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
      return "http://127.0.0.1:" + free.getLocalPort();
    }
  }

  @AfterAll
  static void stop() throws IOException {
    follower.close();
    host.close();
  }

  @Test
  void fingerprintsAndTheLineAreTheSameOnBothSides() {
    JsonNode atNorth = json(north, "party list");
    JsonNode atSouth = json(south, "party list");
    assertThat(atNorth.get(0).get("fingerprint")).isEqualTo(atSouth.get(1).get("fingerprint"));
    assertThat(atNorth.get(1).get("fingerprint")).isEqualTo(atSouth.get(0).get("fingerprint"));
    assertThat(json(north, "line show")).isEqualTo(json(south, "line show"));
    assertThat(done("party list --data", north).out()).contains("north (own)", "fingerprint");
    assertThat(done("terms show --data", south).out()).contains("in force", "5 NM", "zurich");
  }

  @Test
  void aStopGoesOverAndComesBackAnswered() {
    done("watch take --data", north, "duty Ann");
    String id = said(south, "stop Now.");
    await(north, "message list", all -> has(all, "id", id));
    String begin = id.substring(0, 16);
    done("message accept --data", north, begin, "--post duty --officer Ann");
    done("message answer --data", north, begin, "wilco Stopped.");
    await(
        south,
        "message list",
        all ->
            all.valueStream()
                .anyMatch(each ->
                    each.get("id").asString().equals(id)
                        && each.get("delivery").get("answer").asString("").equals("WILCO")));
    assertThat(done("message list --data", south).out()).contains("STOP", "WILCO", "Now.");
    assertThat(done("watch show --data", north).out()).contains("Ann");
    done("watch handover --data", north, "duty Bea");
    await(south, "watch show", posts -> has(posts, "handingTo", "Bea"));
    assertThat(refused("message accept ffff --post duty --officer A --data", north).err())
        .contains("There is no message ffff");
  }

  @Test
  void statusesOffersAndConditions() {
    done("status restore --data", north, "Open.");
    done("status suspend --data", south, text("After an incident."));
    awaitStatus(north, "south", "SUSPENDED");
    String offer =
        said(south, "status offer --only patrol:east", text("Patrols in the east only."));
    await(north, "status show", shown -> has(shown.get("offers"), "id", offer));
    done("status accept --data", north, offer.substring(0, 10));
    awaitStatus(south, "south", "IN_FORCE");
    awaitStatus(south, "north", "IN_FORCE");
    assertThat(done("status show --data", south).out())
        .contains("Test line", "only patrol in east", "in force", "accepted");
    assertThat(refused("status accept --data", north, offer).err()).startsWith("refused (");
    done("status restore --data", north, text("Without condition."));
    done("status restore --data", south, text("Without condition."));
  }

  private static void awaitStatus(Path data, String party, String state) {
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

  @Test
  void aNoticeFromItsDeclarationToItsEnd() {
    done(
        "notice declare --category transit --label ABC123 --floor FL310 --ceiling FL330",
        "--start 2030-01-01T10:00Z --end 2030-01-01T10:30Z --data",
        north,
        "--at",
        text("46.9 N 9.8 E"),
        "--radius",
        text("5 NM"));
    JsonNode all = await(north, "notice list", notices -> !notices.isEmpty());
    String reference = all.get(0).get("reference").asString();
    done("notice shift --feet 500 --data", north, reference);
    assertThat(refused("notice shift --feet 501 --data", north, reference).err())
        .startsWith("refused (shift-not-allowed)");
    assertThat(done("notice list --data", north).out())
        .contains(reference + " v2", "transit", "ABC123", "10:00:00Z");
    await(south, "notice list", notices -> has(notices, "reference", reference));
    assertThat(done("notice list --data", south).out())
        .contains(reference)
        .doesNotContain("ABC123");
    done("notice dispute --ground other --reason Why? --data", south, reference);
    assertThat(done("conflict list --data", north).out()).contains("No conflicts.");
    done("notice end --data", north, reference);
    assertThat(done("notice list --data", north).out()).doesNotContain(reference);
    assertThat(done("notice list --all --data", north).out()).contains("ended");
    assertThat(refused("notice end N-NONE0 --data", north).err()).contains("no notice N-NONE0");
  }

  @Test
  void theRecordIsShownProvedAndVerified() throws IOException {
    String id = said(north, "message send text Hello.");
    await(
        north,
        "record show --limit 1000",
        entries ->
            entries
                .valueStream()
                .anyMatch(each ->
                    each.get("id").asString().equals(id) && each.get("confirmed").asBoolean()));
    Path proof = file("proof");
    done("record prove --data", north, id, "--out", proof);
    assertThat(done("proof verify --data", south, proof).out())
        .contains("holds   entry ", "cosigned by ", "a statement of north");
    assertThat(done("record verify", south).out()).contains("holds ", "Test line", "south at");
    String line = json(south, "line show").get("id").asString();
    assertThat(done("record verify --line", line, address(north)).out()).doesNotContain("open ");
    assertThat(Cli.run("record verify --line", "00".repeat(32), north).code())
        .isEqualTo(ExitCode.REFUSED);
    assertThat(refused("record prove --data", north, "00".repeat(32)).err())
        .contains("is in the record");
  }

  @Test
  void theHostStopsAndStartsItsSequencer() {
    done("host sequencer stop --data", north);
    assertThat(done("status show --data", north).out()).contains("sequencer stopped");
    done("host sequencer start --data", north);
    assertThat(refused("host sequencer stop --data", south).err()).startsWith("refused (");
  }

  @Test
  void aWrongTokenIsAnErrorAndNotAnAnswer() throws IOException {
    Path token = Files.writeString(file("token"), "x".repeat(43) + "\n");
    assertThat(refused("status show --node", address(north), "--token-file", token).err())
        .contains("token")
        .doesNotContain("Exception");
  }

  @Test
  void aPageIsOpenedByALinkThatIsNewEachTime() {
    String one = done("page --data", north).out();
    assertThat(one).startsWith("http://127.0.0.1:" + host.httpPort() + "/open?ticket=");
    assertThat(done("page --data", north).out()).isNotEqualTo(one);
  }

  private static String address(Path data) throws IOException {
    return Files.readString(data.resolve("api.url")).strip();
  }

  private static Path file(String name) {
    return temp.resolve(name + ".file");
  }

  private static JsonNode json(Path data, String words) {
    return done(words, "--json --data", data).json();
  }

  /** Says something that is accepted; the statement's id. */
  private static String said(Path data, Object... words) {
    Object[] all = new Object[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--json --data";
    all[words.length + 1] = data;
    return done(all).json().get("id").asString();
  }

  private static JsonNode await(Path data, String words, Predicate<JsonNode> wanted) {
    JsonNode seen = json(data, words);
    for (int looks = 0; !wanted.test(seen); looks++) {
      assertThat(looks).as("in vain: %s", seen).isLessThan(LOOKS_MAX);
      seen = json(data, words);
    }
    return seen;
  }

  private static boolean has(JsonNode all, String field, String value) {
    return all.valueStream().anyMatch(each -> each.get(field).asString("").equals(value));
  }
}
