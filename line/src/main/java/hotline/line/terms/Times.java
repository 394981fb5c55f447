package hotline.line.terms;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.Field;

/**
 * How soon things are to be done. Evidence and alarms hang on these; nothing is refused by them.
 *
 * @param replyByUs after it was signed, a message that asks for an answer has one
 * @param acceptByUs after it came, an urgent message is accepted by a person
 * @param lineCheckEveryUs the longest time between two line checks
 * @param noticeLeadUs how long before it starts an activity is declared; later is shown as late
 */
public record Times(long replyByUs, long acceptByUs, long lineCheckEveryUs, long noticeLeadUs) {
  private static final long LEAST_US = 1_000_000;
  private static final long MOST_US = 7 * 86_400_000_000L;
  private static final int SIZE = 4;

  /** Refuses times that nobody could keep, or notice. */
  public Times {
    Terms.requireRange(replyByUs, LEAST_US, MOST_US, "the time to reply in us");
    Terms.requireRange(acceptByUs, LEAST_US, MOST_US, "the time to accept in us");
    Terms.requireRange(lineCheckEveryUs, LEAST_US, MOST_US, "the time between line checks in us");
    Terms.requireRange(noticeLeadUs, 0, MOST_US, "the lead time of a notice in us");
  }

  static Times read(Field field) {
    return field.tuple(
        SIZE,
        at ->
            new Times(
                Terms.number(at.at(0)),
                Terms.number(at.at(1)),
                Terms.number(at.at(2)),
                Terms.number(at.at(3))));
  }

  CborArray encoded() {
    return CborArray.builder()
        .add(replyByUs)
        .add(acceptByUs)
        .add(lineCheckEveryUs)
        .add(noticeLeadUs)
        .build();
  }
}
