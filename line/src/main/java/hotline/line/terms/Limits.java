package hotline.line.terms;

import hotline.airspace.Cells;
import hotline.line.body.NoticeBody;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.Field;

/**
 * How much one notice or one planning enquiry can open.
 *
 * @param volumesPerNotice exact volumes that one notice commits to
 * @param noticeDurationUs from its first start to its last end
 * @param enquiryCells cells of one enquiry
 * @param enquiryDurationUs from its first start to its last end
 * @param enquiriesPerMinute that a party answers
 */
public record Limits(
    int volumesPerNotice,
    long noticeDurationUs,
    int enquiryCells,
    long enquiryDurationUs,
    int enquiriesPerMinute) {
  private static final long DURATION_MIN_US = 1_000_000;
  private static final long DURATION_MAX_US = 30 * 86_400_000_000L;
  private static final int PER_MINUTE_MAX = 60_000;
  private static final int SIZE = 5;

  /** Refuses limits that bound nothing. */
  public Limits {
    Terms.requireRange(
        volumesPerNotice, 1, NoticeBody.Declare.LEAVES_MAX, "the number of volumes of a notice");
    Terms.requireRange(
        noticeDurationUs, DURATION_MIN_US, DURATION_MAX_US, "the duration of a notice in us");
    Terms.requireRange(enquiryCells, 1, Cells.COUNT_MAX, "the number of cells of an enquiry");
    Terms.requireRange(
        enquiryDurationUs, DURATION_MIN_US, DURATION_MAX_US, "the duration of an enquiry in us");
    Terms.requireRange(enquiriesPerMinute, 1, PER_MINUTE_MAX, "the number of enquiries a minute");
  }

  static Limits read(Field field) {
    return field.tuple(
        SIZE,
        at ->
            new Limits(
                at.small(0, 1, NoticeBody.Declare.LEAVES_MAX),
                Terms.number(at.at(1)),
                at.small(2, 1, Cells.COUNT_MAX),
                Terms.number(at.at(3)),
                at.small(4, 1, PER_MINUTE_MAX)));
  }

  CborArray encoded() {
    return CborArray.builder()
        .add(volumesPerNotice)
        .add(noticeDurationUs)
        .add(enquiryCells)
        .add(enquiryDurationUs)
        .add(enquiriesPerMinute)
        .build();
  }
}
