package hotline.line.body;

import hotline.airspace.Extent;
import hotline.airspace.TimeInterval;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.Field;

/** How extents stand in content: {@code [[cell…], datum, floor, ceiling, startUs, endUs]}. */
public final class ExtentCodec {
  /** The most extents of one notice. */
  public static final int COUNT_MAX = 8;

  /** The most cells of one extent that are read; terms allow fewer. */
  public static final int CELLS_MAX = 128;

  private static final int SIZE = 6;

  private ExtentCodec() {}

  /** Reads an extent. */
  public static Extent read(Field field) {
    return field.tuple(
        SIZE,
        at ->
            new Extent(
                Shapes.cells(at.at(0), CELLS_MAX),
                Shapes.band(at, 1),
                new TimeInterval(
                    at.integer(4, 0, TimeInterval.MAX_US), at.integer(5, 0, TimeInterval.MAX_US))));
  }

  /** Its one form. */
  public static CborArray encode(Extent extent) {
    return CborArray.builder()
        .add(Shapes.encode(extent.cells()))
        .add(Shapes.code(extent.heights().datum()))
        .add(extent.heights().floor())
        .add(extent.heights().ceiling())
        .add(extent.times().startUs())
        .add(extent.times().endUs())
        .build();
  }
}
