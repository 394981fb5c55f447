package hotline.record.signature;

import java.util.Arrays;
import java.util.Optional;

/** A way to sign that a line knows, with its numbers on the wire. */
public enum Algorithm {
  /** RFC 8032, cofactorless, with torsion-free keys: what nodes use. */
  ED25519(1, -8, 32),
  /** ECDSA over P-256 with SHA-256, low S: for keys that a hardware module keeps. */
  ES256(2, -7, 65);

  /** Bytes of a signature by either algorithm. */
  public static final int SIGNATURE_BYTES = 64;

  private final int code;
  private final int cose;
  private final int keyBytes;

  Algorithm(int code, int cose, int keyBytes) {
    this.code = code;
    this.cose = cose;
    this.keyBytes = keyBytes;
  }

  /** The byte before a key in its encoded form. */
  public int code() {
    return code;
  }

  /** Its number in a COSE header (RFC 9053 §2). */
  public int cose() {
    return cose;
  }

  /** Bytes of a raw public key. */
  public int keyBytes() {
    return keyBytes;
  }

  /** The algorithm with this byte before its keys. */
  public static Optional<Algorithm> ofCode(int code) {
    return Arrays.stream(values()).filter(each -> each.code == code).findFirst();
  }

  /** The algorithm with this number in a COSE header. */
  public static Optional<Algorithm> ofCose(long cose) {
    return Arrays.stream(values()).filter(each -> each.cose == cose).findFirst();
  }
}
