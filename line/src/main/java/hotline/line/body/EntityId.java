package hotline.line.body;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The id of a notice through all its versions: 16 random bytes, in the order of their bytes.
 *
 * <p>Kept as two numbers: a million live notices are a million of these.
 */
public final class EntityId implements Comparable<EntityId> {
  /** Its length in bytes. */
  public static final int LENGTH = 16;

  /** 2⁶⁴ divided by the golden ratio: spreads neighbours (Knuth, TAOCP 3, §6.4). */
  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

  private final long high;
  private final long low;

  /**
   * The id with these bytes.
   *
   * @throws IllegalArgumentException if there are not 16
   */
  public EntityId(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("an entity id has 16 bytes, not " + bytes.length);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    this.high = buffer.getLong();
    this.low = buffer.getLong();
  }

  /** A fresh array of the bytes. */
  public byte[] bytes() {
    return ByteBuffer.allocate(LENGTH).putLong(high).putLong(low).array();
  }

  /** 32 lower-case hex digits. */
  public String hex() {
    HexFormat digits = HexFormat.of();
    return digits.toHexDigits(high) + digits.toHexDigits(low);
  }

  @Override
  public int compareTo(EntityId other) {
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EntityId that && high == that.high && low == that.low;
  }

  /** Mixed well: the bytes are said to be random, and whoever writes them may lie. */
  @Override
  public int hashCode() {
    return (int) (((high ^ Long.rotateLeft(low, Integer.SIZE)) * GOLDEN_RATIO) >>> Integer.SIZE);
  }

  @Override
  public String toString() {
    return hex();
  }
}
