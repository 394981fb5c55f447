package hotline.traffic.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hotline.testkit.Chance;
import hotline.traffic.Minima;
import hotline.traffic.report.Place;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The search against looking at every pair. */
class ConflictSearchTest {
  private static final Minima FIVE_NM = new Minima(9_260_000, 1_000);

  /** Scenes dense and sparse, small and worldwide, slow and fast, short and long look-aheads. */
  @Test
  void nothingIsPassedOverAndNothingIsFoundTwice() {
    long[] found = new long[1];
    Chance.seeds()
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          boolean large = seed % 40 == 0;
          Movers movers = scene(chance, large ? 3_000 : (int) chance.between(0, 250));
          ConflictSearch search =
              new ConflictSearch(
                  chance.oneIn(3) ? new Minima(chance.between(1, 30_000_000), 2_000) : FIVE_NM,
                  (int) chance.between(1, large ? 300 : 900));
          List<ConflictSearch.Found> every = search.exhaustive(movers);
          assertThat(sorted(search.search(movers))).as("seed %d", seed).isEqualTo(every);
          found[0] += every.size();
        });
    if (Long.getLong("seed") == null) {
      assertThat(found[0]).isGreaterThan(20_000);
    }
  }

  private static List<ConflictSearch.Found> sorted(List<ConflictSearch.Found> found) {
    return found.stream()
        .sorted(
            Comparator.comparingInt(ConflictSearch.Found::first)
                .thenComparingInt(ConflictSearch.Found::second))
        .toList();
  }

  private static Movers scene(Chance chance, int count) {
    Movers movers = new Movers(chance.oneIn(2) ? count : 1);
    boolean world = chance.oneIn(5);
    long span = world ? 180_000_000_000L : chance.pick(List.of(0L, 1_000_000L, 5_000_000_000L));
    long lat = chance.between(-85_000_000_000L, 85_000_000_000L);
    long lng = chance.between(-170_000_000_000L, 170_000_000_000L);
    double speed = chance.pick(List.of(0.0, 80.0, 300.0, 900.0));
    for (int i = 0; i < count; i++) {
      long north = Math.clamp(lat + chance.between(-span, span), -90_000_000_000L, 90_000_000_000L);
      long east =
          Math.clamp(lng + chance.between(-span, span), -180_000_000_000L, 180_000_000_000L);
      double track = 2 * Math.PI * chance.fraction();
      movers.add(
          new Place(north, east),
          1_000.0 * chance.between(0, 40),
          speed * Math.sin(track),
          speed * Math.cos(track),
          chance.between(-1, 1) * chance.fraction() * 60);
    }
    return movers;
  }

  @Test
  void headOnAtTheEquator() {
    Movers movers = new Movers(2);
    movers.add(new Place(0, 0), 35_000, 250, 0, 0);
    movers.add(new Place(0, 600_000_000), 35_000, -250, 0, 0);
    List<ConflictSearch.Found> found = new ConflictSearch(FIVE_NM, 300).search(movers);
    assertThat(found).hasSize(1);
    // 0.6° are 66,792 m; less 9,260 m at 500 m/s.
    assertThat(found.getFirst().fromS()).isCloseTo(115.06, within(0.1));
    assertThat(new ConflictSearch(FIVE_NM, 115).search(movers)).isEmpty();
  }

  @Test
  void whatDoesNotFlyIsRefused() {
    Movers movers = new Movers(1);
    Place place = new Place(0, 0);
    assertThatIllegalArgumentException().isThrownBy(() -> movers.add(place, 0, 2_001, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> movers.add(place, 0, 0, Double.NaN, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> movers.add(place, Double.NaN, 0, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new ConflictSearch(FIVE_NM, 0));
    assertThat(movers.size()).isZero();
  }
}
