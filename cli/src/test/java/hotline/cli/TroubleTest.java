package hotline.cli;

import static hotline.cli.Cli.done;
import static hotline.cli.TwoParties.await;
import static hotline.cli.TwoParties.has;
import static hotline.cli.TwoParties.json;
import static hotline.cli.TwoParties.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What keeps a node from starting or from being heard: one sentence that says what to do. */
@Timeout(180) // a node that starts in spite of what is wrong would stay
class TroubleTest {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  @TempDir private Path temp;
  private TwoParties line;

  @BeforeEach
  void twoFolders() throws IOException {
    line = new TwoParties(temp);
  }

  @AfterEach
  void stop() throws IOException {
    line.close();
  }

  @Test
  void withoutALineItSaysHowToGetOne() {
    Path fresh = temp.resolve("fresh");
    Cli.Ran ran = Cli.run("up --party east --data", fresh);
    assertThat(ran.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(ran.out()).contains("party export", "party add", "line found", "line join");
    assertThat(fresh.resolve("hotline.toml")).content().contains("party = \"east\"");
    assertThat(done("line show --data", fresh).out()).contains("no line yet");
  }

  @Test
  void settingsThatCannotStandAreNamed() throws IOException {
    up("misspelt", "exercise or test", "--mode", "misspelt");
    up("listen", "0.0.0.0", "--listen", "0.0.0.0:8401");
    up("tls", "--peer-listen", "--tls");
    up("south", "https://", "--peer", "south=http://192.0.2.9:8401");
    up("no name or number", "addresses", "--address", "https://here");
    Path settings = line.north.resolve("hotline.toml");
    Files.writeString(settings, "prty = \"north\"\n" + Files.readString(settings));
    up("prty", "hotline.toml");
  }

  @Test
  void aPortInUseIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
      up(
          Integer.toString(taken.getLocalPort()),
          "in use",
          "--listen",
          "127.0.0.1:" + taken.getLocalPort());
    }
    line.start(line.north);
    line.stop(line.north);
  }

  @Test
  void aSecondNodeOnAFolderIsRefusedAndTheFirstGoesOn() throws IOException {
    line.start(line.north);
    up("Another node is running", line.north.toString());
    assertThat(done("status show --data", line.north).out()).contains("Test line");
  }

  @Test
  void aNodeThatHasEndedIsNotReached() throws IOException {
    line.start(line.north);
    line.stop(line.north);
    Cli.Ran ran = Cli.run("status show --data", line.north);
    assertThat(ran.code()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(ran.err()).contains("is the node of this folder running?");
  }

  @Test
  void aKeyThatOthersCanReadIsRefused() throws IOException {
    Path key = line.north.resolve("keys/node.key");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    up("node.key", "can be read");
    Files.delete(key);
    up("node.key", "missing");
  }

  @Test
  void aFileThatTheDiskHasBentIsNamedAndMendedByItsBackup() throws IOException {
    line.start();
    line.agree();
    // The end of a file that is not whole counts as a crash's and is cut off; so not the end.
    for (String text : new String[] {"One.", "Two."}) {
      done("message send text", text, "--data", line.south);
    }
    line.close();
    for (Path data : new Path[] {line.north, line.south}) {
      String note = Files.readString(data.resolve("record/checkpoint"));
      bent(data, "record/checkpoint", note.indexOf('\n', note.indexOf('\n') + 1) + 5);
      bent(data, "record/checkpoint", note.indexOf('\n', note.indexOf('—')) - 20);
      bent(data, "outcomes/checkpoint", note.indexOf('\n', note.indexOf('—')) - 20);
      bent(data, "genesis.cbor", 40);
      // The nonce: what comes out is a good genesis, of another line.
      bent(data, "genesis.cbor", (int) Files.size(data.resolve("genesis.cbor")) - 1);
      bent(data, "outbox", 40);
      bent(data, "parties/" + (data.equals(line.north) ? "south" : "north") + ".party", 200);
    }
    line.start();
    assertThat(said(line.north, "message send text Again.")).hasSize(64);
  }

  @Test
  void aHostRestoredFromAnOldBackupStopsItsSequencerAndSaysWhy() throws IOException {
    line.start();
    line.agree();
    line.close();
    Path backup = temp.resolve("backup");
    copy(line.north, backup);
    line.start();
    String id = said(line.north, "message send text Later.");
    await(
        line.south,
        "record show --limit 1000",
        entries ->
            entries
                .valueStream()
                .anyMatch(each ->
                    each.get("id").asString().equals(id) && each.get("confirmed").asBoolean()));
    line.close();
    Files.move(line.north, temp.resolve("lost"));
    copy(backup, line.north);
    line.start();
    JsonNode shown =
        await(
            line.north,
            "status show",
            status -> has(status.get("line").get("troubles"), "code", "record-lost"));
    assertThat(shown.get("line").get("record").get("sequencer").asString()).isEqualTo("STOPPED");
    assertThat(done("status show --data", line.north).out())
        .contains("trouble since ", "south", "sequencer stopped");
    assertThat(Cli.run("record verify", line.south).code()).isEqualTo(ExitCode.DONE);
  }

  /** The one without an address hears nothing, and nothing fails: so it has to be said. */
  @Test
  void aPartyWithoutAnAddressIsATroubleFromTheStart() throws IOException {
    Path silent = temp.resolve("silent");
    Path file = line.file("silent");
    Cli.Ran exported = done("party export --party silent --data", silent, "--out", file);
    assertThat(exported.out()).contains("names no address");
    Path east = temp.resolve("east");
    done(
        "party export --party east --listen",
        TwoParties.freeAddress(),
        "--data",
        east,
        "--out",
        line.file("east"));
    done("party add --data", east, file);
    done("line found Silence --data", east);
    line.start(east);
    JsonNode troubles = json(east, "status show").get("line").get("troubles");
    assertThat(troubles).hasSize(1);
    assertThat(done("status show --data", east).out()).contains("No address of silent", "[peers]");
    line.stop(east);
  }

  /** With one byte changed the node does not start, and names the file; then it is mended. */
  private void bent(Path data, String name, int at) throws IOException {
    Path file = data.resolve(name);
    byte[] good = Files.readAllBytes(file);
    byte[] bent = good.clone();
    bent[at] = (byte) (bent[at] == 'A' ? 'B' : 'A');
    Files.write(file, bent);
    upOn(data, name.substring(name.indexOf('/') + 1), "");
    Files.write(file, good);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path each : files.toList()) {
        Files.copy(each, to.resolve(from.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  /** North's node does not start, and both words are in the one sentence that says why. */
  private void up(String one, String other, String... flags) {
    upOn(line.north, one, other, flags);
  }

  private static void upOn(Path data, String one, String other, String... flags) {
    Cli.Ran ran = Cli.run("up --data", data, new Cli.Words((Object[]) flags));
    assertThat(ran.code()).as("%s%n%s", ran.out(), ran.err()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.err()).contains(one, other).doesNotContain("Exception");
  }
}
