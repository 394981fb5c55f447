package hotline.record.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hotline.record.merkle.MerkleProofs;
import hotline.record.merkle.TlogVectors;
import hotline.record.signature.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class NoteVectorsTest {
  private static final VerifierKey LOG = VerifierKey.parse(TlogVectors.vkey("log")).orThrow();
  private static final VerifierKey W1 = VerifierKey.parse(TlogVectors.vkey("w1")).orThrow();
  private static final VerifierKey W2 = VerifierKey.parse(TlogVectors.vkey("w2")).orThrow();

  /** Accepted by every tool that was tried, and refused here on purpose. */
  private static final Set<String> STRICTER =
      Set.of(
          "valid line given twice",
          "good signature then a corrupt one of the same key",
          "root base64 with spare bits set (signed)",
          "size 0 with a non-empty-tree root (signed)");

  static List<JsonNode> cases() {
    return TlogVectors.list("accept_reject");
  }

  static List<JsonNode> checkpoints() {
    return TlogVectors.list("checkpoints");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void refusesWhateverTheStrictestToolRefusesAndMore(JsonNode known) {
    String name = known.get("case").asString();
    boolean allAccept =
        List.of("torchwood_0_9_0_parse", "formats_0_1_1_parse", "x_mod_note_open").stream()
            .allMatch(tool -> known.get(tool).asString().equals("accept"));
    byte[] bytes = TlogVectors.base64(known.get("note_b64"));
    Parsed<SignedCheckpoint> opened = SignedCheckpoint.open(bytes, LOG);
    assertThat(opened.asOptional().isPresent())
        .as("%s: %s", name, opened)
        .isEqualTo(allAccept && !STRICTER.contains(name));
    opened.asOptional().ifPresent(good -> assertThat(good.note().bytes()).isEqualTo(bytes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"log", "log2", "w1", "w2"})
  void keysAreWrittenAndReadAsTheVectorsSay(String name) {
    JsonNode known = TlogVectors.ALL.get("keys").get(name);
    String keyName = known.get("name").asString();
    SigningKey key = SigningKey.fromSeed(TlogVectors.seed(name));
    NoteSigner signer =
        known.get("alg_byte").asInt() == 1
            ? NoteSigner.log(keyName, key)
            : NoteSigner.cosigner(keyName, key);
    assertThat(signer.verifierKey()).hasToString(TlogVectors.vkey(name));
    assertThat(VerifierKey.parse(TlogVectors.vkey(name)).orThrow()).isEqualTo(signer.verifierKey());
  }

  @ParameterizedTest
  @MethodSource("checkpoints")
  void checkpointsAndCosignaturesAreWrittenByteForByte(JsonNode known) {
    NoteSigner log = NoteSigner.log(LOG.name(), SigningKey.fromSeed(TlogVectors.seed("log")));
    NoteSigner w1 = NoteSigner.cosigner(W1.name(), SigningKey.fromSeed(TlogVectors.seed("w1")));
    NoteSigner w2 = NoteSigner.cosigner(W2.name(), SigningKey.fromSeed(TlogVectors.seed("w2")));
    int size = known.get("size").asInt();
    long time = known.get("cosignature_v1").get("timestamp").asLong();
    Checkpoint checkpoint =
        new Checkpoint(
            LOG.name(), size, MerkleProofs.root(TlogVectors.tree(Math.max(size, 1)), size));
    assertThat(checkpoint.text()).isEqualTo(known.get("note_text").asString());
    Note signed = log.sign(checkpoint);
    assertThat(text(signed)).isEqualTo(known.get("signed_checkpoint").asString());
    NoteSignature line = w1.cosign(checkpoint.text(), time);
    assertThat(line.line()).isEqualTo(known.get("cosignature_v1").get("line").asString());
    Note cosigned = signed.with(line).with(w2.cosign(checkpoint.text(), time + 1));
    assertThat(text(cosigned)).isEqualTo(known.get("checkpoint_with_w1_w2").asString());
    SignedCheckpoint opened = SignedCheckpoint.open(cosigned.bytes(), LOG).orThrow();
    assertThat(opened.checkpoint()).isEqualTo(checkpoint);
    assertThat(opened.cosignatures(List.of(W2, W1)).orThrow())
        .extracting(Cosignature::cosigner, Cosignature::unixSeconds)
        .containsExactly(tuple(W1.name(), time), tuple(W2.name(), time + 1));
    assertThat(new String(Cosignature.message(time, checkpoint.text()), StandardCharsets.UTF_8))
        .isEqualTo(known.get("cosignature_v1").get("signed_message").asString());
  }

  /** A line of a kind we do not check is kept as it is and harms nothing. */
  @Test
  void aPostQuantumLineIsPassedOverAndKept() {
    JsonNode known = checkpoints().get(1);
    String whole =
        known.get("signed_checkpoint").asString()
            + known.get("mldsa44_cosignature").get("line").asString();
    SignedCheckpoint opened =
        SignedCheckpoint.open(whole.getBytes(StandardCharsets.UTF_8), LOG).orThrow();
    assertThat(text(opened.note())).isEqualTo(whole);
    assertThat(opened.cosignatures(List.of(W1, W2)).orThrow()).isEmpty();
  }

  @Test
  void aCheckpointWithAnExtensionLineIsRead() {
    String whole = TlogVectors.ALL.get("checkpoint_with_extension_line").asString();
    SignedCheckpoint opened =
        SignedCheckpoint.open(whole.getBytes(StandardCharsets.UTF_8), LOG).orThrow();
    assertThat(opened.checkpoint().extensions()).containsExactly("hotline-ext demo");
    assertThat(opened.checkpoint().text()).isEqualTo(opened.note().text());
  }

  private static String text(Note note) {
    return new String(note.bytes(), StandardCharsets.UTF_8);
  }
}
