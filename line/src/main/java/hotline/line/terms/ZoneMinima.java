package hotline.line.terms;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.Field;

/**
 * How far apart aircraft are kept in one zone, where that is another distance than elsewhere.
 *
 * @param horizontalMm least distance over the ground, where the vertical one is not kept
 * @param verticalFt least distance in height, where the horizontal one is not kept
 */
public record ZoneMinima(long horizontalMm, long verticalFt) {
  private static final int SIZE = 2;

  /** Refuses figures that would switch the separation off, or that nobody means. */
  public ZoneMinima {
    Terms.requireRange(
        horizontalMm, 1, Separation.HORIZONTAL_MAX_MM, "the horizontal minimum of a zone in mm");
    Terms.requireRange(
        verticalFt, 1, Separation.VERTICAL_MAX_FT, "the vertical minimum of a zone in ft");
  }

  static ZoneMinima read(Field field) {
    return field.tuple(SIZE, at -> new ZoneMinima(Terms.number(at.at(0)), Terms.number(at.at(1))));
  }

  CborArray encoded() {
    return CborArray.builder().add(horizontalMm).add(verticalFt).build();
  }
}
