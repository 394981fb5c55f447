package hotline.line.terms;

import hotline.record.cbor.Field;
import hotline.record.signature.Algorithm;
import hotline.record.signature.PublicKey;

/** Reads public keys that others send; none gets in that may not be enrolled. */
public final class Keys {
  private static final int BYTES_MAX = 1 + Algorithm.ES256.keyBytes();

  private Keys() {}

  /** The key in a field; a fault if it is none, or unsound. */
  public static PublicKey read(Field field) {
    return PublicKey.decode(field.bytes(1, BYTES_MAX))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "a key is 01 and 32 bytes (Ed25519) or 02 and 65 bytes (ES256), and sound"));
  }
}
