package hotline.line.disclosure;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * 16 random bytes that make one document differ from every other.
 *
 * @param high the first 8 bytes
 * @param low the last 8 bytes
 */
public record Nonce(long high, long low) {
  /** Its length in bytes. */
  public static final int LENGTH = 16;

  /**
   * The nonce with these bytes.
   *
   * @throws IllegalArgumentException if there are not exactly 16
   */
  public static Nonce of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a nonce has 16 bytes, not " + bytes.length);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new Nonce(buffer.getLong(), buffer.getLong());
  }

  /** A fresh array of the bytes. */
  public byte[] bytes() {
    return ByteBuffer.allocate(LENGTH).putLong(high).putLong(low).array();
  }

  /** 32 lower-case hex digits. */
  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
  }
}
