package hotline.line.matter;

import hotline.line.Spoken;
import hotline.record.cbor.CborArray;
import hotline.record.statement.Mode;
import hotline.record.statement.StatementId;

/**
 * Whose word something is, and when it was given: what is said stays tied to who said it.
 *
 * @param id of the statement
 * @param saidUs when it was signed, µs since 1970 UTC
 * @param index its entry in the record
 */
public record Said(StatementId id, String party, Mode mode, long saidUs, long index) {
  /** Of a statement. */
  public static Said of(Spoken spoken) {
    return new Said(spoken.id(), spoken.party(), spoken.mode(), spoken.timeUs(), spoken.index());
  }

  /** {@code [id, party, mode, saidUs, index]}, for the digest. */
  public CborArray encoded() {
    return CborArray.builder()
        .add(id.bytes())
        .add(party)
        .add(mode.code())
        .add(saidUs)
        .add(index)
        .build();
  }
}
