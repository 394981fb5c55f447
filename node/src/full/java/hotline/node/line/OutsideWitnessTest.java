package hotline.node.line;

import static hotline.node.line.TwoNodes.NORTH;
import static hotline.node.line.TwoNodes.SOUTH;
import static hotline.node.line.TwoNodes.expectDone;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.terms.Genesis;
import hotline.node.OutsideWitness;
import hotline.node.Waiting;
import hotline.node.api.Requests;
import hotline.node.api.Views;
import hotline.node.setup.LineFolder;
import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.note.VerifierKey;
import hotline.testkit.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A witness that this project did not write, litewitness of torchwood, cosigns both logs of a line
 * for its host. Then both parties go back to an old backup together and write another history: no
 * party can tell, and the witness refuses.
 */
class OutsideWitnessTest {
  private static final String NAME = "witness.example/outside";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Pattern SHA256 = Pattern.compile("SHA256:\\S+");
  private static final Pattern VKEY = Pattern.compile("vkey=(\\S+)");

  @TempDir Path folder;
  private Process agent;
  private Process witness;

  @AfterEach
  void stop() throws InterruptedException {
    for (Process each : Stream.of(witness, agent).filter(java.util.Objects::nonNull).toList()) {
      each.destroy();
      int _ = each.waitFor();
    }
  }

  @Test
  void itCosignsOneHistoryAndRefusesAnother() throws Exception {
    try (TwoNodes line = new TwoNodes(folder)) {
      line.outside.add(start(new LineFolder(line.data(NORTH)).genesis().orElseThrow(), line));
      line.start().agree();
      long agreed = line.north().line().record().size();
      line.until(() -> cosigned(line, NORTH) >= agreed, "it cosigns");
      stopBoth(line);
      for (String party : List.of(NORTH, SOUTH)) {
        copy(line.data(party), folder.resolve("backup").resolve(party));
      }

      line.start();
      long first = said(line, "what will be unsaid");
      line.until(() -> cosigned(line, NORTH) > first, "north shows its line");
      assertThat(line.north().line().troubles()).isEmpty();
      stopBoth(line);
      for (String party : List.of(NORTH, SOUTH)) {
        Files.move(line.data(party), folder.resolve("lost-" + party));
        copy(folder.resolve("backup").resolve(party), line.data(party));
      }

      line.start();
      long latest = 0;
      while (latest <= first + 2) {
        latest = said(line, "another history");
      }
      line.until(() -> refused(line), "it does not cosign what does not continue the first");
      assertThat(cosigned(line, NORTH)).as("nothing of the second is cosigned").isLessThan(first);
    }
  }

  private static boolean refused(TwoNodes line) {
    return line.north().line().troubles().stream()
        .filter(each -> each.code().equals("cosigning-" + NAME))
        .map(Views.Trouble::sentence)
        .anyMatch(each -> each.contains("does not cosign our record: bad consistency proof"));
  }

  private static long said(TwoNodes line, String words) {
    return expectDone(
            line.north()
                .send(
                    new Requests.Message(
                        "TEXT", List.of(), words, "en", null, null, null, List.of(), null)))
        .index();
  }

  private static void stopBoth(TwoNodes line) throws IOException {
    line.stop(SOUTH);
    line.stop(NORTH);
  }

  /** The size of a party's published checkpoint if the witness's line is on it, else 0. */
  private static long cosigned(TwoNodes line, String party) {
    try {
      Note note =
          Note.parse(Files.readAllBytes(line.data(party).resolve("record/checkpoint"))).orThrow();
      boolean there = note.signatures().stream().anyMatch(each -> each.name().equals(NAME));
      return there ? Checkpoint.of(note).size() : 0;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Starts it with a key in an agent of its own, and names both logs to it. */
  private OutsideWitness start(Genesis genesis, TwoNodes line) throws Exception {
    GoTool tool = GoTool.install(GoTool.LITEWITNESS, folder.resolve("bin"));
    Path secret = folder.resolve("w.key");
    Path socket = folder.resolve("s");
    ssh("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", secret.toString());
    Matcher fingerprint = SHA256.matcher(ssh("ssh-keygen", "-lf", secret.toString()));
    assertThat(fingerprint.find()).isTrue();
    agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString()).start();
    Waiting.until(() -> Files.exists(socket), "the agent", PATIENCE, Map.of());
    ssh("ssh-add", "-q", secret.toString());
    int port = FreePort.next();
    Path database = folder.resolve("witness.db");
    Path log = folder.resolve("witness.log");
    witness =
        tool.with(
                "-name=" + NAME,
                "-key=" + fingerprint.group(),
                "-ssh-agent=" + socket,
                "-db=" + database,
                "-listen=127.0.0.1:" + port)
            .redirectOutput(log.toFile())
            .start();
    Waiting.until(() -> vkey(log).find(), "the witness", PATIENCE, Map.of());
    Matcher vkey = vkey(log);
    assertThat(vkey.find()).isTrue();
    var host = LineFolder.terms(line.own(NORTH));
    name(database, genesis.recordKey(host), genesis.outcomesKey(host));
    return new OutsideWitness(
        VerifierKey.parse(vkey.group(1)).orThrow(), URI.create("http://127.0.0.1:" + port));
  }

  private static Matcher vkey(Path log) {
    try {
      return VKEY.matcher(Files.exists(log) ? Files.readString(log) : "");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * What its own tool for this does (witnessctl, which needs a module that is not to be had
   * everywhere): a row for each log, with the root of the empty tree, and one for its key.
   */
  private static void name(Path database, VerifierKey... logs) throws SQLException {
    String empty = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + database);
        PreparedStatement log = db.prepareStatement("INSERT INTO log VALUES (?, 0, ?)");
        PreparedStatement key = db.prepareStatement("INSERT INTO key VALUES (?, ?)")) {
      for (VerifierKey each : logs) {
        log.setString(1, each.name());
        log.setString(2, empty);
        key.setString(1, each.name());
        key.setString(2, each.toString());
        assertThat(log.executeUpdate() + key.executeUpdate()).isEqualTo(2);
      }
    }
  }

  private String ssh(String... command) throws IOException, InterruptedException {
    ProcessBuilder tool = new ProcessBuilder(command).redirectErrorStream(true);
    tool.environment().put("SSH_AUTH_SOCK", folder.resolve("s").toString());
    return GoTool.words(tool);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Files.copy(each, to.resolve(from.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
