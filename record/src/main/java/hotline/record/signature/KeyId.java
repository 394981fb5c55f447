package hotline.record.signature;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The short name of a public key: the first 8 bytes of SHA-256 of its encoded form.
 *
 * <p>It finds a key among those of the terms. It proves nothing: two keys with one id can be made.
 *
 * @param bits the 8 bytes, most significant first
 */
public record KeyId(long bits) implements Comparable<KeyId> {
  /** Bytes of a key id. */
  public static final int BYTES = 8;

  /** The id with these bytes, if there are exactly 8. */
  public static Optional<KeyId> of(byte[] bytes) {
    return bytes.length == BYTES
        ? Optional.of(new KeyId(ByteBuffer.wrap(bytes).getLong()))
        : Optional.empty();
  }

  /** A fresh array of its 8 bytes. */
  public byte[] bytes() {
    return ByteBuffer.allocate(BYTES).putLong(bits).array();
  }

  /** Orders as their bytes do, unsigned. */
  @Override
  public int compareTo(KeyId other) {
    return Long.compareUnsigned(bits, other.bits);
  }

  /** Sixteen hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(bits);
  }
}
