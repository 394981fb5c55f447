package hotline.line.notice;

import hotline.line.body.NoticeBody;
import hotline.record.cbor.CborArray;
import hotline.record.statement.StatementId;

/**
 * A party's objection to another's notice.
 *
 * @param version that it objects to
 */
public record Dispute(
    String party,
    long version,
    NoticeBody.Ground ground,
    String reason,
    StatementId statement,
    long saidUs,
    long index) {
  /** Its one form, for the digest. */
  public CborArray encoded() {
    return CborArray.builder()
        .add(party)
        .add(version)
        .add(ground.code())
        .add(reason)
        .add(statement.bytes())
        .add(saidUs)
        .add(index)
        .build();
  }
}
