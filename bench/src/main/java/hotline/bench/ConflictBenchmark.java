package hotline.bench;

import hotline.traffic.Minima;
import hotline.traffic.report.Place;
import hotline.traffic.search.ConflictSearch;
import hotline.traffic.search.Movers;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One search of all pairs for losses of 5 NM and 1,000 ft within 300 s: airliners at 200 to 250 m/s
 * between FL100 and FL400, a third of them climbing or descending; 10,000 in a square of 1,000 km,
 * 100,000 in one of 3,000 km. One core.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ConflictBenchmark {
  private static final double NANODEGREES_PER_KM = 1e9 / 111.2;

  @Param({"10000", "100000"})
  private int tracks;

  private final ConflictSearch search = new ConflictSearch(new Minima(9_260_000, 1_000), 300);
  private Movers movers = new Movers(1);

  /** Scatters them. */
  @Setup
  public void scatter() {
    SplittableRandom random = new SplittableRandom(1);
    double halfKm = tracks > 10_000 ? 1_500 : 500;
    movers = new Movers(tracks);
    for (int i = 0; i < tracks; i++) {
      double northKm = random.nextDouble(-halfKm, halfKm);
      double eastKm = random.nextDouble(-halfKm, halfKm);
      double lat = 47 + northKm * NANODEGREES_PER_KM / 1e9;
      double track = random.nextDouble(2 * Math.PI);
      double speed = random.nextDouble(200, 250);
      boolean climbs = random.nextInt(3) == 0;
      movers.add(
          new Place(
              Math.round(lat * 1e9),
              Math.round(eastKm * NANODEGREES_PER_KM / Math.cos(Math.toRadians(lat)))),
          1_000.0 * random.nextInt(10, 41),
          speed * Math.sin(track),
          speed * Math.cos(track),
          climbs ? random.nextDouble(-40, 40) : 0);
    }
  }

  /** One update. */
  @Benchmark
  public List<ConflictSearch.Found> update() {
    return search.search(movers);
  }
}
