package hotline.line.terms;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.Field;

/**
 * How a track becomes volumes, and by how much an amendment may shift it.
 *
 * @param segmentUs how long one volume lasts
 * @param verticalStepFt shifts in height are multiples of this
 * @param verticalLimitFt and at most this, up or down
 * @param timeStepUs shifts in time are multiples of this
 * @param timeLimitUs and at most this, earlier or later
 */
public record Planning(
    long segmentUs, long verticalStepFt, long verticalLimitFt, long timeStepUs, long timeLimitUs) {
  private static final long SEGMENT_MIN_US = 1_000_000;
  private static final long TIME_MAX_US = 86_400_000_000L;
  private static final long VERTICAL_MAX_FT = 50_000;

  /** More steps than this make an exhaustive search of them pointless. */
  private static final long STEPS_MAX = 100;

  private static final int SIZE = 5;

  /** Refuses limits that are no whole number of steps. */
  public Planning {
    Terms.requireRange(segmentUs, SEGMENT_MIN_US, TIME_MAX_US, "the length of a volume in us");
    Terms.requireRange(verticalStepFt, 1, VERTICAL_MAX_FT, "the step in height in ft");
    Terms.requireRange(verticalLimitFt, 0, VERTICAL_MAX_FT, "the greatest shift in height in ft");
    Terms.requireRange(timeStepUs, SEGMENT_MIN_US, TIME_MAX_US, "the step in time in us");
    Terms.requireRange(timeLimitUs, 0, TIME_MAX_US, "the greatest shift in time in us");
    Terms.require(
        verticalLimitFt % verticalStepFt == 0 && verticalLimitFt / verticalStepFt <= STEPS_MAX,
        "the greatest shift in height is at most 100 whole steps");
    Terms.require(
        timeLimitUs % timeStepUs == 0 && timeLimitUs / timeStepUs <= STEPS_MAX,
        "the greatest shift in time is at most 100 whole steps");
  }

  static Planning read(Field field) {
    return field.tuple(
        SIZE,
        at ->
            new Planning(
                Terms.number(at.at(0)),
                Terms.number(at.at(1)),
                Terms.number(at.at(2)),
                Terms.number(at.at(3)),
                Terms.number(at.at(4))));
  }

  CborArray encoded() {
    return CborArray.builder()
        .add(segmentUs)
        .add(verticalStepFt)
        .add(verticalLimitFt)
        .add(timeStepUs)
        .add(timeLimitUs)
        .build();
  }
}
