package hotline.line.terms;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Field;
import java.util.List;

/**
 * A party's seats in the working group: apart from the posts of the safety line, so that nobody on
 * watch speaks for the group by mistake.
 *
 * @param seats 1 to {@value #SEATS_MAX}, in the order in which they are shown
 */
public record Seats(String party, List<String> seats) {
  /** The most seats of one party. */
  public static final int SEATS_MAX = 16;

  /** Refuses seats that cannot be told apart. */
  public Seats {
    seats = List.copyOf(seats);
    Terms.requireRange(seats.size(), 1, SEATS_MAX, "the number of seats of " + party);
    Terms.requireDistinct(seats, "the seats of " + party);
  }

  static Seats read(Field field) {
    return field.tuple(2, at -> new Seats(at.name(0), at.list(1, 1, SEATS_MAX, Field::name)));
  }

  CborArray encoded() {
    return CborArray.builder().add(party).add(CborArray.of(seats, CborValue::of)).build();
  }
}
