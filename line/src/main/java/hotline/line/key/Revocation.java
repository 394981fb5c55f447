package hotline.line.key;

import hotline.record.cbor.CborArray;
import hotline.record.signature.PublicKey;

/**
 * That a party's root key has ended one of the party's keys.
 *
 * @param index the entry from which on the key counts no more
 * @param saidUs when it was signed, by the signer's clock, µs since 1970 UTC
 */
public record Revocation(String party, PublicKey key, String reason, long index, long saidUs) {
  /** Its one form, for the digest. */
  public CborArray encoded() {
    return CborArray.builder()
        .add(party)
        .add(key.encoded())
        .add(reason)
        .add(index)
        .add(saidUs)
        .build();
  }
}
