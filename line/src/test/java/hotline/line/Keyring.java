package hotline.line;

import hotline.record.signature.PublicKey;
import hotline.record.signature.Signer;
import hotline.record.signature.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keys for tests, by name: the same name is the same key, in every test. */
final class Keyring {
  private static final Map<String, SigningKey> KEYS = new HashMap<>();

  private Keyring() {}

  static synchronized SigningKey key(String name) {
    return KEYS.computeIfAbsent(
        name,
        _ -> {
          byte[] seed = new byte[SigningKey.SEED_BYTES];
          byte[] text = name.getBytes(StandardCharsets.US_ASCII);
          System.arraycopy(text, 0, seed, 0, text.length);
          return SigningKey.fromSeed(seed);
        });
  }

  /**
   * Signs with 64 zero bytes, at no cost: for properties over thousands of statements whose
   * signatures the caller vouches for.
   */
  record Unsigned(PublicKey publicKey) implements Signer {
    @Override
    public byte[] sign(byte[] message) {
      return new byte[64];
    }
  }

  /** What the caller vouches for. */
  static Optional<Verified> vouch(hotline.record.statement.Statement statement, PublicKey key) {
    return Optional.of(new Verified(statement.id(), key));
  }
}
