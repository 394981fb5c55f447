package hotline.traffic.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rows of a recording, instant by instant. */
final class Instants {
  /** Row {@code row} of flight {@code flight}. */
  record Heard(int flight, int row) {}

  private Instants() {}

  /** For each time in the recording, which rows are of that time, in the order of flights. */
  static SortedMap<Long, List<Heard>> of(List<Flight> flights) {
    SortedMap<Long, List<Heard>> instants = new TreeMap<>();
    for (int flight = 0; flight < flights.size(); flight++) {
      for (int row = 0; row < flights.get(flight).size(); row++) {
        instants
            .computeIfAbsent(flights.get(flight).timeUs(row), any -> new ArrayList<>())
            .add(new Heard(flight, row));
      }
    }
    return instants;
  }
}
