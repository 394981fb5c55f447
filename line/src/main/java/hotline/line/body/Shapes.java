package hotline.line.body;

import hotline.airspace.Cells;
import hotline.airspace.Datum;
import hotline.airspace.HeightBand;
import hotline.airspace.Position;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Field;
import hotline.record.cbor.Fields;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** How places, heights and cells stand in content (docs/format.md §1 and §5). */
public final class Shapes {
  private static final int POSITION_SIZE = 2;
  private static final int BAND_SIZE = 3;

  private Shapes() {}

  /** Reads {@code [lat, lng]}, in its one canonical form. */
  public static Position position(Field field) {
    return field.tuple(
        POSITION_SIZE,
        at -> {
          long lat = at.integer(0, -Position.LAT_MAX_NANODEGREES, Position.LAT_MAX_NANODEGREES);
          long lng = at.integer(1, -Position.LNG_MAX_NANODEGREES, Position.LNG_MAX_NANODEGREES);
          refuse(Position.check(lat, lng));
          return new Position(lat, lng);
        });
  }

  /** {@code [lat, lng]}. */
  public static CborArray encode(Position position) {
    return CborArray.builder()
        .add(position.latNanodegrees())
        .add(position.lngNanodegrees())
        .build();
  }

  /** Reads {@code [datum, floor, ceiling]}. */
  public static HeightBand band(Field field) {
    return field.tuple(BAND_SIZE, at -> band(at, 0));
  }

  /** Reads a datum, a floor and a ceiling that stand in a row from {@code from} on. */
  static HeightBand band(Fields at, int from) {
    Datum datum = at.small(from, 0, 1) == 0 ? Datum.W84 : Datum.STANDARD_PRESSURE;
    return new HeightBand(
        datum,
        at.integer(from + 1, datum.least(), datum.most()),
        at.integer(from + 2, datum.least(), datum.most()));
  }

  /** {@code [datum, floor, ceiling]}. */
  public static CborArray encode(HeightBand band) {
    return CborArray.builder()
        .add(code(band.datum()))
        .add(band.floor())
        .add(band.ceiling())
        .build();
  }

  /** Reads {@code [cell…]}: each of 8 bytes, in rising order, none inside another. */
  public static Cells cells(Field field, int countMax) {
    List<Long> ids =
        field.list(1, countMax, each -> ByteBuffer.wrap(each.bytes(Long.BYTES)).getLong());
    long[] raw = ids.stream().mapToLong(Long::longValue).toArray();
    refuse(Cells.check(raw, Cells.LEVEL_MAX, countMax));
    return Cells.of(raw);
  }

  /** {@code [cell…]}. */
  public static CborArray encode(Cells cells) {
    CborArray.Builder array = CborArray.builder();
    for (int i = 0; i < cells.count(); i++) {
      array.add(CborValue.of(ByteBuffer.allocate(Long.BYTES).putLong(cells.id(i)).array()));
    }
    return array.build();
  }

  static int code(Datum datum) {
    return switch (datum) {
      case W84 -> 0;
      case STANDARD_PRESSURE -> 1;
    };
  }

  private static void refuse(Optional<String> fault) {
    if (fault.isPresent()) {
      throw new IllegalArgumentException(fault.get());
    }
  }
}
