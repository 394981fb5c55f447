package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.Listen;
import hotline.node.NodeConfigFile;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.peer.HttpPeerTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A host of three machines loses the one with its desk: the line goes on without its people, and
 * they come back with nothing lost, on the same machine or, from a backup, on another.
 */
class LostDeskTest {
  private static final int ANSWERS = 50;
  private static final String DESK = HostGroup.DESK;

  /** The machine that the desk's folder is restored on. */
  private static final String ELSEWHERE = "e";

  /** What a restored folder must not bring: docs/operations.md, "A machine is lost". */
  private static final List<String> NOT_RESTORED = List.of("order", "record", "outcomes");

  @TempDir Path folder;

  @Test
  void theLineGoesOnAndTheDeskComesBackWithNothingLost() throws Exception {
    ChildJava java = new ChildJava(Files.createDirectory(folder.resolve("java")));
    try (HostGroup host = HostGroup.linked(folder, java, List.of(DESK, "b", "c", ELSEWHERE));
        HttpPeerTransport way = host.transport()) {
      host.processes().start(DESK, "b", "c");
      GroupWriters writers = new GroupWriters(host, way);
      writers.start();
      host.add(DESK, "b");
      host.add(DESK, "c");
      String early = host.processes().stop(DESK);
      host.until(() -> host.isRecorded(early), "what the desk said is recorded");

      host.processes().kill(DESK);
      Path backup = folder.resolve("backup");
      copy(host.data(DESK), backup);
      List<String> missed = goesOnWithoutDesk(host, writers);

      host.processes().start(DESK);
      host.processes().awaitSeen(DESK, missed);
      String late = host.processes().stop(DESK);
      host.until(() -> host.isRecorded(late), "what the desk says again is recorded");

      host.processes().kill(DESK);
      List<String> missedAgain = goesOnWithoutDesk(host, writers);
      restore(host, backup);
      host.processes().start(ELSEWHERE);
      host.replace("b", DESK, ELSEWHERE);
      writers.more(ANSWERS);
      for (List<String> each : List.of(List.of(early, late), missed, missedAgain)) {
        host.processes().awaitSeen(ELSEWHERE, each);
      }
      String there = host.processes().stop(ELSEWHERE);
      host.until(() -> host.isRecorded(there), "what the restored desk says is recorded");
      writers.stop();
      // It answers where the lost machine did.
      writers.check(List.of("b", "c", DESK));
      assertThat(host.south().api().line().troubles()).isEmpty();
    }
  }

  /** Statements, urgent ones and others, are ordered and confirmed while nobody is at the desk. */
  private static List<String> goesOnWithoutDesk(HostGroup host, GroupWriters writers) {
    String stop = host.southSays();
    String text = southWrites(host);
    writers.more(ANSWERS);
    host.until(() -> host.isRecorded(stop), "South's STOP is recorded without the desk");
    host.until(() -> host.isRecorded(text), "South's text is recorded without the desk");
    long size = host.south().api().line().record().size();
    host.until(
        () -> host.south().api().line().record().confirmedSize() >= size,
        "what was recorded without the desk is confirmed");
    return List.of(stop, text);
  }

  private static String southWrites(HostGroup host) {
    Said said =
        host.south()
            .api()
            .send(
                new Requests.Message(
                    "TEXT", List.of(), "Who is there?", "en", null, null, null, List.of(), null));
    assertThat(said.done()).as(said.toString()).isTrue();
    return Objects.requireNonNull(said.id());
  }

  /** The documented steps: what the others do not hold, at another address. */
  private static void restore(HostGroup host, Path backup) throws IOException {
    Path data = host.data(ELSEWHERE);
    delete(data);
    copy(backup, data);
    NOT_RESTORED.forEach(each -> delete(data.resolve(each)));
    Path settings = data.resolve(NodeConfigFile.NAME);
    List<String> lines = new ArrayList<>(Files.readAllLines(settings));
    lines.removeIf(line -> line.startsWith("machine-") || line.startsWith("#machine-"));
    Listen there = host.network().known(ELSEWHERE);
    // Before the first table: what follows one belongs to it.
    lines.addAll(
        0,
        List.of(
            "machine-listen = \"" + there.host() + ":" + there.port() + "\"",
            "machine-joins = true"));
    Files.write(settings, lines);
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Files.copy(each, to.resolve(from.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
