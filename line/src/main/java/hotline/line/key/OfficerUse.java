package hotline.line.key;

import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.statement.Officer;
import java.util.Comparator;

/**
 * One use of an officer's signature: the same may not come again.
 *
 * @param timeUs when it was made, by the officer's device, µs since 1970 UTC
 * @param nonce SHA-256 of its nonce
 * @param index the entry that carries it
 */
public record OfficerUse(long timeUs, Hash nonce, long index) {
  /** By time, then by nonce. */
  static final Comparator<OfficerUse> ORDER =
      Comparator.comparingLong(OfficerUse::timeUs).thenComparing(use -> use.nonce().hex());

  static OfficerUse of(Officer officer, long index) {
    return new OfficerUse(officer.timeUs(), Merkle.plain(officer.nonce()), index);
  }
}
