package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.api.LineApi;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.Views;
import hotline.node.peer.PeerEndpoints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host whose data is older than what it has signed, and one that is only said to be. */
class RestoredHostTest {
  @TempDir Path folder;
  private TwoNodes line;

  @BeforeEach
  void agree() throws Exception {
    line = new TwoNodes(folder).start().agree();
    confirmed();
  }

  @AfterEach
  void close() throws IOException {
    line.close();
  }

  @Test
  void nothingIsOrderedOnAnOldBackupAndNobodyIsAccused() throws Exception {
    String later = restored();
    // What waits in the restored outbox would be the first entry of a second history.
    line.start(TwoNodes.SOUTH);
    line.start(TwoNodes.NORTH);
    line.until(() -> sentence(line.north(), "record-lost").contains("south shows"), "found out");
    assertThat(line.north().line().record().sequencer()).isEqualTo("STOPPED");
    assertThat(say("on the old backup").state()).isEqualTo(Said.State.QUEUED);
    assertThat(line.north().sequencer(true))
        .returns("sequencer-failed", Said::code)
        .satisfies(said -> assertThat(said.sentence()).contains("second history"));
    assertThat(line.south().message(later)).isPresent();
    assertThat(line.data(TwoNodes.SOUTH).resolve("evidence")).doesNotExist();
  }

  @Test
  void aHostWaitsForThoseWhoMayKnowMore() throws Exception {
    line.stop(TwoNodes.SOUTH);
    line.stop(TwoNodes.NORTH);
    line.start(TwoNodes.NORTH);
    assertThat(line.north().line().record().sequencer()).isEqualTo("WAITING");
    line.until(
        () -> sentence(line.north(), "asking-the-others").contains("waits for south"),
        "it is said");
    Said waits = say("waits");
    assertThat(waits.state()).isEqualTo(Said.State.QUEUED);
    line.start(TwoNodes.SOUTH);
    String id = Objects.requireNonNull(waits.id());
    line.until(() -> line.south().message(id).isPresent(), "goes on with south there");
    assertThat(line.north().line().record().sequencer()).isEqualTo("RUNNING");
    assertThat(sentence(line.north(), "asking-the-others")).isEmpty();
  }

  @Test
  void aPersonCanGoOnWithoutThem() throws Exception {
    line.stop(TwoNodes.SOUTH);
    line.stop(TwoNodes.NORTH);
    line.start(TwoNodes.NORTH);
    TwoNodes.expectDone(line.north().sequencer(true));
    String id = Objects.requireNonNull(say("alone").id());
    line.until(() -> line.north().line().outbox().waiting() == 0, "ordered");
    assertThat(line.north().message(id)).isPresent();
    assertThat(sentence(line.north(), "asking-the-others")).isEmpty();
  }

  /** One who goes on by hand finds out as soon as the other is there, and goes no further. */
  @Test
  void aSecondHistoryThatWasBegunByHandEndsWithTheFirstMeeting() throws Exception {
    String _ = restored();
    line.start(TwoNodes.NORTH);
    TwoNodes.expectDone(line.north().sequencer(true));
    String _ = Objects.requireNonNull(say("another").id());
    line.until(() -> line.north().line().outbox().waiting() == 0, "ordered alone");
    line.start(TwoNodes.SOUTH);
    line.until(() -> !sentence(line.north(), "record-lost").isEmpty(), "found out");
    assertThat(line.north().line().record().sequencer()).isEqualTo("STOPPED");
  }

  /** Its word alone stops nobody: it would stop every host that it does not like. */
  @Test
  void aPartyThatOnlyClaimsToHoldMoreIsNotBelieved() {
    line.southLies(honest ->
        new PeerEndpoints() {
          @Override
          public Answer post(Call call, byte[] body) {
            return call == Call.ADD_CHECKPOINT
                ? new Answer(409, "text/x.tlog.size", "1000\n".getBytes(StandardCharsets.US_ASCII))
                : honest.post(call, body);
          }

          @Override
          public Answer file(Log log, String path) {
            return honest.file(log, path);
          }
        });
    String id = Objects.requireNonNull(say("goes on").id());
    line.until(
        () -> sentence(line.north(), "cosigning-south").contains("holds 1000 entries"),
        "it is said");
    assertThat(line.north().line().record().sequencer()).isEqualTo("RUNNING");
    assertThat(line.north().message(id)).isPresent();
    line.southLies(honest -> honest);
    String _ = Objects.requireNonNull(say("and on").id());
    confirmed();
    assertThat(sentence(line.north(), "cosigning-south")).isEmpty();
  }

  /** North has an old backup in place, South what came later; both are stopped. */
  private String restored() throws IOException {
    line.stop(TwoNodes.NORTH);
    Path north = line.data(TwoNodes.NORTH);
    Path backup = folder.resolve("backup");
    copy(north, backup);
    line.start(TwoNodes.NORTH);
    String later = Objects.requireNonNull(say("after the backup").id());
    line.until(() -> line.south().message(later).isPresent(), "it is at south");
    confirmed();
    line.stop(TwoNodes.NORTH);
    line.stop(TwoNodes.SOUTH);
    Files.move(north, folder.resolve("lost"));
    copy(backup, north);
    return later;
  }

  private void confirmed() {
    line.until(
        () -> line.north().line().record().confirmedSize() == line.north().line().record().size(),
        "confirmed");
  }

  private Said say(String text) {
    return line.north()
        .send(
            new Requests.Message("TEXT", List.of(), text, "en", null, null, null, List.of(), null));
  }

  private static String sentence(LineApi api, String trouble) {
    return api.line().troubles().stream()
        .filter(each -> each.code().equals(trouble))
        .map(Views.Trouble::sentence)
        .findFirst()
        .orElse("");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.sorted().toList()) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
