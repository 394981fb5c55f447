package hotline.line.workinggroup;

import hotline.line.body.WorkingGroupBody;
import hotline.line.matter.Said;
import hotline.record.cbor.CborArray;

/** A party's position on an item of an agenda. */
public record Position(Said said, WorkingGroupBody.Position content) {
  /** Its one form, for the digest. */
  public CborArray encoded() {
    return CborArray.builder().add(said.encoded()).add(content.content()).build();
  }
}
