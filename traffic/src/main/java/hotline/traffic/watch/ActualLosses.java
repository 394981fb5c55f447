package hotline.traffic.watch;

import hotline.traffic.Minima;
import hotline.traffic.report.Ellipsoid;
import hotline.traffic.watch.Instants.Heard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was lost, from the rows themselves: every pair at every instant, nothing passed over.
 *
 * <p>The horizontal distance is the straight chord between the points of the W84 ellipsoid below
 * the aircraft; at 5 NM it is shorter than the geodesic by less than 1 mm. Both comparisons are
 * strict. Rows count as they are recorded: without a height they are in no loss; jumps and repeated
 * positions are not mended.
 */
final class ActualLosses {
  private final List<Flight> flights;
  private final double reachSquaredM;
  private final Minima minima;
  private final int aboveFt;
  private final SortedMap<PairKey, Open> open = new TreeMap<>();
  private final List<PairLoss> closed = new ArrayList<>();

  private ActualLosses(List<Flight> flights, Minima minima, int aboveFt) {
    this.flights = flights;
    this.minima = minima;
    this.aboveFt = aboveFt;
    double reachM = minima.horizontalMm() / 1000.0;
    reachSquaredM = reachM * reachM;
  }

  private static final class Open {
    private final long firstUs;
    private long lastUs;
    private double closestSquaredM = Double.POSITIVE_INFINITY;
    private double closestFt = Double.POSITIVE_INFINITY;

    private Open(long firstUs) {
      this.firstUs = firstUs;
    }
  }

  /**
   * All losses, by their first instant, then by pair; both aircraft higher than {@code aboveFt}.
   */
  static List<PairLoss> in(
      List<Flight> flights, SortedMap<Long, List<Heard>> instants, Minima minima, int aboveFt) {
    ActualLosses losses = new ActualLosses(flights, minima, aboveFt);
    instants.forEach(losses::at);
    losses.open.forEach(losses::close);
    losses.closed.sort(
        Comparator.comparingLong(PairLoss::firstUs)
            .thenComparing(loss -> loss.first().name())
            .thenComparing(loss -> loss.second().name()));
    return List.copyOf(losses.closed);
  }

  private void at(long timeUs, List<Heard> heard) {
    int size = heard.size();
    double[] heights = new double[size];
    double[][] places = new double[size][];
    for (int i = 0; i < size; i++) {
      Flight flight = flights.get(heard.get(i).flight());
      int row = heard.get(i).row();
      heights[i] = flight.heightFt(row);
      places[i] = Ellipsoid.ecef(flight.latDegrees(row), flight.lngDegrees(row));
    }
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size && heights[i] > aboveFt; j++) {
        double apartFt = Math.abs(heights[i] - heights[j]);
        if (heights[j] > aboveFt && apartFt < minima.verticalFt()) {
          double squareM = square(places[i], places[j]);
          if (squareM < reachSquaredM) {
            inside(
                new PairKey(heard.get(i).flight(), heard.get(j).flight()),
                timeUs,
                squareM,
                apartFt);
          }
        }
      }
    }
  }

  private static double square(double[] one, double[] other) {
    double x = one[0] - other[0];
    double y = one[1] - other[1];
    double z = one[2] - other[2];
    return x * x + y * y + z * z;
  }

  private void inside(PairKey pair, long timeUs, double squareM, double apartFt) {
    Open loss = open.get(pair);
    if (loss != null && timeUs - loss.lastUs > PairLoss.GAP_US) {
      close(pair, loss);
      loss = null;
    }
    if (loss == null) {
      loss = new Open(timeUs);
      open.put(pair, loss);
    }
    loss.lastUs = timeUs;
    loss.closestSquaredM = Math.min(loss.closestSquaredM, squareM);
    loss.closestFt = Math.min(loss.closestFt, apartFt);
  }

  private void close(PairKey pair, Open loss) {
    closed.add(
        new PairLoss(
            flights.get(pair.first()),
            flights.get(pair.second()),
            loss.firstUs,
            loss.lastUs,
            Math.round(Math.sqrt(loss.closestSquaredM) * 1000),
            Math.round(loss.closestFt)));
  }
}
