package hotline.line.incident;

import hotline.line.body.IncidentBody;
import hotline.line.matter.Said;
import hotline.record.cbor.CborArray;

/** What a party holds of another's exhibit. */
public record Assessment(Said said, IncidentBody.View view, String reason) {
  /** Its one form, for the digest. */
  public CborArray encoded() {
    return CborArray.builder().add(said.encoded()).add(view.code()).add(reason).build();
  }
}
