package hotline.record.statement;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * One life of a node's outbox, named at random: a node that lost its outbox begins another, so that
 * it never contradicts what it no longer knows it said.
 *
 * @param high the first 8 bytes
 * @param low the last 8 bytes
 */
public record Incarnation(long high, long low) implements Comparable<Incarnation> {
  /** Bytes of an incarnation. */
  public static final int BYTES = 16;

  /**
   * The incarnation with these 16 bytes.
   *
   * @throws IllegalArgumentException if there are not exactly 16
   */
  public static Incarnation of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("an incarnation has 16 bytes, not " + bytes.length);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new Incarnation(buffer.getLong(), buffer.getLong());
  }

  /** A fresh array of the 16 bytes. */
  public byte[] bytes() {
    return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
  }

  /** Orders as the bytes do, unsigned. */
  @Override
  public int compareTo(Incarnation other) {
    int first = Long.compareUnsigned(high, other.high);
    return first != 0 ? first : Long.compareUnsigned(low, other.low);
  }

  /** Thirty-two hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
  }
}
