package hotline.record.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hotline.record.merkle.Frontier;
import hotline.record.merkle.TlogVectors;
import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.note.VerifierKey;
import hotline.record.tiles.EntryBundle;
import hotline.record.tiles.TilePath;
import hotline.record.witness.AddCheckpointRequest;
import hotline.record.witness.WitnessAnswer;
import hotline.record.witness.WitnessReply;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Whatever the bytes: a value that writes back as the same bytes, or a refusal; never an exception.
 * Replays kept inputs in the build; {@code JAZZER_FUZZ=1} searches for new ones.
 */
class HostileBytesFuzzTest {
  /** Apart, so that nothing of the product is loaded before the fuzzer can watch it. */
  private static final class Known {
    private static final Policy POLICY =
        Policy.parse(TlogVectors.ALL.get("policy_file").asString().getBytes(StandardCharsets.UTF_8))
            .orThrow();
    private static final List<VerifierKey> KEYS =
        POLICY.witnesses().stream().map(Policy.Witness::key).toList();
  }

  @FuzzTest(maxDuration = "1m")
  void aNoteIsReadOrRefused(byte[] bytes) {
    Note.parse(bytes)
        .asOptional()
        .ifPresent(note -> {
          assertThat(note.bytes()).isEqualTo(bytes);
          assertThat(note.verify(Known.KEYS)).isNotNull();
          Checkpoint.parse(note.text())
              .asOptional()
              .ifPresent(read -> assertThat(read.text()).isEqualTo(note.text()));
        });
  }

  @FuzzTest(maxDuration = "1m")
  void aRequestIsReadOrRefused(byte[] bytes) {
    AddCheckpointRequest.parse(bytes)
        .asOptional()
        .ifPresent(request -> assertThat(request.bytes()).isEqualTo(bytes));
  }

  @FuzzTest(maxDuration = "1m")
  void aReplyIsReadOrRefused(byte[] bytes) {
    Note note = Note.of("text\n");
    assertThat(WitnessAnswer.read(200, "", bytes, note, Known.KEYS)).isNotNull();
    assertThat(WitnessAnswer.read(409, WitnessReply.SIZE_TYPE, bytes, note, Known.KEYS))
        .isNotNull();
    assertThat(WitnessAnswer.read(403, "", bytes, note, Known.KEYS)).isNotNull();
  }

  @FuzzTest(maxDuration = "1m")
  void aProofIsReadOrRefused(byte[] bytes) {
    TlogProof.parse(bytes)
        .asOptional()
        .ifPresent(proof -> {
          assertThat(proof.bytes()).isEqualTo(bytes);
          assertThat(proof.verify(bytes, Known.POLICY)).isNotNull();
        });
  }

  @FuzzTest(maxDuration = "1m")
  void aPolicyIsReadOrRefused(byte[] bytes) {
    Policy.parse(bytes)
        .asOptional()
        .ifPresent(policy -> {
          assertThat(Policy.parse(policy.bytes()).orThrow()).isEqualTo(policy);
        });
  }

  @FuzzTest(maxDuration = "1m")
  void aPathABundleAndAnEdgeAreReadOrRefused(byte[] bytes) {
    String path = new String(bytes, StandardCharsets.UTF_8);
    TilePath.parse(path).ifPresent(read -> assertThat(read).hasToString(path));
    for (int count = 0; count < 4; count++) {
      EntryBundle.decode(bytes, count)
          .ifPresent(entries -> assertThat(EntryBundle.encode(entries)).isEqualTo(bytes));
    }
    Frontier.parse(bytes).ifPresent(edge -> assertThat(edge.bytes()).isEqualTo(bytes));
  }
}
