package hotline.line.sheet;

import hotline.line.terms.Granularity;
import hotline.line.terms.Limits;
import hotline.line.terms.Planning;
import hotline.line.terms.Retention;
import hotline.line.terms.Separation;
import hotline.line.terms.Terms;
import hotline.line.terms.Times;

/** The figures of a sheet, put together again. */
final class Figures {
  private Figures() {}

  static Separation separation(Values values, Terms before) {
    Separation was = before.separation();
    return new Separation(
        values.one("separation-horizontal", was.horizontalMm(), Text::distance),
        values.one("separation-vertical", was.verticalFt(), Text::feet),
        values.one("buffer-horizontal", was.bufferHorizontalMm(), Text::distance),
        values.one("buffer-vertical", was.bufferVerticalFt(), Text::feet),
        values.one("buffer-time", was.bufferTimeUs(), Text::duration),
        values.one("datum-margin", was.datumMarginFt(), Text::feet));
  }

  static Planning planning(Values values, Terms before) {
    Planning was = before.planning();
    return new Planning(
        values.one("planning-segment", was.segmentUs(), Text::duration),
        values.one("planning-height-step", was.verticalStepFt(), Text::feet),
        values.one("planning-height-limit", was.verticalLimitFt(), Text::feet),
        values.one("planning-time-step", was.timeStepUs(), Text::duration),
        values.one("planning-time-limit", was.timeLimitUs(), Text::duration));
  }

  static Granularity granularity(Values values, Terms before) {
    Granularity was = before.granularity();
    return new Granularity(
        values.one("record-cell-level", was.cellLevelMax(), Text::whole),
        values.one("record-cells", was.cellsMax(), Text::whole),
        values.one("record-times", was.timeUs(), Text::duration),
        values.one("record-heights-w84", was.heightMm(), Text::distance),
        values.one("record-heights-std", was.heightFt(), Text::feet));
  }

  static Limits limits(Values values, Terms before) {
    Limits was = before.limits();
    return new Limits(
        values.one("notice-volumes", was.volumesPerNotice(), Text::whole),
        values.one("notice-duration", was.noticeDurationUs(), Text::duration),
        values.one("enquiry-cells", was.enquiryCells(), Text::whole),
        values.one("enquiry-duration", was.enquiryDurationUs(), Text::duration),
        values.one("enquiry-per-minute", was.enquiriesPerMinute(), Text::whole));
  }

  static Times times(Values values, Terms before) {
    Times was = before.times();
    return new Times(
        values.one("reply-by", was.replyByUs(), Text::duration),
        values.one("accept-by", was.acceptByUs(), Text::duration),
        values.one("line-check-every", was.lineCheckEveryUs(), Text::duration),
        values.one("notice-lead", was.noticeLeadUs(), Text::duration));
  }

  static Retention retention(Values values, Terms before) {
    Retention was = before.retention();
    return new Retention(
        values.one("keep-record", was.recordUs(), Text::duration),
        values.one("keep-private", was.privateUs(), Text::duration));
  }
}
