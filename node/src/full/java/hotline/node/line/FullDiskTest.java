package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.testkit.Chance;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real host on a disk that is full: it says what it cannot do and what to do about it, loses
 * nothing that it acknowledged, and goes on when there is room again.
 */
class FullDiskTest {
  private static final List<String> SAYINGS = List.of("TEXT", "STOP", "NOTICE");
  private static final String WHAT_TO_DO = "(?s).*([Ff]ree space|[Cc]heck free space).*";

  /** More entries than the sequencer's log has reserved room for. */
  private static final int ENTRIES_MAX = 3_000;

  private static final int ROUNDS = 4;
  private static final int ROOM_MAX = 60_000;
  private static final int SAID_MAX = 60;

  @TempDir Path folder;
  private ChildJava java;
  private PowerCut disk;
  private Path data;
  private Path south;
  private Path full;
  private final List<String> acknowledged = new ArrayList<>();

  @BeforeEach
  void prepare() throws Exception {
    java = new ChildJava(Files.createDirectory(folder.resolve("java")));
    disk = new PowerCut(Files.createDirectory(folder.resolve("disk")));
    data = KillableHost.prepare(folder.resolve("line"));
    south = data.resolveSibling(TwoNodes.SOUTH);
    full = folder.resolve("full");
  }

  /** A {@link FullDiskHost} and what it answers. */
  private final class Host implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final BufferedWriter in;

    Host() throws IOException {
      process =
          disk.underFull(
                  java.process(FullDiskHost.class, data.toString(), south.toString()), data, full)
              .start();
      out = process.inputReader(StandardCharsets.UTF_8);
      in = process.outputWriter(StandardCharsets.UTF_8);
      assertThat(answer()).isEmpty();
    }

    String ask(String command) throws IOException {
      in.write(command + "\n");
      in.flush();
      String answer = answer();
      if (answer.matches("ACK [0-9a-f]{64}\n")) {
        acknowledged.add(answer.strip().substring(4));
      }
      return answer;
    }

    private String answer() throws IOException {
      StringBuilder answer = new StringBuilder();
      String line = out.readLine();
      while (line != null && !line.equals("END")) {
        answer.append(line).append('\n');
        line = out.readLine();
      }
      assertThat(line).as("the host died: %s", answer).isNotNull();
      return answer.toString();
    }

    @Override
    public void close() throws IOException {
      in.close();
      process.onExit().join();
    }
  }

  private static void assertAllSaid(Host host) throws IOException {
    for (String saying : SAYINGS) {
      assertThat(host.ask(saying)).as(saying).startsWith("ACK ");
    }
  }

  @Test
  void whatCannotBeKeptIsRefusedAndAWarningGoesAllTheSame() throws Exception {
    Chance chance = Chance.of(Long.getLong("seed", 1));
    for (int round = 0; round < ROUNDS; round++) {
      try (Host host = new Host()) {
        assertAllSaid(host);
        assertThat(host.ask("HEAR")).startsWith("204 204 UNACCEPTED");
        long room = round == 0 ? 0 : chance.between(1, ROOM_MAX);
        Files.writeString(full, String.valueOf(room));
        int refusals = 0;
        for (int said = 0; said < SAID_MAX && refusals < SAYINGS.size(); said++) {
          String saying = SAYINGS.get(said % SAYINGS.size());
          String answer = host.ask(saying);
          if (answer.startsWith("NO ")) {
            assertThat(answer).as(saying).startsWith("NO disk ").matches(WHAT_TO_DO);
          }
          refusals += answer.startsWith("ACK ") ? 0 : 1;
        }
        assertThat(refusals).isPositive();
        // A warning is sent and shown whatever the disk does; the peer is told that it is not kept.
        Files.writeString(full, "0");
        assertThat(host.ask("STOP")).startsWith("SENT ");
        assertThat(host.ask("HEAR")).startsWith("503 503 UNACCEPTED disk");
        assertThat(host.ask("HEAR")).startsWith("503 503 UNACCEPTED disk");
        assertThat(host.ask("TROUBLES")).containsPattern("urgent-not-kept .*Free space");
        // When there is room, all goes on without a start, and what was only sent is kept.
        Files.delete(full);
        assertAllSaid(host);
        assertThat(host.ask("HEAR")).startsWith("204 204 UNACCEPTED");
      }
      KillableHost.check(data, acknowledged);
    }
  }

  @Test
  void theSequencerStopsAndIsStartedAgain() throws Exception {
    try (Host host = new Host()) {
      Files.writeString(full, "0");
      String answer = "ACK";
      for (int said = 0; said < ENTRIES_MAX && answer.startsWith("ACK"); said++) {
        answer = host.ask("ENTRY");
      }
      assertThat(answer).startsWith("NO sequencer-");
      assertThat(host.ask("ENTRY")).startsWith("NO sequencer-");
      assertThat(host.ask("TROUBLES"))
          .containsPattern("sequencer-failed .*Free space")
          .containsPattern("record-not-written .*Free space");
      Files.delete(full);
      assertThat(host.ask("START")).startsWith("ACK");
      assertThat(host.ask("ENTRY")).startsWith("ACK ");
      assertThat(host.ask("TROUBLES")).doesNotContain("sequencer-failed");
    }
    KillableHost.check(data, acknowledged);
  }
}
