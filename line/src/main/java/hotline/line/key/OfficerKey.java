package hotline.line.key;

import hotline.record.cbor.CborArray;
import hotline.record.signature.PublicKey;

/**
 * A key that a party's root key has given to one of the party's people.
 *
 * @param officer as the party calls the person on this line
 * @param index the entry from which on it counts
 * @param saidUs when it was signed, by the signer's clock, µs since 1970 UTC
 */
public record OfficerKey(String party, String officer, PublicKey key, long index, long saidUs) {
  /** Its one form, for the digest. */
  public CborArray encoded() {
    return CborArray.builder()
        .add(party)
        .add(officer)
        .add(key.encoded())
        .add(index)
        .add(saidUs)
        .build();
  }
}
