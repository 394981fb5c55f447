package hotline.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a newcomer runs it: a process of its own, which starts its nodes as processes. */
class DemoTest {
  private static final int END_WITHIN_S = 30;

  @TempDir private Path temp;

  @Test
  void everyStepHoldsToItsOwnCheck() throws IOException {
    Path kept = temp.resolve("kept data");
    Program.Ran ran = Program.run("demo", "--fast", "--keep", kept.toString());
    assertThat(ran.code()).as(ran.said()).isZero();
    assertThat(ran.said()).doesNotContain("FAILED").contains("40 of 40 checks held");
    for (String chapter :
        List.of(
            "1  Terms",
            "2  Notices",
            "3  Conflicts",
            "4  Amendments",
            "5  STOP",
            "6  Suspension",
            "7  An incident",
            "8  Two accounts",
            "9  The working group",
            "10  A bundle",
            "11  Tampering",
            "12  Two liars",
            "13  Live traffic",
            "14  Summary")) {
      assertThat(ran.said()).contains("\n" + chapter);
    }
    for (String party : List.of("north", "south")) {
      Path data = kept.resolve(party);
      assertThat(data.resolve("record/checkpoint")).exists();
      assertThat(data.resolve("record/tile/entries/000")).exists();
      assertThat(Files.readAllLines(data.resolve("record.vkey"))).hasSize(1);
      assertThat(data.resolve("api.url")).as("the node has ended").doesNotExist();
    }
    assertThat(kept.resolve("scratch")).doesNotExist();
    theCommandsToLookFurtherWork(ran.said(), kept);
  }

  /** What the summary tells to try: said so that a shell takes it, and it does what it says. */
  private static void theCommandsToLookFurtherWork(String said, Path kept) {
    assertThat(said)
        .contains("./hotline record verify '" + kept.resolve("north") + "'")
        .contains("./hotline up --data '" + kept.resolve("south") + "'")
        .doesNotContain("status show --data");
    Program.Ran verified = Program.run("record", "verify", kept.resolve("north").toString());
    assertThat(verified.code()).as(verified.said()).isZero();
    Path bundle = kept.resolve("incident-1.zip");
    assertThat(said).contains("./hotline proof verify '" + bundle + "'");
    Program.Ran proven =
        Program.run(
            "proof", "verify", bundle.toString(), "--data", kept.resolve("north").toString());
    assertThat(proven.code()).as(proven.said()).isZero();
  }

  @Test
  void aFolderThatIsInUseIsLeftAlone() throws IOException {
    Path mine = Files.writeString(temp.resolve("mine"), "keep this");
    Program.Ran ran = Program.run("demo", "--keep", temp.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.said()).contains("is not empty");
    assertThat(mine).hasContent("keep this");
  }

  @Test
  void noNodeOutlivesTheDemoHoweverThatEnds() throws Exception {
    for (boolean inGoodOrder : new boolean[] {true, false}) {
      Path folder = Files.createDirectory(temp.resolve("tmp-" + inGoodOrder));
      Process demo = start(folder);
      List<ProcessHandle> nodes = demo.toHandle().children().toList();
      assertThat(nodes).hasSize(2);
      if (inGoodOrder) {
        demo.destroy();
      } else {
        demo.destroyForcibly();
      }
      assertThat(demo.waitFor(END_WITHIN_S, TimeUnit.SECONDS)).isTrue();
      for (ProcessHandle node : nodes) {
        node.onExit().get(END_WITHIN_S, TimeUnit.SECONDS);
      }
      if (inGoodOrder) {
        try (Stream<Path> left = Files.list(folder)) {
          assertThat(left).as("temporary data").isEmpty();
        }
      }
    }
  }

  /** A demo that has printed both pages' addresses; its temporary data lie in {@code folder}. */
  private static Process start(Path folder) throws IOException {
    List<String> command = new ArrayList<>(Program.command());
    command.add(1, "-Djava.io.tmpdir=" + folder);
    command.add("demo");
    Process demo = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(demo.getInputStream(), StandardCharsets.UTF_8));
    List<String> said = new ArrayList<>();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.add(line);
      if (line.startsWith("  South  http://127.0.0.1:")) {
        return demo;
      }
    }
    throw new AssertionError(String.join("\n", said));
  }
}
