package hotline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.simulator.world.Fault;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The simulator itself: it repeats to the bit, and finds nothing wrong with the node. */
class SimulatorTest {
  /** Seeds of which each is run to its end; more in the full profile. */
  private static final int SEEDS = Boolean.getBoolean("hotline.full") ? 40 : 3;

  @Test
  void aSeedIsRepeatedToTheBit() {
    Report once = Simulator.only(7);
    Report again = Simulator.only(7);
    assertThat(again).isEqualTo(once);
    assertThat(once.digest()).hasSize(64);
    assertThat(once.statements()).isGreaterThan(50);
    assertThat(Simulator.only(8).digest()).isNotEqualTo(once.digest());
  }

  @Test
  void nothingThatMustNotHappenHappens() {
    Long one = Long.getLong("seed");
    LongStream seeds = one == null ? LongStream.range(100, 100 + SEEDS) : LongStream.of(one);
    seeds.forEach(
        seed -> assertThat(Simulator.only(seed).violations()).as("--only %d", seed).isEmpty());
  }

  @Test
  void aRunInWhichSomeFaultNeverHappenedDoesNotHold() {
    Report nothing = Simulator.run(Duration.ZERO, 1);
    assertThat(nothing.holds()).isFalse();
    assertThat(nothing.missing()).hasSize(Fault.values().length).contains("power cut");
  }
}
