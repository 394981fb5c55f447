package hotline.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.record.cbor.CborMap;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.note.NoteSigner;
import hotline.record.proof.Policy;
import hotline.record.proof.TlogProof;
import hotline.record.signature.SigningKey;
import hotline.record.statement.Chain;
import hotline.record.statement.Header;
import hotline.record.statement.Incarnation;
import hotline.record.statement.Lane;
import hotline.record.statement.LineId;
import hotline.record.statement.Mode;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a proof says of clocks: a log of one statement, cosigned by one witness. */
class ProofCheckTest {
  private static final String ORIGIN = "hotline/test/0011223344556677";
  private static final long COSIGNED_S = 1_800_000_000L;
  private static final SigningKey SPEAKER = key(1);
  private static final NoteSigner LOG = NoteSigner.log(ORIGIN, key(2));
  private static final NoteSigner WITNESS = NoteSigner.cosigner("hotline/test/south", key(3));

  private static SigningKey key(int seed) {
    byte[] bytes = new byte[SigningKey.SEED_BYTES];
    Arrays.fill(bytes, (byte) seed);
    return SigningKey.fromSeed(bytes);
  }

  /** A cosignature is of a whole second: up to one second later nobody's clock is wrong. */
  @ParameterizedTest
  @CsvSource({"-3600, false", "0, false", "1, false", "2, true", "3600, true"})
  void whoSignedAfterOthersCosignedHadAnotherClock(long afterS, boolean wrong) {
    List<String> held = check((COSIGNED_S + afterS) * 1_000_000);
    assertThat(held).anyMatch(line -> line.startsWith("cosigned by south at "));
    if (wrong) {
      assertThat(held)
          .contains(
              "signed "
                  + afterS
                  + " s after south cosigned it, by the two clocks: one of them was wrong");
    } else {
      assertThat(held).noneMatch(line -> line.contains("clocks"));
    }
  }

  private static List<String> check(long signedUs) {
    Header header =
        new Header(
            LineId.of(new byte[Hash.LENGTH]),
            new Chain("north", "one", new Incarnation(1, 2), Lane.ROUTINE),
            0,
            null,
            null,
            null,
            Mode.TEST,
            Header.BEGIN,
            signedUs);
    Statement said = Statements.sign(SPEAKER, header, CborMap.empty());
    Note bare = LOG.sign(new Checkpoint(ORIGIN, 1, Merkle.leaf(said.bytes())));
    Note note = bare.with(WITNESS.cosign(bare.text(), COSIGNED_S));
    Policy policy = Policy.of(LOG.verifierKey(), Map.of("south", WITNESS.verifierKey()), 1);
    ProofCheck.Result result =
        new ProofCheck(
                TlogProof.of(0, List.of(), note).withExtra(said.bytes()).bytes(),
                policy.bytes(),
                null,
                null,
                null)
            .run();
    assertThat(result.fault()).isNull();
    return result.held();
  }
}
