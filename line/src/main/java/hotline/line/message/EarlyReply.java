package hotline.line.message;

import hotline.line.body.MessageBody;
import hotline.record.cbor.CborArray;
import hotline.record.statement.StatementId;

/**
 * A party's word on an urgent message that reached it directly and is not in the record yet.
 *
 * @param statement the reply
 * @param timeUs when it was signed
 */
public record EarlyReply(
    String party, MessageBody.Reply reply, StatementId statement, long timeUs) {
  /** Its one form, for the digest. */
  public CborArray encoded() {
    return CborArray.builder()
        .add(party)
        .add(reply.kind().code())
        .add(reply.content())
        .add(statement.bytes())
        .add(timeUs)
        .build();
  }
}
