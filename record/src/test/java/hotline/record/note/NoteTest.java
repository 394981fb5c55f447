package hotline.record.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.record.merkle.Merkle;
import hotline.record.merkle.TlogVectors;
import hotline.record.signature.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {
  private static final NoteSigner LOG =
      NoteSigner.log("example.com/log", SigningKey.fromSeed(TlogVectors.seed("log")));
  private static final NoteSigner COSIGNER =
      NoteSigner.cosigner("example.com/cosigner", SigningKey.fromSeed(TlogVectors.seed("w1")));
  private static final Checkpoint CHECKPOINT =
      new Checkpoint("example.com/log", 1, Merkle.leaf(new byte[0]));

  @Test
  void noByteOfASignedNoteCanBeChanged() {
    byte[] bytes =
        LOG.sign(CHECKPOINT).with(COSIGNER.cosign(CHECKPOINT.text(), 1_767_225_600L)).bytes();
    List<VerifierKey> both = List.of(LOG.verifierKey(), COSIGNER.verifierKey());
    assertThat(Note.parse(bytes).then(note -> note.verify(both)).orThrow()).isEqualTo(both);
    for (int at = 0; at < bytes.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) (1 << bit);
        assertThat(
                Note.parse(changed).then(note -> note.verify(both)).asOptional().orElse(List.of()))
            .as("byte %d, bit %d", at, bit)
            .isNotEqualTo(both);
      }
    }
  }

  @Test
  void noNoteMayBeCutShort() {
    byte[] bytes = LOG.sign(CHECKPOINT).bytes();
    for (int length = 0; length < bytes.length; length++) {
      assertThat(Note.parse(Arrays.copyOf(bytes, length)).asOptional()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a b", "a+b", "a\u00a0b", "a\u2028b", "a\u0085b", "a\u3000b", "a\tb", "a\nb"})
  void noKeyHasSuchAName(String name) {
    assertThatThrownBy(() -> NoteSigner.log(name, SigningKey.fromSeed(new byte[32])))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(VerifierKey.parse(name + "+7b7930b3+AQ==").asOptional()).isEmpty();
  }

  @Test
  void noVkeyMayBeChangedInAnyCharacter() {
    String vkey = LOG.verifierKey().toString();
    for (int at = 0; at < vkey.length(); at++) {
      for (char c : "A+/=0fF z".toCharArray()) {
        String changed = vkey.substring(0, at) + c + vkey.substring(at + 1);
        if (!changed.equals(vkey)) {
          assertThat(VerifierKey.parse(changed).asOptional()).as(changed).isEmpty();
        }
      }
    }
    String postQuantum =
        TlogVectors.ALL.get("keys").get("pq1_mldsa44").get("name").asString() + "+6256e3c1+BgAA";
    assertThat(VerifierKey.parse(postQuantum)).isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void sizesAreBounded() {
    Note full =
        new Note(
            "text\n",
            Collections.nCopies(Note.SIGNATURES_MAX, COSIGNER.cosign(CHECKPOINT.text(), 0)));
    assertThat(Note.parse(full.bytes()).orThrow()).isEqualTo(full);
    String oneMore =
        new String(full.bytes(), StandardCharsets.UTF_8) + full.signatures().getFirst().line();
    assertThat(Note.parse(oneMore.getBytes(StandardCharsets.UTF_8)).asOptional()).isEmpty();
    assertThat(Note.parse(new byte[Note.NOTE_BYTES_MAX + 1]).asOptional()).isEmpty();
    String line = full.signatures().getFirst().line();
    String longText = "x".repeat(Note.TEXT_BYTES_MAX - 1) + "\n";
    assertThat(Note.parse((longText + "\n" + line).getBytes(StandardCharsets.UTF_8)).asOptional())
        .isPresent();
    assertThat(
            Note.parse(("x" + longText + "\n" + line).getBytes(StandardCharsets.UTF_8))
                .asOptional())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "o\n1\nROOT\n\n",
        "o\n1\nROOT",
        "\n1\nROOT\n",
        "o\n\nROOT\n",
        "o\n01\nROOT\n",
        "o\n9223372036854775808\nROOT\n",
        "o\n99999999999999999999\nROOT\n",
        "o\n１\nROOT\n",
        "o\n1\n",
        "o\n1\nROOT=\n",
        "o\n1\nROOT \n",
        "",
        "\n",
        "\n\n\n"
      })
  void noCheckpointLooksLikeThis(String text) {
    String whole = text.replace("ROOT", CHECKPOINT.root().base64());
    assertThat(Checkpoint.parse(whole).asOptional()).isEmpty();
  }

  @Test
  void theLargestSizeIsRead() {
    Checkpoint largest = new Checkpoint("o", Long.MAX_VALUE, CHECKPOINT.root());
    assertThat(Checkpoint.parse(largest.text()).orThrow()).isEqualTo(largest);
  }

  @Test
  void aKeySignsOnlyItsOwnKindOfLine() {
    assertThatThrownBy(() -> COSIGNER.sign("text\n")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> LOG.cosign("text\n", 0)).isInstanceOf(IllegalStateException.class);
    Checkpoint foreign = new Checkpoint("example.com/other", 1, CHECKPOINT.root());
    assertThatThrownBy(() -> LOG.sign(foreign)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTimeBefore1970OrAfterTheEndIsNoCosignature() {
    assertThatThrownBy(() -> COSIGNER.cosign("text\n", -1))
        .isInstanceOf(IllegalArgumentException.class);
    byte[] blob = COSIGNER.cosign("text\n", 0).blob();
    blob[0] = (byte) 0x80;
    assertThat(Cosignature.parse(NoteSignature.of(COSIGNER.verifierKey(), blob))).isEmpty();
  }
}
