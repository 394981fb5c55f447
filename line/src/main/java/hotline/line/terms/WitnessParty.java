package hotline.line.terms;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.Field;
import hotline.record.signature.Algorithm;
import hotline.record.signature.PublicKey;

/**
 * Someone who holds digests of the record and cosigns them; never counted for a receipt.
 *
 * @param cosignerKey Ed25519
 */
public record WitnessParty(String name, String title, PublicKey cosignerKey) {
  private static final int SIZE = 3;

  /** Refuses one that could not cosign. */
  public WitnessParty {
    Terms.require(!title.isBlank(), "a witness has a title");
    Terms.require(
        cosignerKey.algorithm() == Algorithm.ED25519,
        "the cosigner key of witness " + name + " is Ed25519");
  }

  static WitnessParty read(Field field) {
    return field.tuple(
        SIZE, at -> new WitnessParty(at.name(0), at.text(1, Terms.TITLE_MAX), Keys.read(at.at(2))));
  }

  CborArray encoded() {
    return CborArray.builder().add(name).add(title).add(cosignerKey.encoded()).build();
  }
}
