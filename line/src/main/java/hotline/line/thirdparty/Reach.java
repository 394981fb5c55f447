package hotline.line.thirdparty;

import hotline.line.body.ThirdPartyBody;
import hotline.line.matter.Said;
import hotline.record.cbor.CborArray;

/** Whether a party can reach a third party, as it said last. */
public record Reach(Said said, ThirdPartyBody.Reach content) {
  /** Its one form, for the digest. */
  public CborArray encoded() {
    return CborArray.builder().add(said.encoded()).add(content.content()).build();
  }
}
