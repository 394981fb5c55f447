package hotline.line.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.testkit.Chance;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Counted durations: never too low, at most 1/64 too high. */
class DurationsTest {
  @Test
  void everyStepEndsWhereTheNextBegins() {
    long begin = 0;
    for (int step = 0; begin < 400_000_000_000L; step++) {
      long end = Durations.endMs(step);
      assertThat(Durations.step(begin)).isEqualTo(step);
      assertThat(Durations.step(end)).isEqualTo(step);
      assertThat(end - begin).isLessThanOrEqualTo(begin / 64);
      begin = end + 1;
    }
  }

  @Test
  void percentilesAreThoseOfASortedList() {
    Chance.seeds()
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          Durations durations = new Durations();
          long most = 1L << chance.between(1, 40);
          List<Long> sorted =
              LongStream.range(0, chance.between(1, 60))
                  .mapToObj(_ -> chance.between(0, most))
                  .peek(ms -> durations.add(ms * 1000 + chance.between(0, 999)))
                  .sorted()
                  .toList();
          for (int percent : List.of(1, 50, 90, 100)) {
            int rank = (int) Math.ceil(sorted.size() * percent / 100.0);
            long exact = sorted.get(Math.max(rank, 1) - 1);
            assertThat(durations.percentileMs(percent))
                .as("seed %d, %d %%", seed, percent)
                .isBetween(exact, exact + exact / 64);
          }
        });
  }

  @Test
  void togetherTheyAreWhatTheyAreApart() {
    Durations all = new Durations();
    Durations one = new Durations();
    Durations other = new Durations();
    for (long ms : new long[] {5, 70_000, 3, -8, 900}) {
      all.add(ms * 1000);
      (ms < 10 ? one : other).add(ms * 1000);
    }
    one.add(other);
    assertThat(one.count()).isEqualTo(5);
    assertThat(one.percentileMs(50)).isEqualTo(all.percentileMs(50)).isEqualTo(5);
    assertThat(new Durations().percentileMs(50)).isZero();
  }
}
