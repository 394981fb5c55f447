package hotline.traffic.watch;

import java.util.Comparator;

/**
 * Two flights of a recording.
 *
 * @param first index of the one with the lower name
 * @param second index of the other
 */
record PairKey(int first, int second) implements Comparable<PairKey> {
  private static final Comparator<PairKey> ORDER =
      Comparator.comparingInt(PairKey::first).thenComparingInt(PairKey::second);

  @Override
  public int compareTo(PairKey other) {
    return ORDER.compare(this, other);
  }
}
