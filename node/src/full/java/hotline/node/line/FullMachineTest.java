package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.peer.HttpPeerTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk of one machine of three is full: it says so, the others order on, and with room again it
 * comes back with all that it missed.
 */
class FullMachineTest {
  private static final int ANSWERS = 100;
  private static final String FULL = "c";

  @TempDir Path folder;

  @Test
  void theOthersOrderOnAndItComesBackWhenThereIsRoom() throws Exception {
    ChildJava java = new ChildJava(Files.createDirectory(folder.resolve("java")));
    PowerCut disk = new PowerCut(Files.createDirectory(folder.resolve("disk")));
    Path full = folder.resolve("full");
    Path log = folder.resolve("said");
    try (HostGroup host = HostGroup.linked(folder, java, List.of(HostGroup.DESK, "b", FULL));
        HttpPeerTransport way = host.transport()) {
      host.processes().putUnder(FULL, under(disk, host.data(FULL), full, log));
      host.processes().start(HostGroup.DESK, "b", FULL);
      GroupWriters writers = new GroupWriters(host, way);
      writers.start();
      host.add(HostGroup.DESK, "b");
      host.add(HostGroup.DESK, FULL);
      writers.more(ANSWERS);
      Files.writeString(full, "0");
      host.until(() -> text(log).contains("ree space"), "the full machine says what to do");
      writers.more(ANSWERS);
      String said = host.southSays();
      host.until(() -> host.isRecorded(said), "what South says is recorded");
      long size = writers.size();
      assertThat(host.published(FULL)).isLessThan(size);

      Files.delete(full);
      host.processes().kill(FULL);
      host.processes().start(FULL);
      host.until(() -> host.published(FULL) >= size, "it has what it missed");
      writers.more(ANSWERS);
      // With it the group bears the loss of another.
      host.processes().kill("b");
      writers.more(ANSWERS);
      writers.stop();
      writers.check(List.of(HostGroup.DESK, FULL));
      assertThat(host.south().api().line().troubles()).isEmpty();
    }
  }

  private static UnaryOperator<ProcessBuilder> under(
      PowerCut disk, Path data, Path full, Path log) {
    return process -> {
      try {
        return disk.underFull(process, data, full)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    };
  }

  private static String text(Path log) {
    try {
      return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }
}
