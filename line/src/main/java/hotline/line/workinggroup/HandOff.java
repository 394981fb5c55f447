package hotline.line.workinggroup;

import hotline.line.body.WorkingGroupBody;
import hotline.line.matter.Said;
import hotline.record.cbor.CborArray;

/** That a message on the safety line belongs to the working group, as one party has it. */
public record HandOff(Said said, WorkingGroupBody.HandOff content) {
  /** Its one form, for the digest. */
  public CborArray encoded() {
    return CborArray.builder().add(said.encoded()).add(content.content()).build();
  }
}
