package hotline.record.signature;

import com.google.crypto.tink.subtle.Ed25519Sign;
import java.security.GeneralSecurityException;

/** One library's way to check signatures of one algorithm. Safe for use by many threads. */
abstract class Engine {
  private final String name;

  Engine(String name) {
    this.name = name;
  }

  /** One key, ready for checking. */
  @FunctionalInterface
  interface Verification {
    /** Whether these 64 bytes are a signature over the message. Never throws for any bytes. */
    boolean holds(byte[] message, byte[] signature);
  }

  /** One secret, ready for signing. */
  @FunctionalInterface
  interface Signing {
    byte[] sign(byte[] message) throws GeneralSecurityException;
  }

  /** Its name in reports. */
  final String name() {
    return name;
  }

  /**
   * The key in the form that the library is fast with.
   *
   * @throws IllegalStateException if the library refuses a key that was enrolled
   */
  abstract Verification prepare(PublicKey key);

  /** Signing with an Ed25519 secret. Signatures do not depend on the engine (RFC 8032 §5.1.6). */
  Signing signing(byte[] seed) throws GeneralSecurityException {
    return new Ed25519Sign(seed)::sign;
  }
}
