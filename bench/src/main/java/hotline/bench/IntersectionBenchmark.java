package hotline.bench;

import hotline.airspace.Cells;
import hotline.airspace.Circle;
import hotline.airspace.Datum;
import hotline.airspace.HeightBand;
import hotline.airspace.Outline;
import hotline.airspace.Position;
import hotline.airspace.TimeInterval;
import hotline.airspace.Volume;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Whether two volumes of ordinary size overlap: near misses and hits, which cost most. */
@State(Scope.Thread)
public class IntersectionBenchmark {
  private static final long BUFFER_MM = 4_630_000;
  private static final HeightBand LEVELS = new HeightBand(Datum.STANDARD_PRESSURE, 34_500, 35_500);
  private static final TimeInterval TIMES = new TimeInterval(0, 180_000_000);

  private final Volume eastbound = segment(46_500_000_000L, 8_000_000_000L, 300_000_000L);
  private final Volume crossing = segment(46_500_000_000L, 8_200_000_000L, -300_000_000L);
  private final Volume beside = segment(46_590_000_000L, 8_000_000_000L, 300_000_000L);
  private final Volume circle =
      new Volume(
          new Circle(new Position(46_700_000_000L, 8_150_000_000L), 9_260_000), LEVELS, TIMES);

  /** Two segments of two minutes that cross. */
  @Benchmark
  public boolean crossing() {
    return eastbound.overlaps(crossing, 3_000);
  }

  /** Two parallel segments a little more than twice the buffer apart. */
  @Benchmark
  public boolean beside() {
    return eastbound.overlaps(beside, 3_000);
  }

  /** A segment and a circle of five nautical miles. */
  @Benchmark
  public boolean circle() {
    return eastbound.overlaps(circle, 3_000);
  }

  /** The coarse cells of a segment. */
  @Benchmark
  public Cells covering() {
    return Cells.covering(eastbound.footprint(), 10, 32);
  }

  private static Volume segment(long lat, long lng, long toEast) {
    Outline around =
        Outline.around(List.of(new Position(lat, lng), new Position(lat, lng + toEast)), BUFFER_MM);
    return new Volume(around, LEVELS, TIMES);
  }
}
