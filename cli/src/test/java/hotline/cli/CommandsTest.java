package hotline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.Node;
import hotline.node.NodeConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every word of the command line against two real nodes, set up by the command line itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsTest {
  private static final int LOOKS_MAX = 2_000;

  @TempDir private Path temp;
  private Path north;
  private Path south;
  private Node host;
  private Node follower;

  @BeforeAll
  void twoNodes() throws IOException {
    north = temp.resolve("north");
    south = temp.resolve("south");
    done(
        "party",
        "export",
        "--data",
        north,
        "--party",
        "north",
        "--out",
        file("north"),
        "--post",
        "duty",
        "--listen",
        "127.0.0.1:0");
    done(
        "party",
        "export",
        "--data",
        south,
        "--party",
        "south",
        "--host",
        "north",
        "--out",
        file("south"),
        "--follow",
        "http://127.0.0.1:1");
    done("party", "add", "--data", north, file("south"));
    done("party", "add", "--data", south, file("north"));
    done("line", "found", "--data", north, "Test line", "--out", file("genesis"));
    done("line", "join", "--data", south, file("genesis"), "--follow", "http://127.0.0.1:1");
    host = Node.start(NodeConfigFile.in(north).complete(north));
    follow("http://127.0.0.1:" + host.httpPort());
    follower = Node.start(NodeConfigFile.in(south).complete(south));
    done(
        "terms",
        "draft",
        "--data",
        north,
        "--out",
        file("terms"),
        "--category",
        "patrol",
        "--category",
        "transit",
        "--zone",
        "east=East=47.7 N 9.0 E;47.7 N 10.6 E;46.1 N 10.6 E;46.1 N 9.0 E",
        "--point",
        "zurich=Zurich=47.4581 N 8.5481 E");
    done("terms", "propose", "--data", north, file("terms"));
    String hash =
        await(south, terms -> !terms.isEmpty(), "terms", "show").get(0).get("hash").asString();
    done("terms", "sign", "--data", south, hash.substring(0, 12));
    await(north, terms -> terms.get(0).get("state").asString().equals("IN_FORCE"), "terms", "show");
  }

  /** South's settings learn where the host listens, as its administrator would write it. */
  private void follow(String address) throws IOException {
    Path settings = south.resolve("hotline.toml");
    Files.writeString(
        settings, Files.readString(settings).replace("http://127.0.0.1:1\"", address + "\""));
  }

  @AfterAll
  void stop() throws IOException {
    follower.close();
    host.close();
  }

  @Test
  void fingerprintsAndTheLineAreTheSameOnBothSides() {
    JsonNode atNorth = json(north, "party", "list");
    JsonNode atSouth = json(south, "party", "list");
    assertThat(atNorth.get(0).get("fingerprint")).isEqualTo(atSouth.get(1).get("fingerprint"));
    assertThat(atNorth.get(1).get("fingerprint")).isEqualTo(atSouth.get(0).get("fingerprint"));
    assertThat(json(north, "line", "show")).isEqualTo(json(south, "line", "show"));
    assertThat(done("party", "list", "--data", north).out()).contains("north (own)", "fingerprint");
  }

  @Test
  void aStopGoesOverAndComesBackAnswered() {
    done("watch", "take", "--data", north, "duty", "Ann");
    String id = said(south, "stop", "Now.");
    await(north, all -> has(all, "id", id), "message", "list");
    done(
        "message",
        "accept",
        "--data",
        north,
        id.substring(0, 16),
        "--post",
        "duty",
        "--officer",
        "Ann");
    done("message", "answer", "--data", north, id.substring(0, 16), "wilco", "Stopped.");
    await(
        south,
        all ->
            has(all, "id", id)
                && all.valueStream()
                    .anyMatch(
                        each -> each.get("delivery").get("answer").asString("").equals("WILCO")),
        "message",
        "list");
    assertThat(done("message", "list", "--data", south).out()).contains("STOP", "WILCO", "Now.");
    assertThat(done("watch", "show", "--data", north).out()).contains("Ann");
    assertThat(
            refused(
                    "message",
                    "accept",
                    "--data",
                    north,
                    "ffff",
                    "--post",
                    "duty",
                    "--officer",
                    "A")
                .err())
        .contains("There is no message ffff");
  }

  @Test
  void statusesOffersAndConditions() {
    done("status", "restore", "--data", north, "Open.");
    done("status", "suspend", "--data", south, "After an incident.");
    await(
        north,
        shown ->
            shown
                .get("line")
                .get("parties")
                .valueStream()
                .anyMatch(each -> each.get("state").asString().equals("SUSPENDED")),
        "status",
        "show");
    String offer =
        said(south, "status", "offer", "Patrols in the east only.", "--only", "patrol:east");
    await(north, shown -> has(shown.get("offers"), "id", offer), "status", "show");
    done("status", "accept", "--data", north, offer.substring(0, 10));
    await(
        south,
        shown ->
            shown
                .get("line")
                .get("parties")
                .valueStream()
                .allMatch(each -> each.get("state").asString().equals("IN_FORCE")),
        "status",
        "show");
    assertThat(done("status", "show", "--data", north).out())
        .contains("Test line", "only patrol in east", "in force", "accepted");
    assertThat(refused("status", "accept", "--data", north, offer).err()).startsWith("refused (");
    done("status", "restore", "--data", north, "Without condition.");
    done("status", "restore", "--data", south, "Without condition.");
  }

  @Test
  void aNoticeFromItsDeclarationToItsEnd() {
    done("status", "restore", "--data", north, "Open.");
    done(
        "notice",
        "declare",
        "--data",
        north,
        "--category",
        "transit",
        "--label",
        "ABC123",
        "--at",
        "46.9 N 9.8 E",
        "--radius",
        "5 NM",
        "--floor",
        "FL310",
        "--ceiling",
        "FL330",
        "--start",
        "2030-01-01T10:00Z",
        "--end",
        "2030-01-01T10:30Z");
    JsonNode all = await(north, notices -> !notices.isEmpty(), "notice", "list");
    String reference = all.get(0).get("reference").asString();
    done("notice", "shift", "--data", north, reference, "--feet", "500");
    assertThat(refused("notice", "shift", "--data", north, reference, "--feet", "501").err())
        .startsWith("refused (shift-not-allowed)");
    assertThat(done("notice", "list", "--data", north).out())
        .contains(reference + " v2", "transit", "ABC123", "10:00:00Z");
    assertThat(done("conflict", "list", "--data", north).out()).contains("No conflicts.");
    done("notice", "end", "--data", north, reference);
    assertThat(done("notice", "list", "--data", north).out()).doesNotContain(reference);
    assertThat(done("notice", "list", "--all", "--data", north).out()).contains("ended");
  }

  @Test
  void theRecordIsShownProvedAndVerified() {
    String id = said(north, "message", "send", "text", "For the record.");
    await(
        north,
        entries ->
            entries
                .valueStream()
                .anyMatch(each ->
                    each.get("id").asString().equals(id) && each.get("confirmed").asBoolean()),
        "record",
        "show",
        "--limit",
        "1000");
    Path proof = file("proof");
    done("record", "prove", "--data", north, id, "--out", proof);
    assertThat(done("proof", "verify", proof, "--data", south).out())
        .contains("holds   entry ", "cosigned by ", "a statement of north");
    Cli.Ran verified = done("record", "verify", south);
    assertThat(verified.out()).contains("holds ", "Test line", "cosigned  south");
    String line = json(south, "line", "show").get("id").asString();
    assertThat(done("record", "verify", address(north), "--line", line).out())
        .doesNotContain("open      whether it is your line");
    assertThat(Cli.run("record", "verify", north, "--line", "00".repeat(32)).code())
        .isEqualTo(ExitCode.REFUSED);
    assertThat(refused("record", "prove", "--data", north, "00".repeat(32)).err())
        .contains("is in the record");
  }

  private String address(Path data) {
    try {
      return Files.readString(data.resolve("api.url")).strip();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  @Test
  void theHostStopsAndStartsItsSequencer() {
    done("host", "sequencer", "stop", "--data", north);
    assertThat(done("status", "show", "--data", north).out()).contains("sequencer stopped");
    done("host", "sequencer", "start", "--data", north);
    assertThat(refused("host", "sequencer", "stop", "--data", south).err()).startsWith("refused (");
  }

  @Test
  void aWrongTokenIsAnErrorAndNotAnAnswer() throws IOException {
    Path token = Files.writeString(file("token"), "x".repeat(43) + "\n");
    Cli.Ran ran = Cli.run("status", "show", "--node", address(north), "--token-file", token);
    assertThat(ran.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(ran.err()).contains("token").doesNotContain("Exception");
  }

  @Test
  void aPageIsOpenedByALinkThatIsNewEachTime() {
    String one = done("page", "--data", north).out();
    assertThat(one).startsWith("http://127.0.0.1:" + host.httpPort() + "/open?ticket=");
    assertThat(done("page", "--data", north).out()).isNotEqualTo(one);
  }

  private Path file(String name) {
    return temp.resolve(name + ".file");
  }

  private static Cli.Ran done(Object... words) {
    Cli.Ran ran = Cli.run(words);
    assertThat(ran.code()).as("%s%n%s", ran.out(), ran.err()).isEqualTo(ExitCode.DONE);
    return ran;
  }

  private static Cli.Ran refused(Object... words) {
    Cli.Ran ran = Cli.run(words);
    assertThat(ran.code()).as("%s%n%s", ran.out(), ran.err()).isEqualTo(ExitCode.REFUSED);
    return ran;
  }

  private static JsonNode json(Path data, Object... words) {
    return Cli.run(with(words, "--json", "--data", data)).json();
  }

  /** Says something that is accepted; the statement's id. */
  private static String said(Path data, Object... words) {
    Cli.Ran ran = done(with(words, "--json", "--data", data));
    return ran.json().get("id").asString();
  }

  private static Object[] with(Object[] words, Object... more) {
    Object[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return all;
  }

  private static JsonNode await(Path data, Predicate<JsonNode> wanted, Object... words) {
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
