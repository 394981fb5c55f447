package hotline.line.matter;

import hotline.line.MatterRefusals;
import hotline.line.Ruling;
import hotline.line.Spoken;
import hotline.line.terms.Terms;
import java.util.List;
import java.util.Optional;

/** From which seat a party speaks in the working group. */
public final class SeatRules {
  private SeatRules() {}

  /** Why a party may not speak from a seat. */
  public static Optional<Ruling.Refused> check(Spoken spoken, String seat, Terms terms) {
    List<String> seats = terms.seats(spoken.party());
    return seats.contains(seat)
        ? Optional.empty()
        : Optional.of(
            MatterRefusals.SEAT_UNKNOWN.refuse(
                seat, seats.isEmpty() ? "none" : String.join(", ", seats)));
  }

  /** Why a party may not speak of something in a file, with a seat or without one. */
  static Optional<Ruling.Refused> check(
      Spoken spoken, Optional<String> seat, Optional<Files.Sort> file, Terms terms) {
    return seat.isPresent()
        ? check(spoken, seat.get(), terms)
        : file.filter(Files.Sort.CASE::equals)
            .map(_ ->
                MatterRefusals.SEAT_MISSING.refuse(String.join(", ", terms.seats(spoken.party()))));
  }
}
