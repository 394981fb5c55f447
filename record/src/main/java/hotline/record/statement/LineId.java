package hotline.record.statement;

import hotline.record.merkle.Hash;

/**
 * The name of a line that cannot be taken by another: SHA-256 of its genesis.
 *
 * @param hash the 32 bytes
 */
public record LineId(Hash hash) {
  /** Bytes of a line id. */
  public static final int BYTES = Hash.LENGTH;

  /**
   * The id with these 32 bytes.
   *
   * @throws IllegalArgumentException if there are not exactly 32
   */
  public static LineId of(byte[] bytes) {
    return new LineId(Hash.of(bytes));
  }

  /** A fresh array of the 32 bytes. */
  public byte[] bytes() {
    return hash.bytes();
  }

  /** Sixty-four hexadecimal digits. */
  @Override
  public String toString() {
    return hash.hex();
  }
}
