package hotline.line.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Line checks, answered and missed.
 *
 * <p>From each answered one, and from the beginning of terms, one is due each time that the terms
 * ask for; each that passes without an answer is missed. New terms begin anew. Times only go on: an
 * answer signed earlier than the one before proves the line and shifts nothing.
 */
final class CheckBook {
  private record Key(Week week, String party) {}

  private static final Comparator<Key> KEYS =
      Comparator.comparing(Key::week).thenComparing(Key::party);

  private static final class Count {
    private long proven;
    private long missed;
  }

  private final Map<Key, Count> counts = new TreeMap<>(KEYS);

  /** By party, the latest time from which the next check is reckoned. */
  private final Map<String, Long> sinceUs = new TreeMap<>();

  private long everyUs;

  /** Terms are in force. */
  void terms(List<String> parties, long timeUs, long nextEveryUs, Horizon horizon) {
    for (String party : parties) {
      reckon(counts, party, timeUs, horizon);
      sinceUs.merge(party, timeUs, Math::max);
    }
    everyUs = nextEveryUs;
  }

  /** A party has answered a line check. */
  void proven(String party, long timeUs, Horizon horizon) {
    reckon(counts, party, timeUs, horizon);
    sinceUs.merge(party, timeUs, Math::max);
    count(counts, horizon.week(timeUs), party).proven++;
  }

  private static Count count(Map<Key, Count> in, Week week, String party) {
    return in.computeIfAbsent(new Key(week, party), _ -> new Count());
  }

  /** Counts what was missed before {@code timeUs}, week by week. */
  private void reckon(Map<Key, Count> in, String party, long timeUs, Horizon horizon) {
    Long since = sinceUs.get(party);
    if (since == null || everyUs == 0 || timeUs - since <= everyUs) {
      return;
    }
    long missed = (timeUs - since - 1) / everyUs;
    long next = 1;
    while (next <= missed) {
      Week week = horizon.week(since + next * everyUs);
      // Outside of the horizon all the rest, or all up to its beginning, is one.
      long endUs = week.equals(Week.OUTSIDE) ? end(since, next, horizon) : week.endUs();
      long until = Math.min(missed, (endUs - 1 - since) / everyUs);
      count(in, week, party).missed += until - next + 1;
      next = until + 1;
    }
  }

  private long end(long since, long next, Horizon horizon) {
    long firstUs = new Week(horizon.first()).startUs();
    return since + next * everyUs < firstUs ? firstUs : Long.MAX_VALUE;
  }

  /** Those of some weeks; what is open is reckoned until {@code asOfUs}. */
  List<Report.Checks> report(Week first, Week last, long asOfUs, Horizon horizon) {
    Map<Key, Count> all = new TreeMap<>(KEYS);
    counts.forEach((key, count) -> {
      Count copy = count(all, key.week(), key.party());
      copy.proven = count.proven;
      copy.missed = count.missed;
    });
    sinceUs.keySet().forEach(party -> reckon(all, party, asOfUs, horizon));
    List<Report.Checks> report = new ArrayList<>();
    all.forEach((key, count) -> {
      if (Statistics.isWithin(key.week(), first, last)) {
        report.add(new Report.Checks(key.week(), key.party(), count.proven, count.missed));
      }
    });
    return report;
  }
}
