package hotline.line.workinggroup;

import hotline.line.body.WorkingGroupBody;
import hotline.line.matter.Said;
import hotline.record.cbor.CborArray;
import hotline.record.statement.StatementId;

/** A case, as it was opened. */
public record Case(Said said, WorkingGroupBody.Open content) {
  /** The id of the statement that opened it. */
  public StatementId id() {
    return said.id();
  }

  /** Its one form, for the digest. */
  public CborArray encoded() {
    return CborArray.builder().add(said.encoded()).add(content.content()).build();
  }
}
