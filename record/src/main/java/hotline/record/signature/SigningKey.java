package hotline.record.signature;

import com.google.crypto.tink.subtle.Ed25519Sign;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/** An Ed25519 key in memory. Safe for use by many threads; never shows its secret in text. */
public final class SigningKey implements Signer {
  /** Bytes of the secret (RFC 8032 §5.1.5). */
  public static final int SEED_BYTES = 32;

  private static final byte[] PROBE = "hotline: this key works".getBytes(StandardCharsets.US_ASCII);

  private final byte[] seed;
  private final PublicKey publicKey;
  private final Engine.Signing signing;

  private SigningKey(byte[] seed) {
    this.seed = seed;
    try {
      byte[] point = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed).getPublicKey();
      publicKey = PublicKey.enrol(Algorithm.ED25519, point).orElseThrow();
      signing = Engines.used(Algorithm.ED25519).signing(seed);
      // A key that cannot be used shows itself here, not at the first STOP.
      if (!publicKey.verifies(PROBE, signing.sign(PROBE))) {
        throw new IllegalStateException("a signature by the new key does not hold");
      }
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("the signature engine refused a good key", broken);
    }
  }

  /** A new key. */
  public static SigningKey generate(SecureRandom random) {
    byte[] seed = new byte[SEED_BYTES];
    random.nextBytes(seed);
    return new SigningKey(seed);
  }

  /**
   * The key with this secret.
   *
   * @throws IllegalArgumentException if it has not 32 bytes
   */
  public static SigningKey fromSeed(byte[] seed) {
    if (seed.length != SEED_BYTES) {
      throw new IllegalArgumentException("a seed has 32 bytes, not " + seed.length);
    }
    return new SigningKey(seed.clone());
  }

  /** A fresh array of the secret, for the file that keeps it. */
  public byte[] seed() {
    return seed.clone();
  }

  @Override
  public PublicKey publicKey() {
    return publicKey;
  }

  @Override
  public byte[] sign(byte[] message) {
    try {
      return signing.sign(message);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("the signature engine failed to sign", broken);
    }
  }

  /** The public key's name; nothing of the secret. */
  @Override
  public String toString() {
    return "signing key of " + publicKey;
  }
}
