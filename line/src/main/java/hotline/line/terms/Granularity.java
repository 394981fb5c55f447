package hotline.line.terms;

import hotline.airspace.Cells;
import hotline.line.body.ExtentCodec;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.Field;

/**
 * How coarse the record is: what the extents of a notice are rounded outward to.
 *
 * @param cellLevelMax the finest S2 level, at most 13
 * @param cellsMax the most cells of one extent
 * @param timeUs times are whole multiples of it
 * @param heightMm W84 heights are whole multiples of it
 * @param heightFt standard-pressure heights are whole multiples of it
 */
public record Granularity(
    int cellLevelMax, int cellsMax, long timeUs, long heightMm, long heightFt) {
  private static final long TIME_MAX_US = 86_400_000_000L;
  private static final long HEIGHT_MAX_MM = 10_000_000;
  private static final long HEIGHT_MAX_FT = 50_000;
  private static final int SIZE = 5;

  /** Refuses what no extents could be rounded to. */
  public Granularity {
    Terms.requireRange(cellLevelMax, 0, Cells.LEVEL_MAX, "the finest cell level");
    Terms.requireRange(
        cellsMax, Cells.COVERING_LEAST, ExtentCodec.CELLS_MAX, "the number of cells of an extent");
    Terms.requireRange(timeUs, 1, TIME_MAX_US, "what times are rounded to in us");
    Terms.requireRange(heightMm, 1, HEIGHT_MAX_MM, "what W84 heights are rounded to in mm");
    Terms.requireRange(heightFt, 1, HEIGHT_MAX_FT, "what pressure heights are rounded to in ft");
  }

  static Granularity read(Field field) {
    return field.tuple(
        SIZE,
        at ->
            new Granularity(
                at.small(0, 0, Cells.LEVEL_MAX),
                at.small(1, 1, ExtentCodec.CELLS_MAX),
                Terms.number(at.at(2)),
                Terms.number(at.at(3)),
                Terms.number(at.at(4))));
  }

  CborArray encoded() {
    return CborArray.builder()
        .add(cellLevelMax)
        .add(cellsMax)
        .add(timeUs)
        .add(heightMm)
        .add(heightFt)
        .build();
  }
}
