package hotline.line.disclosure;

import hotline.airspace.Cells;
import hotline.airspace.Datum;
import hotline.airspace.Extent;
import hotline.airspace.HeightBand;
import hotline.airspace.TimeInterval;
import hotline.line.terms.Granularity;
import java.util.List;
import java.util.Optional;

/** The terms' steps, applied outward; only the ends of what can be written cut a step short. */
final class Rounding {
  private Rounding() {}

  /** The one extent that holds these volumes, which are at least one and of one datum. */
  static Extent outward(List<ExactVolume> volumes, Granularity granularity) {
    Datum datum = volumes.getFirst().volume().heights().datum();
    long stepUnits = step(datum, granularity);
    long floor = Long.MAX_VALUE;
    long ceiling = Long.MIN_VALUE;
    long startUs = Long.MAX_VALUE;
    long endUs = Long.MIN_VALUE;
    for (ExactVolume exact : volumes) {
      floor = Math.min(floor, exact.volume().heights().floor());
      ceiling = Math.max(ceiling, exact.volume().heights().ceiling());
      startUs = Math.min(startUs, exact.volume().times().startUs());
      endUs = Math.max(endUs, exact.volume().times().endUs());
    }
    List<Cells> coverings =
        volumes.stream()
            .map(exact -> exact.volume().footprint())
            .distinct()
            .map(footprint ->
                Cells.covering(footprint, granularity.cellLevelMax(), granularity.cellsMax()))
            .toList();
    return new Extent(
        Cells.union(coverings, granularity.cellsMax()),
        new HeightBand(
            datum,
            Math.max(datum.least(), down(floor, stepUnits)),
            Math.min(datum.most(), up(ceiling, stepUnits))),
        new TimeInterval(
            down(startUs, granularity.timeUs()),
            Math.min(TimeInterval.MAX_US, up(endUs, granularity.timeUs()))));
  }

  /** What of the extent is finer than the terms allow, or off their steps, if anything. */
  static Optional<String> check(Extent extent, Granularity granularity) {
    HeightBand heights = extent.heights();
    Datum datum = heights.datum();
    long stepUnits = step(datum, granularity);
    TimeInterval times = extent.times();
    if (!onStep(times.startUs(), granularity.timeUs())
        || !(onStep(times.endUs(), granularity.timeUs()) || times.endUs() == TimeInterval.MAX_US)) {
      return Optional.of("round times outward to " + granularity.timeUs() + " us");
    }
    if (!(onStep(heights.floor(), stepUnits) || heights.floor() == datum.least())
        || !(onStep(heights.ceiling(), stepUnits) || heights.ceiling() == datum.most())) {
      return Optional.of("round heights outward to " + stepUnits + " " + datum.unit());
    }
    return Cells.check(extent.cells().ids(), granularity.cellLevelMax(), granularity.cellsMax());
  }

  static long step(Datum datum, Granularity granularity) {
    return switch (datum) {
      case W84 -> granularity.heightMm();
      case STANDARD_PRESSURE -> granularity.heightFt();
    };
  }

  private static boolean onStep(long value, long step) {
    return Math.floorMod(value, step) == 0;
  }

  static long down(long value, long step) {
    return value - Math.floorMod(value, step);
  }

  static long up(long value, long step) {
    return value + Math.floorMod(-value, step);
  }
}
