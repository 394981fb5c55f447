package hotline.line.disclosure;

import hotline.airspace.Circle;
import hotline.airspace.HeightBand;
import hotline.airspace.Outline;
import hotline.airspace.Position;
import hotline.airspace.TimeInterval;
import hotline.line.terms.Granularity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How the volumes of a notice are put into few groups, one extent each.
 *
 * <p>One extent around a long flight would claim a whole country for an hour. So the volumes are
 * laid out by datum and time, and cut into at most so many runs that the sum of the runs' room (box
 * of latitude and longitude × rounded heights × rounded time) is least; all cuts are weighed, by
 * dynamic programming over the ends of runs. The box is a rough measure and only that: it decides
 * where to cut, never what an extent holds.
 */
final class Grouping {
  private static final double METRES_PER_DEGREE = 111_195;
  private static final double NANO = 1e-9;

  private final List<ExactVolume> ordered;
  private final Granularity granularity;

  private Grouping(List<ExactVolume> ordered, Granularity granularity) {
    this.ordered = ordered;
    this.granularity = granularity;
  }

  /** The groups, each of one datum; {@code groupsMax} is at least the number of datums. */
  static List<List<ExactVolume>> of(
      List<ExactVolume> volumes, Granularity granularity, int groupsMax) {
    List<ExactVolume> ordered =
        volumes.stream()
            .sorted(
                Comparator.comparing((ExactVolume exact) -> exact.volume().heights().datum())
                    .thenComparingLong(exact -> exact.volume().times().startUs()))
            .toList();
    return new Grouping(ordered, granularity).cut(groupsMax);
  }

  private List<List<ExactVolume>> cut(int groupsMax) {
    int count = ordered.size();
    // room[g][end]: least room of the first `end` volumes in g + 1 runs; from[g][end]: last cut.
    double[][] room = new double[groupsMax][count + 1];
    int[][] from = new int[groupsMax][count + 1];
    for (double[] row : room) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    for (int begin = 0; begin < count; begin++) {
      Box box = new Box();
      for (int end = begin + 1; end <= count && box.add(ordered.get(end - 1)); end++) {
        double here = box.room();
        for (int g = 0; g < groupsMax; g++) {
          double before = begin == 0 ? 0 : g == 0 ? Double.POSITIVE_INFINITY : room[g - 1][begin];
          if (before + here < room[g][end]) {
            room[g][end] = before + here;
            from[g][end] = begin;
          }
        }
      }
    }
    int best = 0;
    for (int g = 1; g < groupsMax; g++) {
      best = room[g][count] < room[best][count] ? g : best;
    }
    List<List<ExactVolume>> groups = new ArrayList<>();
    for (int end = count, g = best; end > 0; g--) {
      int begin = from[g][end];
      groups.addFirst(ordered.subList(begin, end));
      end = begin;
    }
    return groups;
  }

  /** The room of a run while it grows. */
  private final class Box {
    private double south = 90;
    private double north = -90;
    private double west = Double.POSITIVE_INFINITY;
    private double east = Double.NEGATIVE_INFINITY;
    private double originLng = Double.NaN;
    private HeightBand heights;
    private long startUs = Long.MAX_VALUE;
    private long endUs = Long.MIN_VALUE;

    private Box() {
      heights = ordered.getFirst().volume().heights();
    }

    /** Takes one more in; false if it has another datum than those before. */
    boolean add(ExactVolume exact) {
      HeightBand band = exact.volume().heights();
      if (Double.isNaN(originLng)) {
        heights = band;
      } else if (band.datum() != heights.datum()) {
        return false;
      }
      heights =
          new HeightBand(
              band.datum(),
              Math.min(heights.floor(), band.floor()),
              Math.max(heights.ceiling(), band.ceiling()));
      TimeInterval times = exact.volume().times();
      startUs = Math.min(startUs, times.startUs());
      endUs = Math.max(endUs, times.endUs());
      switch (exact.volume().footprint()) {
        case Circle circle -> add(circle.centre(), circle.radiusMm() / 1000.0 / METRES_PER_DEGREE);
        case Outline outline -> outline.vertices().forEach(vertex -> add(vertex, 0));
      }
      return true;
    }

    private void add(Position position, double aroundDegrees) {
      double lat = position.latNanodegrees() * NANO;
      double lng = position.lngNanodegrees() * NANO;
      if (Double.isNaN(originLng)) {
        originLng = lng;
      }
      double along = Math.IEEEremainder(lng - originLng, 360);
      double wide = aroundDegrees / Math.max(0.01, Math.cos(Math.toRadians(lat)));
      south = Math.min(south, lat - aroundDegrees);
      north = Math.max(north, lat + aroundDegrees);
      west = Math.min(west, along - wide);
      east = Math.max(east, along + wide);
    }

    double room() {
      long unit = Rounding.step(heights.datum(), granularity);
      double levels = Rounding.up(heights.ceiling(), unit) - Rounding.down(heights.floor(), unit);
      double us =
          (double) Rounding.up(endUs, granularity.timeUs())
              - Rounding.down(startUs, granularity.timeUs());
      double narrowing = Math.max(0.01, Math.cos(Math.toRadians((south + north) / 2)));
      return (north - south) * (east - west) * narrowing * (levels / unit) * us;
    }
  }
}
