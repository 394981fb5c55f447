package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.Node;
import hotline.node.api.LineApi;
import hotline.node.api.Views;
import hotline.testkit.Chance;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real host process, killed without warning at random points, again and again. */
class KillTest {
  private static final int KILLS = Boolean.getBoolean("hotline.full") ? 200 : 20;
  private static final int ANSWERS_MAX = 60;

  @TempDir Path folder;

  @Test
  void everyAcknowledgedStatementIsThereInOrderOnce() throws Exception {
    try (TwoNodes line = new TwoNodes(folder)) {
      Path data = line.data(TwoNodes.NORTH);
      Chance chance = Chance.of(Long.getLong("seed", 1));
      List<String> acknowledged = new ArrayList<>();
      for (int kill = 0; kill < KILLS; kill++) {
        acknowledged.addAll(runAndKill(data, (int) chance.between(1, ANSWERS_MAX)));
      }
      try (Node node = KillableHost.start(data)) {
        List<String> recorded = ids(node.api());
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS);
        assertThat(recorded).doesNotHaveDuplicates();
        // One writer's statements link to each other: out of order they are refused admission.
        assertThat(recorded).containsAll(acknowledged);
      }
    }
  }

  /** The ids that were acknowledged before the kill. */
  private static List<String> runAndKill(Path data, int answers) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                KillableHost.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> acknowledged = new ArrayList<>();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
      String text = out.readLine();
      while (text != null) {
        if (text.matches("ACK [0-9a-f]{64}")) {
          acknowledged.add(text.substring(4));
          if (acknowledged.size() == answers) {
            // What it still had printed counts as well.
            boolean _ = process.toHandle().destroyForcibly();
          }
        }
        text = out.readLine();
      }
    } finally {
      process.destroyForcibly();
      process.onExit().join();
    }
    assertThat(acknowledged).as("the host died by itself").hasSizeGreaterThanOrEqualTo(answers);
    return acknowledged;
  }

  private static List<String> ids(LineApi api) {
    List<String> ids = new ArrayList<>();
    for (List<Views.Entry> page = api.entries(0, 1000);
        !page.isEmpty();
        page = api.entries(ids.size(), 1000)) {
      page.forEach(each -> ids.add(each.id()));
    }
    return ids;
  }
}
