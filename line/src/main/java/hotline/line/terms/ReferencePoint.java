package hotline.line.terms;

import hotline.airspace.Position;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.Field;

/**
 * A place that both sides call by one name, so that a position can be said by bearing and distance.
 */
public record ReferencePoint(String name, String title, Position position) {
  private static final int SIZE = 4;

  /** Refuses a point that nobody could say. */
  public ReferencePoint {
    Terms.require(!title.isBlank(), "a reference point has a title");
  }

  static ReferencePoint read(Field field) {
    return field.tuple(
        SIZE,
        at -> {
          long lat = at.integer(2, -Position.LAT_MAX_NANODEGREES, Position.LAT_MAX_NANODEGREES);
          long lng = at.integer(3, -Position.LNG_MAX_NANODEGREES, Position.LNG_MAX_NANODEGREES);
          Terms.require(Position.check(lat, lng).isEmpty(), "a position has one canonical form");
          return new ReferencePoint(
              at.name(0), at.text(1, Terms.TITLE_MAX), new Position(lat, lng));
        });
  }

  CborArray encoded() {
    return CborArray.builder()
        .add(name)
        .add(title)
        .add(position.latNanodegrees())
        .add(position.lngNanodegrees())
        .build();
  }
}
