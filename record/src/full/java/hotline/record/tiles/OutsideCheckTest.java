package hotline.record.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.record.note.Checkpoint;
import hotline.record.note.NoteSigner;
import hotline.record.signature.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A log of ours, checked whole by a tool that this project did not write: fsck of Tessera, brought
 * by the Go tool chain. It exits 0 when it fails, so its words are the verdict.
 */
class OutsideCheckTest {
  private static final String TOOL = "github.com/transparency-dev/tessera/cmd/fsck@v1.0.4";
  private static final String ORIGIN = "hotline/outside-check/0001020304050607";
  private static final NoteSigner LOG = NoteSigner.log(ORIGIN, SigningKey.fromSeed(new byte[32]));

  private static String fsck = "fsck";

  @TempDir Path folder;

  @BeforeAll
  static void bringTheTool() throws IOException, InterruptedException {
    Process go = new ProcessBuilder("go", "install", TOOL).redirectErrorStream(true).start();
    go.getOutputStream().close();
    String said = new String(go.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(go.waitFor()).as(said).isZero();
    Process where = new ProcessBuilder("go", "env", "GOBIN", "GOPATH").start();
    List<String> answer =
        new String(where.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    Path bin = answer.get(0).isEmpty() ? Path.of(answer.get(1), "bin") : Path.of(answer.get(0));
    fsck = bin.resolve("fsck").toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 255, 256, 257, 300, 70_000})
  void findsNothingWrong(int size) throws IOException, InterruptedException {
    write(size);
    assertThat(check()).contains("Successfully fsck'd");
  }

  @Test
  void isAJudgeThatCanSayNo() throws IOException, InterruptedException {
    write(300);
    Path bundle = folder.resolve("log/tile/entries/000");
    byte[] bytes = Files.readAllBytes(bundle);
    bytes[100] ^= 1;
    Files.write(bundle, bytes);
    assertThat(check()).doesNotContain("Successfully fsck'd");
  }

  private void write(int size) throws IOException {
    try (LogStore log = LogStore.open(folder.resolve("log"))) {
      for (int i = 0; i < size; i++) {
        log.append(("entry " + i).getBytes(StandardCharsets.US_ASCII));
        if (i % 97 == 0) {
          log.sync();
          publish(log);
        }
      }
      log.sync();
      publish(log);
    }
    Files.writeString(folder.resolve("record.vkey"), LOG.verifierKey() + "\n");
  }

  private static void publish(LogStore log) throws IOException {
    log.publish(LOG.sign(new Checkpoint(ORIGIN, log.size(), log.rootAt(log.size()))).bytes());
  }

  private String check() throws IOException, InterruptedException {
    Path said = folder.resolve("said.txt");
    Process judge =
        new ProcessBuilder(
                fsck,
                "--ui=false",
                // With fewer than there are tiles it may hang on a wrong one: its last worker is
                // gone.
                "--N=16",
                "--origin=" + ORIGIN,
                "--public_key=" + folder.resolve("record.vkey"),
                "--storage_url=" + folder.resolve("log").toUri())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(judge.waitFor(2, TimeUnit.MINUTES)).as("fsck ends").isTrue();
    try (Stream<String> lines = Files.lines(said)) {
      return String.join("\n", lines.toList());
    }
  }
}
