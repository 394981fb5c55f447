package hotline.record.signature;

import com.google.crypto.tink.subtle.EllipticCurves;
import com.google.crypto.tink.subtle.EllipticCurves.CurveType;
import com.google.crypto.tink.subtle.EllipticCurves.PointFormatType;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.jspecify.annotations.Nullable;

/**
 * A public key that has been enrolled: canonical, on its curve and, for Ed25519, torsion-free.
 *
 * <p>There is no instance that was not enrolled; that is what makes the verdict of every good
 * engine the same. Safe for use by many threads.
 */
public final class PublicKey {
  private final Algorithm algorithm;
  private final byte[] bytes;
  private final KeyId id;

  /** What the engine in use made of the key, at the first check. Made twice by a race: harmless. */
  private volatile Engine.@Nullable Verification prepared;

  private PublicKey(Algorithm algorithm, byte[] bytes) {
    this.algorithm = algorithm;
    this.bytes = bytes;
    this.id = KeyId.of(Arrays.copyOf(sha256(encoded()), KeyId.BYTES)).orElseThrow();
  }

  /**
   * The key with these raw bytes, if it may be enrolled.
   *
   * @param bytes 32 bytes of RFC 8032, or 65 of an uncompressed SEC 1 point
   */
  public static Optional<PublicKey> enrol(Algorithm algorithm, byte[] bytes) {
    byte[] own = bytes.clone();
    boolean sound =
        own.length == algorithm.keyBytes()
            && switch (algorithm) {
              case ED25519 -> Ed25519.validatePublicKeyFull(own, 0);
              case ES256 -> isOnP256(own);
            };
    return sound ? Optional.of(new PublicKey(algorithm, own)) : Optional.empty();
  }

  /** The key whose {@link #encoded} form this is, if it is one and may be enrolled. */
  public static Optional<PublicKey> decode(byte[] encoded) {
    return encoded.length == 0
        ? Optional.empty()
        : Algorithm.ofCode(encoded[0])
            .flatMap(known -> enrol(known, Arrays.copyOfRange(encoded, 1, encoded.length)));
  }

  /** How it signs. */
  public Algorithm algorithm() {
    return algorithm;
  }

  /** A fresh array of its raw bytes: 32 for Ed25519, 65 for ES256. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Its short name. */
  public KeyId id() {
    return id;
  }

  /** Its one form in files and statements: the algorithm's byte, then the raw bytes. */
  public byte[] encoded() {
    byte[] encoded = new byte[1 + bytes.length];
    encoded[0] = (byte) algorithm.code();
    System.arraycopy(bytes, 0, encoded, 1, bytes.length);
    return encoded;
  }

  /**
   * Whether this key signed the message. Total: bytes that are no signature are just not one.
   *
   * @throws IllegalStateException if this machine has no engine that gives the kept verdicts
   */
  public boolean verifies(byte[] message, byte[] signature) {
    Engine.Verification ready = prepared;
    if (ready == null) {
      ready = Engines.used(algorithm).prepare(this);
      prepared = ready;
    }
    return signature.length == Algorithm.SIGNATURE_BYTES && ready.holds(message, signature);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PublicKey key
        && algorithm == key.algorithm
        && Arrays.equals(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** The algorithm and the key id. */
  @Override
  public String toString() {
    return algorithm + " " + id;
  }

  /** P-256 has cofactor 1: a point on the curve, within the field, is a good key. */
  private static boolean isOnP256(byte[] point) {
    try {
      var _ = EllipticCurves.pointDecode(CurveType.NIST_P256, PointFormatType.UNCOMPRESSED, point);
      return true;
    } catch (GeneralSecurityException refused) {
      return false;
    }
  }

  private static byte[] sha256(byte[] input) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(input);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
