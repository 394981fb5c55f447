package hotline.cli.demo;

import hotline.cli.demo.PlainVolume.Overlap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every notice of one party against every notice of the other, volume by volume: no cells, no
 * index, no disclosure, nothing passed over.
 *
 * @param certain the pairs that overlap
 * @param doubtful the pairs that touch or nearly touch, and otherwise do not overlap
 */
record AllPairs(Set<Pair> certain, Set<Pair> doubtful) {
  /** A notice of North and a notice of South, by entity. */
  record Pair(String north, String south) {}

  static AllPairs of(Map<String, List<PlainVolume>> north, Map<String, List<PlainVolume>> south) {
    Set<Pair> certain = new HashSet<>();
    Set<Pair> doubtful = new HashSet<>();
    north.forEach((one, ones) ->
        south.forEach((other, others) -> {
          switch (overlap(ones, others)) {
            case YES -> certain.add(new Pair(one, other));
            case DOUBTFUL -> doubtful.add(new Pair(one, other));
            case NO -> {}
          }
        }));
    return new AllPairs(Set.copyOf(certain), Set.copyOf(doubtful));
  }

  /**
   * Whether {@code found} is what this says: every certain pair, and no other but doubtful ones.
   */
  boolean agreesWith(Set<Pair> found) {
    Set<Pair> rest = new HashSet<>(found);
    rest.removeAll(certain);
    return found.containsAll(certain) && doubtful.containsAll(rest);
  }

  /** The most that any two volumes of two notices overlap. */
  static Overlap overlap(List<PlainVolume> ones, List<PlainVolume> others) {
    Overlap most = Overlap.NO;
    for (PlainVolume one : ones) {
      for (PlainVolume other : others) {
        Overlap overlap = one.overlap(other);
        if (overlap == Overlap.YES) {
          return overlap;
        }
        most = overlap == Overlap.NO ? most : overlap;
      }
    }
    return most;
  }
}
