package hotline.record.statement;

import hotline.record.merkle.Hash;
import java.util.Arrays;

/**
 * The name of a statement: SHA-256 of what its signature stands over. The same for every signature
 * that its signer could put there.
 *
 * @param hash the 32 bytes
 */
public record StatementId(Hash hash) implements Comparable<StatementId> {
  /** Bytes of a statement id. */
  public static final int BYTES = Hash.LENGTH;

  /**
   * The id with these 32 bytes.
   *
   * @throws IllegalArgumentException if there are not exactly 32
   */
  public static StatementId of(byte[] bytes) {
    return new StatementId(Hash.of(bytes));
  }

  /** A fresh array of the 32 bytes. */
  public byte[] bytes() {
    return hash.bytes();
  }

  /** Orders as the bytes do, unsigned. */
  @Override
  public int compareTo(StatementId other) {
    return Arrays.compareUnsigned(bytes(), other.bytes());
  }

  /** Sixty-four hexadecimal digits. */
  @Override
  public String toString() {
    return hash.hex();
  }
}
