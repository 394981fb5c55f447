package hotline.node.record;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.accusation.Wrong;
import hotline.record.statement.LineId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence is there whole or not at all, once, and as soon as the disk takes it. */
class EvidenceTest {
  private static final Map<String, byte[]> FILES =
      Map.of("checkpoint", "one".getBytes(StandardCharsets.US_ASCII));

  @TempDir private Path data;

  @Test
  void theSameIsKeptOnce() throws IOException {
    Evidence evidence = evidence(data.resolve("evidence"));
    String where = keep(evidence);
    assertThat(keep(evidence)).isEqualTo(where);
    assertThat(Files.readString(Path.of(where).resolve("checkpoint"))).isEqualTo("one");
    assertThat(shown()).isEqualTo(1);
  }

  @Test
  void whatACrashLeftHalfDoneIsNoFolderOfEvidence() throws IOException {
    Evidence evidence = evidence(data.resolve("evidence"));
    Path kept = Path.of(keep(evidence));
    Path draft = kept.resolveSibling("." + kept.getFileName());
    Files.move(kept, draft);
    Files.delete(draft.resolve("checkpoint"));
    assertThat(shown()).isZero();
    assertThat(keep(evidence(data.resolve("evidence")))).isEqualTo(kept.toString());
    assertThat(kept.resolve("checkpoint")).exists();
    assertThat(draft).doesNotExist();
  }

  @Test
  void whatTheDiskDidNotTakeIsTriedAgain() throws IOException {
    Path folder = Files.writeString(data.resolve("evidence"), "in the way");
    Evidence evidence = evidence(folder);
    Path where = Path.of(keep(evidence));
    assertThat(where).doesNotExist();
    Files.delete(folder);
    evidence.keepAll();
    assertThat(where.resolve("checkpoint")).exists();
  }

  private static Evidence evidence(Path folder) {
    return new Evidence(folder, LineId.of(new byte[LineId.BYTES]));
  }

  private static String keep(Evidence evidence) {
    return evidence.keep(
        Wrong.TWO_HISTORIES, "north", Map.of("held", new byte[1], "shown", new byte[2]), FILES);
  }

  private long shown() throws IOException {
    try (Stream<Path> all = Files.list(data.resolve("evidence"))) {
      return all.filter(each -> !String.valueOf(each.getFileName()).startsWith(".")).count();
    }
  }
}
