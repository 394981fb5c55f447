package hotline.record.signature;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The signatures whose verdicts every node must give, one a line in a resource that is made from
 * the project's vectors: {@code algorithm key message signature verdict name}.
 */
final class KeptVerdicts {
  /** Where they are kept. */
  static final String RESOURCE = "kept-verdicts.txt";

  private KeptVerdicts() {}

  /** One signature and what every node must say of it. */
  record Kept(
      Algorithm algorithm,
      String keyHex,
      String messageHex,
      String signatureHex,
      Verdict verdict,
      String name) {

    byte[] key() {
      return HexFormat.of().parseHex(keyHex);
    }

    byte[] message() {
      return HexFormat.of().parseHex(messageHex);
    }

    byte[] signature() {
      return HexFormat.of().parseHex(signatureHex);
    }
  }

  /** What becomes of a signature. */
  enum Verdict {
    /** The key is enrolled, the signature holds. */
    HOLDS,
    /** The key is enrolled, the signature does not hold. */
    FAILS,
    /** The key cannot be enrolled. */
    NO_KEY
  }

  /** The name of the first kept signature on which enrol-then-verify differs with this engine. */
  static Optional<String> firstDifference(Algorithm algorithm, Engine engine) {
    // Many signatures are by one key, and to enrol it takes longer than to verify.
    Map<String, Optional<Engine.Verification>> keys = new HashMap<>();
    return all().stream()
        .filter(kept -> kept.algorithm() == algorithm)
        .filter(kept ->
            verdict(keys.computeIfAbsent(kept.keyHex(), _ -> enrol(engine, kept)), kept)
                != kept.verdict())
        .map(Kept::name)
        .findFirst();
  }

  /** What this machine says with this engine. */
  static Verdict verdict(Engine engine, Kept kept) {
    return verdict(enrol(engine, kept), kept);
  }

  private static Optional<Engine.Verification> enrol(Engine engine, Kept kept) {
    return PublicKey.enrol(kept.algorithm(), kept.key()).map(engine::prepare);
  }

  private static Verdict verdict(Optional<Engine.Verification> key, Kept kept) {
    return key.map(
            ready -> ready.holds(kept.message(), kept.signature()) ? Verdict.HOLDS : Verdict.FAILS)
        .orElse(Verdict.NO_KEY);
  }

  /** All of them, in the order of the resource. */
  static List<Kept> all() {
    return text().lines().map(KeptVerdicts::parse).toList();
  }

  /** The resource as it is. */
  static String text() {
    try (InputStream in = KeptVerdicts.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("this build lacks its own resource " + RESOURCE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + RESOURCE, broken);
    }
  }

  private static Kept parse(String line) {
    String[] fields = line.split(" ", 6);
    return new Kept(
        Algorithm.valueOf(fields[0]),
        fields[1],
        fields[2],
        fields[3],
        Verdict.valueOf(fields[4]),
        fields[5]);
  }
}
