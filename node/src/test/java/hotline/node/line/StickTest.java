package hotline.node.line;

import static hotline.node.line.TwoNodes.NORTH;
import static hotline.node.line.TwoNodes.SOUTH;
import static hotline.node.line.TwoNodes.expectDone;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.api.LineApi;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.StickApi;
import hotline.node.api.StickApi.Brought;
import hotline.node.api.Views;
import hotline.node.stick.StickFile;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes that no way joins, and a stick that a person carries between them. */
class StickTest {
  private static final Requests.Message STOP =
      new Requests.Message("STOP", List.of(), null, null, null, null, null, List.of(), null);

  @TempDir Path folder;

  private static Said text(LineApi api, String text) {
    return expectDone(
        api.send(
            new Requests.Message(
                "TEXT", List.of(), text, "en", null, null, null, List.of(), null)));
  }

  private static void cut(TwoNodes line) {
    line.cut.put(NORTH, true);
    line.cut.put(SOUTH, true);
  }

  private static byte[] stick(LineApi api) {
    return api.stickFile(1).orElseThrow();
  }

  private static Brought.Taken taken(LineApi api, byte[] file) {
    if (api.bringStick(file) instanceof Brought.Taken taken) {
      return taken;
    }
    throw new AssertionError(api.bringStick(file));
  }

  private static Views.Message message(LineApi api, Said said) {
    return api.message(Objects.requireNonNull(said.id())).orElseThrow();
  }

  private static void allConfirmed(TwoNodes line) {
    line.until(
        () ->
            line.north().stickWaiting().statements() == 0
                && line.south().stickWaiting().statements() == 0,
        "each has what the other said");
  }

  @Test
  void whatFollowerSaidReachesTheHostByStickAndCountsOnce() throws IOException {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      allConfirmed(line);
      cut(line);
      Said stop = expectDone(line.south().send(STOP));
      Said words = text(line.south(), "Carried.");
      assertThat(line.south().stickWaiting()).isEqualTo(new StickApi.Carried(2, 1));

      Brought.Taken first = taken(line.north(), stick(line.south()));
      assertThat(first.from()).isEqualTo(SOUTH);
      assertThat(first.items())
          .extracting(each -> each.kind() + " " + each.became() + " " + each.line())
          .containsExactly("STOP TAKEN 6", "TEXT TAKEN 7");
      assertThat(line.north().alarms()).extracting(Views.Message::id).containsExactly(stop.id());
      assertThat(message(line.north(), stop).way()).isEqualTo("STICK");
      line.until(() -> line.north().message(id(words)).isPresent(), "the host has recorded it");
      assertThat(message(line.north(), words).way()).isEqualTo("STICK");
      assertThat(taken(line.north(), stick(line.south())).items())
          .allMatch(each -> each.became().equals("KNOWN"));

      // Back on the same stick: DELIVERED, so that South sees that it arrived.
      Brought.Taken back = taken(line.south(), stick(line.north()));
      assertThat(back.items()).anyMatch(each -> each.kind().equals("DELIVERED"));
      assertThat(message(line.south(), stop).delivery().delivered()).isNotNull();

      line.cut.clear();
      allConfirmed(line);
      for (LineApi each : List.of(line.north(), line.south())) {
        assertThat(each.entries(0, 1_000))
            .filteredOn(entry -> entry.id().equals(id(stop)) || entry.id().equals(id(words)))
            .hasSize(2)
            .allMatch(entry -> entry.verdict().equals("ACCEPTED"));
      }
      assertThat(message(line.north(), stop).way()).isEqualTo("STICK");
      assertThat(message(line.south(), stop).way()).isNotEqualTo("STICK");
      assertThat(line.north().broughtByStick(10)).allMatch(each -> each.index() != null);
    }
  }

  private static String id(Said said) {
    return Objects.requireNonNull(said.id());
  }

  @Test
  void whatTheHostRecordedIsShownToTheFollowerAndCountsWhenTheRecordComes() throws IOException {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      allConfirmed(line);
      cut(line);
      Said words = text(line.north(), "From the host.");
      byte[] file = stick(line.north());
      assertThat(taken(line.south(), file).items())
          .extracting(each -> each.kind() + " " + each.became())
          .containsExactly("TEXT KEPT");
      assertThat(line.south().broughtByStick(10))
          .extracting(each -> each.text() + " " + each.index())
          .containsExactly("From the host. null");
      line.stop(SOUTH);
      line.start(SOUTH);
      assertThat(line.south().broughtByStick(10)).hasSize(1);
      line.cut.clear();
      line.until(() -> line.south().message(id(words)).isPresent(), "the record came");
      assertThat(message(line.south(), words).way()).isEqualTo("STICK");
      assertThat(line.south().messages(100))
          .filteredOn(each -> each.id().equals(id(words)))
          .hasSize(1);
      assertThat(line.south().broughtByStick(10)).allMatch(each -> each.index() != null);
    }
  }

  @Test
  void aFileWithOneBitChangedIsRefusedWholeWhicheverBitItIs() throws IOException {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      allConfirmed(line);
      cut(line);
      Said stop = expectDone(line.south().send(STOP));
      byte[] file = stick(line.south());
      for (int bit = 0; bit < file.length * 8; bit++) {
        byte[] changed = file.clone();
        changed[bit / 8] ^= (byte) (1 << bit % 8);
        assertThat(line.north().bringStick(changed))
            .as("bit %d", bit)
            .isInstanceOf(Brought.Refused.class);
      }
      assertThat(line.north().bringStick(new byte[StickFile.BYTES_MAX + 1]))
          .isInstanceOf(Brought.Refused.class);
      assertThat(line.north().alarms()).isEmpty();
      assertThat(line.north().broughtByStick(10)).isEmpty();
      assertThat(taken(line.north(), file).count("TAKEN")).isEqualTo(1);
      assertThat(line.north().alarms()).extracting(Views.Message::id).containsExactly(id(stop));
    }
  }

  /** The digest is no signature: whoever can write files can make it anew. */
  @Test
  void aForgedStatementIsRefusedByItsSignatureAndTheOthersCount() throws IOException {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      allConfirmed(line);
      cut(line);
      var _ = expectDone(line.south().send(STOP));
      var _ = text(line.south(), "Real.");
      StickFile honest = read(stick(line.south()));
      List<Statement> forged = new ArrayList<>();
      for (Statement each : honest.statements()) {
        byte[] bytes = each.bytes();
        bytes[bytes.length - 1] ^= 1;
        forged.add((Statement) hotline.record.statement.Statements.parse(bytes));
      }
      assertThat(taken(line.north(), with(honest, forged)).items())
          .extracting(each -> each.became() + " " + each.code())
          .containsExactly("REFUSED signature", "REFUSED signature");
      assertThat(line.north().alarms()).isEmpty();
      List<StatementId> ids = honest.statements().stream().map(Statement::id).toList();
      List<Statement> both = new ArrayList<>(forged.subList(0, 1));
      both.addAll(honest.statements());
      assertThat(taken(line.north(), with(honest, both)).items())
          .extracting(each -> each.became())
          .containsExactly("REFUSED", "TAKEN", "TAKEN");
      assertThat(line.north().broughtByStick(10))
          .extracting(StickApi.Arrived::id)
          .containsExactlyInAnyOrderElementsOf(ids.stream().map(StatementId::toString).toList());
    }
  }

  @Test
  void ownAndForeignFilesDoNothing() throws IOException {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      allConfirmed(line);
      cut(line);
      var _ = expectDone(line.south().send(STOP));
      byte[] file = stick(line.south());
      assertThat(taken(line.south(), file).items()).allMatch(each -> each.code().equals("own"));
      String foreign =
          new String(file, StandardCharsets.US_ASCII)
              .replaceFirst("line [0-9a-f]{64}", "line " + "ab".repeat(32));
      assertThat(line.north().bringStick(again(foreign)))
          .isInstanceOfSatisfying(
              Brought.Refused.class, no -> assertThat(no.code()).isEqualTo("wrong-line"));
      assertThat(line.south().broughtByStick(10)).isEmpty();
      assertThat(line.north().broughtByStick(10)).isEmpty();
    }
  }

  private static StickFile read(byte[] file) {
    return ((StickFile.Read.Whole) StickFile.read(file)).file();
  }

  private static byte[] with(StickFile file, List<Statement> statements) {
    return new StickFile(
            file.line(),
            file.from(),
            file.written().truncatedTo(ChronoUnit.SECONDS),
            1,
            1,
            statements)
        .bytes();
  }

  /** The same text under a digest of its own. */
  private static byte[] again(String text) {
    String before = text.substring(0, text.lastIndexOf("sha-256 "));
    byte[] head = before.getBytes(StandardCharsets.US_ASCII);
    String digest = hotline.record.merkle.Merkle.plain(head).hex();
    return (before + "sha-256 " + digest + "\n").getBytes(StandardCharsets.US_ASCII);
  }
}
