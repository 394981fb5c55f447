package hotline.traffic.watch;

import hotline.traffic.Minima;
import hotline.traffic.watch.Instants.Heard;
import hotline.traffic.watch.Predictor.Prediction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of a recording: every instant's pairs judged with what was known then.
 *
 * <p>One alert for a pair as long as its prediction holds, gaps of up to a minute included. A
 * prediction is confirmed before it is raised: {@link Standing}.
 */
final class Alerts {
  private final List<Flight> flights;
  private final Predictor predictor;
  private final int aboveFt;
  private final double bandFt;
  private final List<@Nullable DeclaredWay> ways;
  private final List<Tracker> trackers = new ArrayList<>();
  private final SortedMap<PairKey, Standing> open = new TreeMap<>();
  private final List<Alert> closed = new ArrayList<>();
  private long lastInstantUs = Long.MIN_VALUE / 2;

  private Alerts(
      List<Flight> flights,
      List<@Nullable DeclaredWay> ways,
      Predictor predictor,
      Minima minima,
      int aboveFt,
      int lookAheadS) {
    this.flights = flights;
    this.ways = ways;
    this.predictor = predictor;
    this.aboveFt = aboveFt;
    this.bandFt = minima.verticalFt() + 2 * 150.0 * lookAheadS;
    flights.forEach(any -> trackers.add(new Tracker()));
  }

  /**
   * The alerts.
   *
   * @param ways of the flights, in their order; none at all if nothing was declared
   */
  static List<Alert> in(
      List<Flight> flights,
      List<@Nullable DeclaredWay> ways,
      SortedMap<Long, List<Heard>> instants,
      Predictor predictor,
      Minima minima,
      int aboveFt,
      int lookAheadS) {
    Alerts alerts = new Alerts(flights, ways, predictor, minima, aboveFt, lookAheadS);
    instants.forEach(alerts::at);
    alerts.open.forEach(alerts::close);
    alerts.closed.sort(
        Comparator.comparingLong(Alert::firstUs)
            .thenComparing(alert -> alert.first().name())
            .thenComparing(alert -> alert.second().name()));
    return List.copyOf(alerts.closed);
  }

  private void at(long timeUs, List<Heard> heard) {
    @Nullable Snapshot[] now = new Snapshot[heard.size()];
    for (int i = 0; i < now.length; i++) {
      Heard each = heard.get(i);
      Snapshot known =
          trackers.get(each.flight()).hear(flights.get(each.flight()).sight(each.row()));
      DeclaredWay way = ways.isEmpty() ? null : ways.get(each.flight());
      if (known != null && way != null) {
        known = known.declared(way.from(known, timeUs));
      }
      now[i] = known != null && known.heightFt() > aboveFt ? known : null;
    }
    for (int i = 0; i < now.length; i++) {
      Snapshot one = now[i];
      for (int j = i + 1; one != null && j < now.length; j++) {
        Snapshot other = now[j];
        if (other != null && Math.abs(one.heightFt() - other.heightFt()) < bandFt) {
          look(new PairKey(heard.get(i).flight(), heard.get(j).flight()), one, other, timeUs);
        }
      }
    }
    lastInstantUs = timeUs;
  }

  private void look(PairKey pair, Snapshot one, Snapshot other, long timeUs) {
    Standing alert = open.get(pair);
    if (alert != null && alert.isOver(timeUs)) {
      close(pair, alert);
      open.remove(pair);
      alert = null;
    }
    // The watch is that of the first one's party: the other's word is another's, if it is.
    boolean sameParty = flights.get(pair.first()).sameParty(flights.get(pair.second()));
    Optional<Prediction> predicted =
        predictor.predict(
            one, other.declaredBy(sameParty), sameParty, alert != null && alert.isRaised());
    if (predicted.isEmpty()) {
      return;
    }
    if (alert == null) {
      alert = new Standing(timeUs);
      open.put(pair, alert);
    }
    alert.hear(predicted.get(), timeUs, lastInstantUs);
  }

  private void close(PairKey pair, Standing alert) {
    if (alert.isRaised()) {
      closed.add(
          new Alert(
              flights.get(pair.first()),
              flights.get(pair.second()),
              alert.firstUs(),
              alert.lastUs(),
              alert.predictedUs(),
              alert.cause()));
    }
  }
}
