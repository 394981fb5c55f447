package hotline.bench;

import hotline.airspace.Cells;
import hotline.airspace.Circle;
import hotline.airspace.Datum;
import hotline.airspace.Extent;
import hotline.airspace.HeightBand;
import hotline.airspace.Position;
import hotline.airspace.TimeInterval;
import hotline.airspace.VolumeIndex;
import java.util.List;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What meets an extent, asked of an index of notices of one hour, spread over 1,500 × 1,500 km and
 * over time so that about as many are live at once whatever their number (a query has a few hits).
 */
@State(Scope.Benchmark)
public class IndexBenchmark {
  private static final long HOUR_US = 3_600_000_000L;
  private static final int NOTICES_AT_ONCE = 1_000;
  private static final int QUERIES = 1 << 12;

  @Param({"1000", "100000", "1000000"})
  private int notices;

  private final VolumeIndex<Integer> index = new VolumeIndex<>();
  private final Extent[] queries = new Extent[QUERIES];
  private int next;

  /** Fills it. */
  @Setup(Level.Trial)
  public void fill() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < notices; i++) {
      index.put(i, extent(random));
    }
    for (int i = 0; i < QUERIES; i++) {
      queries[i] = extent(random);
    }
  }

  /** One query. */
  @Benchmark
  public List<Integer> query() {
    next = (next + 1) % QUERIES;
    return index.overlapping(queries[next], 3_000);
  }

  private Extent extent(SplittableRandom random) {
    Position centre =
        new Position(
            random.nextLong(40_000_000_000L, 54_000_000_000L),
            random.nextLong(0L, 20_000_000_000L));
    Cells cells =
        Cells.covering(new Circle(centre, random.nextLong(5_000_000, 20_000_000)), 10, 16);
    long floor = random.nextLong(0, 40) * 1_000;
    long span = Math.max(1L, notices / NOTICES_AT_ONCE) * HOUR_US;
    long start = random.nextLong(span);
    return new Extent(
        cells,
        new HeightBand(Datum.STANDARD_PRESSURE, floor, floor + 2_000),
        new TimeInterval(start, start + HOUR_US));
  }
}
