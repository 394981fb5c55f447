package hotline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import hotline.simulator.world.Fault;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The simulator itself: it repeats to the bit, and finds nothing wrong with the node. */
class SimulatorTest {
  private static final boolean FULL = Boolean.getBoolean("hotline.full");

  /** In the full profile seeds are run as the command runs them. */
  private static final int SEEDS = FULL ? 20 : 2;

  private static final Duration SHORT = Duration.ofSeconds(20);

  @BeforeAll
  static void quiet() {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
  }

  @Test
  void aSeedIsRepeatedToTheBit() {
    SeedRun.Result once = SeedRun.run(7, SHORT);
    SeedRun.Result again = SeedRun.run(7, SHORT);
    assertThat(again.digest()).hasSize(64).isEqualTo(once.digest());
    assertThat(again.statements()).isEqualTo(once.statements()).isGreaterThan(20);
    assertThat(SeedRun.run(8, SHORT).digest()).isNotEqualTo(once.digest());
  }

  @Test
  void nothingThatMustNotHappenHappens() {
    Long one = Long.getLong("seed");
    LongStream seeds = one == null ? LongStream.range(100, 100 + SEEDS) : LongStream.of(one);
    seeds.forEach(seed -> {
      SeedRun.Result result = FULL ? SeedRun.run(seed) : SeedRun.run(seed, SHORT);
      assertThat(result.violations()).as("seed %d", seed).isEmpty();
    });
  }

  @Test
  void aRunInWhichSomeFaultNeverHappenedDoesNotHold() {
    Report nothing = Simulator.run(Duration.ZERO, 1);
    assertThat(nothing.holds()).isFalse();
    assertThat(nothing.missing()).hasSize(Fault.values().length).contains("power cut");
  }
}
