package hotline.line.effect;

import hotline.line.message.Delivery;
import hotline.line.message.EarlyReply;
import hotline.line.message.LineMessage;
import hotline.record.cbor.CborArray;
import hotline.record.statement.StatementId;

/** What changes in the messages. */
public sealed interface MessageEffect extends Effect {
  /** A message is in the record. */
  record MessageArrived(LineMessage message) implements MessageEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("message").add(message.encoded()).build();
    }
  }

  /**
   * An addressed party said what became of a message.
   *
   * @param delivery all that this party has said of it by now
   */
  record DeliveryChanged(StatementId message, Delivery delivery) implements MessageEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder()
          .add("delivery")
          .add(message.bytes())
          .add(delivery.encoded())
          .build();
    }
  }

  /** A party spoke of an urgent message that is not in the record yet; it is kept until it is. */
  record RepliedEarly(EarlyReply reply) implements MessageEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("early").add(reply.encoded()).build();
    }
  }

  /** A party answered a line check: the line to it was open from end to end. */
  record LineProven(String party, StatementId check, long timeUs) implements MessageEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder()
          .add("line-proven")
          .add(party)
          .add(check.bytes())
          .add(timeUs)
          .build();
    }
  }
}
