package hotline.record.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hotline.record.signature.EngineReport.Standing;
import hotline.record.signature.Engines.Candidate;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.Test;

class EnginesTest {
  private static final Candidate TINK = new Candidate("tink", TinkEngine::new);

  @Test
  void oneEngineIsUsedForEachAlgorithmAndEveryOtherIsAccountedFor() {
    assertThat(
            Engines.report().stream()
                .collect(Collectors.groupingBy(EngineReport::algorithm, Collectors.counting())))
        .containsOnlyKeys(Algorithm.values())
        .containsEntry(Algorithm.ED25519, 4L)
        .containsEntry(Algorithm.ES256, 3L);
    assertThat(Engines.report())
        .filteredOn(report -> report.standing() == Standing.USED)
        .extracting(EngineReport::algorithm)
        .containsExactly(Algorithm.values());
    assertThat(Engines.report()).noneMatch(report -> report.standing() == Standing.REFUSED);
  }

  @Test
  void aVerifierWithTheCofactorIsRefused() {
    var choice =
        Engines.choose(
            Algorithm.ED25519, List.of(new Candidate("bouncycastle", Cofactored::new), TINK));
    assertThat(choice.reports())
        .extracting(EngineReport::engine, EngineReport::standing)
        .containsExactly(tuple("bouncycastle", Standing.REFUSED), tuple("tink", Standing.USED));
    assertThat(choice.reports().getFirst().why()).contains("R plus torsion point");
  }

  /** Every single wrong verdict is seen: an engine that lies on one vector only is refused. */
  @Test
  void anEngineThatDiffersOnOneVectorIsRefused() {
    for (KeptVerdicts.Kept lie : KeptVerdicts.all()) {
      if (lie.algorithm() != Algorithm.ED25519 || lie.verdict() == KeptVerdicts.Verdict.NO_KEY) {
        continue;
      }
      var choice =
          Engines.choose(
              Algorithm.ED25519, List.of(new Candidate("liar", () -> new LiesOn(lie)), TINK));
      assertThat(choice.reports().getFirst())
          .as(lie.name())
          .returns(Standing.REFUSED, EngineReport::standing)
          .satisfies(report -> assertThat(report.why()).contains(lie.name()));
    }
  }

  @Test
  void anEngineThatBreaksIsRefusedAndOneThatCannotBeLoadedIsAbsent() {
    Engine broken =
        new Engine("broken") {
          @Override
          Verification prepare(PublicKey key) {
            throw new IllegalStateException("no such key");
          }
        };
    var choice =
        Engines.choose(
            Algorithm.ED25519,
            List.of(
                new Candidate("broken", () -> broken),
                new Candidate(
                    "gone",
                    () -> {
                      throw new UnsatisfiedLinkError("no library here");
                    }),
                TINK));
    assertThat(choice.reports())
        .extracting(EngineReport::standing)
        .containsExactly(Standing.REFUSED, Standing.ABSENT, Standing.USED);
  }

  @Test
  void noEngineIsUsedWhereNoneIsGood() {
    var choice =
        Engines.choose(Algorithm.ED25519, List.of(new Candidate("bouncycastle", Cofactored::new)));
    assertThat(choice.engine()).isNull();
  }

  /** BouncyCastle as an engine: what must never be used. */
  private static final class Cofactored extends Engine {
    Cofactored() {
      super("bouncycastle");
    }

    @Override
    Verification prepare(PublicKey key) {
      return (message, signature) -> {
        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(key.bytes(), 0));
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
      };
    }
  }

  /** Right on all but one. */
  private static final class LiesOn extends Engine {
    private final Engine honest = new TinkEngine();
    private final KeptVerdicts.Kept lie;

    LiesOn(KeptVerdicts.Kept lie) throws GeneralSecurityException {
      super("liar");
      this.lie = lie;
    }

    @Override
    Verification prepare(PublicKey key) {
      Verification right = honest.prepare(key);
      return (message, signature) -> {
        boolean lies =
            Arrays.equals(signature, lie.signature()) && Arrays.equals(message, lie.message());
        return lies != right.holds(message, signature);
      };
    }
  }
}
