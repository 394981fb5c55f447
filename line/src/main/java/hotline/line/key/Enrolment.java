package hotline.line.key;

import hotline.record.cbor.CborArray;
import hotline.record.signature.PublicKey;

/**
 * A key that a party's root key has given to one of the party's nodes.
 *
 * @param index the entry from which on it counts
 * @param saidUs when it was signed, by the signer's clock, µs since 1970 UTC
 */
public record Enrolment(String party, String node, PublicKey key, long index, long saidUs) {
  /** Its one form, for the digest. */
  public CborArray encoded() {
    return CborArray.builder()
        .add(party)
        .add(node)
        .add(key.encoded())
        .add(index)
        .add(saidUs)
        .build();
  }
}
