package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.node.api.LineApi;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import java.io.IOException;
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

class RestartTest {
  @TempDir Path folder;

  @Test
  void whatWasSaidStaysAndWhatWaitsIsSentOnce() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      String recorded = say(line.south(), "before");
      line.stop(TwoNodes.NORTH);
      Said queued = text(line.south(), "waits");
      assertThat(queued.state()).isEqualTo(Said.State.QUEUED);
      String waiting = Objects.requireNonNull(queued.id());
      assertThat(line.south().line().outbox().waiting()).isPositive();
      line.stop(TwoNodes.SOUTH);
      line.start(TwoNodes.SOUTH);
      assertThat(line.south().line().outbox().waiting()).isPositive();
      assertThat(line.south().message(recorded)).isPresent();
      line.start(TwoNodes.NORTH);
      line.until(() -> line.north().message(waiting).isPresent(), "sent after both restarts");
      line.until(() -> line.south().line().outbox().waiting() == 0, "settled in south");
      assertThat(ids(line.north())).doesNotHaveDuplicates().contains(recorded, waiting);
      assertThat(say(line.north(), "after")).isNotBlank();
    }
  }

  @Test
  void aFollowerFetchesWhatTheHostCannotBring() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      line.cut.put(TwoNodes.SOUTH, true);
      String id = say(line.north(), "nobody brings it");
      line.until(() -> line.south().message(id).isPresent(), "fetched by south");
      line.until(
          () ->
              line.south().line().record().size() == line.north().line().record().size()
                  && line.south().line().record().confirmedSize()
                      == line.south().line().record().size(),
          "as far as the host, outcomes too");
      line.cut.clear();
      confirmed(line);
    }
  }

  @Test
  void aLostSequencerLogIsAClearErrorAndNothingIsLost() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      String _ = say(line.north(), "kept");
      confirmed(line);
      line.stop(TwoNodes.NORTH);
      Path order = line.data(TwoNodes.NORTH).resolve("order");
      Path aside = folder.resolve("order-aside");
      Files.move(order, aside);
      assertThatThrownBy(() -> line.start(TwoNodes.NORTH))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("backup");
      delete(order);
      Files.move(aside, order);
      line.start(TwoNodes.NORTH);
      assertThat(say(line.north(), "goes on")).isNotBlank();
    }
  }

  /** A follower publishes its entries first; what a stop in between leaves out comes back. */
  @Test
  void aFollowerWhoseOutcomesEndBeforeItsEntriesGoesOn() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      String _ = say(line.north(), "before");
      confirmed(line);
      line.stop(TwoNodes.SOUTH);
      Path checkpoint = line.data(TwoNodes.SOUTH).resolve("outcomes/checkpoint");
      Files.delete(checkpoint);
      line.start(TwoNodes.SOUTH);
      String _ = say(line.north(), "after");
      confirmed(line);
      line.until(() -> Files.exists(checkpoint), "the outcomes are published again");
      assertThat(line.south().line().record().outcomesRoot())
          .isEqualTo(line.north().line().record().outcomesRoot());
    }
  }

  @Test
  void aFollowerRestoredFromAnOldBackupCatchesUpAndSpeaksInANewChain() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      String _ = say(line.south(), "before the backup");
      confirmed(line);
      line.stop(TwoNodes.SOUTH);
      Path south = line.data(TwoNodes.SOUTH);
      Path backup = folder.resolve("backup");
      copy(south, backup);
      line.start(TwoNodes.SOUTH);
      String later = say(line.south(), "after the backup");
      confirmed(line);
      line.stop(TwoNodes.SOUTH);
      // As the manual says: all but what was cosigned, which must not be forgotten.
      Path witness = folder.resolve("witness-kept");
      Files.move(south.resolve("witness"), witness);
      delete(south);
      copy(backup, south);
      delete(south.resolve("witness"));
      Files.move(witness, south.resolve("witness"));
      line.start(TwoNodes.SOUTH);
      line.until(() -> line.south().message(later).isPresent(), "caught up");
      String again = say(line.south(), "after the restore");
      confirmed(line);
      assertThat(ids(line.north())).contains(later, again).doesNotHaveDuplicates();
      assertThat(ids(line.south())).isEqualTo(ids(line.north()));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.sorted().toList()) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static void confirmed(TwoNodes line) {
    line.until(
        () -> line.north().line().record().confirmedSize() == line.north().line().record().size(),
        "confirmed");
  }

  @Test
  void aSecondNodeOnTheFolderIsRefused() throws Exception {
    try (TwoNodes line = new TwoNodes(folder)) {
      line.start(TwoNodes.NORTH);
      assertThatThrownBy(() -> line.start(TwoNodes.NORTH))
          .hasMessageContaining("Another node is running");
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static List<String> ids(LineApi api) {
    List<String> ids = new ArrayList<>();
    api.entries(0, 1000).forEach(each -> ids.add(each.id()));
    return ids;
  }

  private static String say(LineApi api, String text) {
    return Objects.requireNonNull(TwoNodes.expectDone(text(api, text)).id());
  }

  private static Said text(LineApi api, String text) {
    return api.send(
        new Requests.Message("TEXT", List.of(), text, "en", null, null, null, List.of(), null));
  }
}
