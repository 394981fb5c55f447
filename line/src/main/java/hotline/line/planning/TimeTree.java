package hotline.line.planning;

import hotline.airspace.TimeInterval;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Which of many intervals overlap a given one: sorted by start, with the latest end over every half
 * of every range, so that a query looks only where an answer can be.
 */
final class TimeTree {
  private final long[] startsUs;
  private final long[] endsUs;
  private final long[] latestUs;
  private final int[] places;

  TimeTree(List<TimeInterval> intervals) {
    int count = intervals.size();
    Integer[] order = new Integer[count];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order, (a, b) -> Long.compare(intervals.get(a).startUs(), intervals.get(b).startUs()));
    startsUs = new long[count];
    endsUs = new long[count];
    places = new int[count];
    latestUs = new long[Math.max(1, 4 * count)];
    for (int i = 0; i < count; i++) {
      places[i] = order[i];
      startsUs[i] = intervals.get(places[i]).startUs();
      endsUs[i] = intervals.get(places[i]).endUs();
    }
    if (count > 0) {
      fill(1, 0, count);
    }
  }

  /**
   * Shows the place in the list of each interval that strictly overlaps, by rising start, until
   * {@code enough} says so; whether it did.
   */
  boolean overlapping(TimeInterval query, IntPredicate enough) {
    return places.length > 0 && visit(1, 0, places.length, query, enough);
  }

  private long fill(int node, int from, int until) {
    if (until - from == 1) {
      latestUs[node] = endsUs[from];
    } else {
      int middle = (from + until) >>> 1;
      latestUs[node] = Math.max(fill(2 * node, from, middle), fill(2 * node + 1, middle, until));
    }
    return latestUs[node];
  }

  private boolean visit(int node, int from, int until, TimeInterval query, IntPredicate enough) {
    if (latestUs[node] <= query.startUs() || startsUs[from] >= query.endUs()) {
      return false;
    }
    if (until - from == 1) {
      return enough.test(places[from]);
    }
    int middle = (from + until) >>> 1;
    return visit(2 * node, from, middle, query, enough)
        || visit(2 * node + 1, middle, until, query, enough);
  }
}
