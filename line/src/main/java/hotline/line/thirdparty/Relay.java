package hotline.line.thirdparty;

import hotline.line.body.ThirdPartyBody;
import hotline.line.matter.Said;
import hotline.record.cbor.CborArray;

/** How far something came on its way to one receiver, as the party that hands it on said last. */
public record Relay(Said said, ThirdPartyBody.Relay content) {
  /** Its one form, for the digest. */
  public CborArray encoded() {
    return CborArray.builder().add(said.encoded()).add(content.content()).build();
  }
}
