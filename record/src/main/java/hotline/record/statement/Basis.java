package hotline.record.statement;

import hotline.record.merkle.Hash;

/**
 * The record that the signer had verified when it signed.
 *
 * @param size entries, from 0
 * @param root the log's root at that size
 */
public record Basis(long size, Hash root) {
  public Basis {
    if (size < 0) {
      throw new IllegalArgumentException("a log has 0 or more entries, not " + size);
    }
  }
}
