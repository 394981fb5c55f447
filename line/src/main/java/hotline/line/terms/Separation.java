package hotline.line.terms;

import hotline.airspace.HeightBand;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.Field;

/**
 * How far apart the parties keep, and how much is put around a path for that.
 *
 * @param horizontalMm least distance over the ground, where the vertical one is not kept
 * @param verticalFt least distance in height, where the horizontal one is not kept
 * @param bufferHorizontalMm put around a path on every side
 * @param bufferVerticalFt put above and below it
 * @param bufferTimeUs put before and after it
 * @param datumMarginFt by how much W84 and standard-pressure heights may be wrong to one another
 */
public record Separation(
    long horizontalMm,
    long verticalFt,
    long bufferHorizontalMm,
    long bufferVerticalFt,
    long bufferTimeUs,
    long datumMarginFt) {
  static final long HORIZONTAL_MAX_MM = 1_000_000_000;
  static final long VERTICAL_MAX_FT = 50_000;
  private static final long TIME_MAX_US = 3_600_000_000L;
  private static final int SIZE = 6;

  /** Refuses figures that would switch the separation off, or that nobody means. */
  public Separation {
    Terms.requireRange(horizontalMm, 1, HORIZONTAL_MAX_MM, "the horizontal minimum in mm");
    Terms.requireRange(verticalFt, 1, VERTICAL_MAX_FT, "the vertical minimum in ft");
    Terms.requireRange(bufferHorizontalMm, 0, HORIZONTAL_MAX_MM, "the horizontal buffer in mm");
    Terms.requireRange(bufferVerticalFt, 0, VERTICAL_MAX_FT, "the vertical buffer in ft");
    Terms.requireRange(bufferTimeUs, 0, TIME_MAX_US, "the buffer in time in us");
    Terms.requireRange(
        datumMarginFt, 0, HeightBand.DATUM_MARGIN_MAX_FEET, "the margin between datums in ft");
  }

  static Separation read(Field field) {
    return field.tuple(
        SIZE,
        at ->
            new Separation(
                Terms.number(at.at(0)),
                Terms.number(at.at(1)),
                Terms.number(at.at(2)),
                Terms.number(at.at(3)),
                Terms.number(at.at(4)),
                Terms.number(at.at(5))));
  }

  CborArray encoded() {
    return CborArray.builder()
        .add(horizontalMm)
        .add(verticalFt)
        .add(bufferHorizontalMm)
        .add(bufferVerticalFt)
        .add(bufferTimeUs)
        .add(datumMarginFt)
        .build();
  }
}
