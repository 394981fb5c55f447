package hotline.line.disclosure;

import hotline.record.cbor.CborMap;
import hotline.record.cbor.Decoded;
import hotline.record.cbor.Fields;
import hotline.record.merkle.Hash;

/**
 * The host's word that a statement has its place in the record, given after it is committed. With a
 * signed checkpoint that has another leaf there it is proof of two histories. No rule depends on
 * it.
 *
 * @param epoch of the terms under which the host orders
 * @param index of the entry, from 0
 * @param leaf the leaf hash of the statement's bytes
 * @param hostTimeUs the host's clock, µs since 1970 UTC: evidence only
 */
public record Promise(long epoch, long index, Hash leaf, long hostTimeUs) {
  /** Refuses negative numbers and a time outside the years 1970 to 9999. */
  public Promise {
    if (epoch < 0 || index < 0 || hostTimeUs < 0 || hostTimeUs > Document.Header.TIME_US_MAX) {
      throw new IllegalArgumentException("a promise counts from 0, in the years 1970 to 9999");
    }
  }

  /** The payload of docs/format.md §8, type 3. */
  public CborMap content() {
    return CborMap.builder()
        .put(1, epoch)
        .put(2, index)
        .put(3, leaf.bytes())
        .put(4, hostTimeUs)
        .build();
  }

  /** Reads a hostile payload. */
  public static Decoded<Promise> decode(CborMap payload) {
    return Fields.decode(
        payload,
        at ->
            new Promise(
                at.integer(1, 0, Long.MAX_VALUE),
                at.integer(2, 0, Long.MAX_VALUE),
                Hash.of(at.bytes(3, Hash.LENGTH)),
                at.integer(4, 0, Document.Header.TIME_US_MAX)));
  }
}
