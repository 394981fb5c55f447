package hotline.line.matter;

import hotline.record.cbor.CborArray;

/** That a party has taken its own word back; the word stays on record. */
public record Retraction(Said said, String reason) {
  /** Its one form, for the digest. */
  public CborArray encoded() {
    return CborArray.builder().add(said.encoded()).add(reason).build();
  }
}
