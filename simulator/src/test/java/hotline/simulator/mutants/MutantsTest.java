package hotline.simulator.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each kept mutant of the product makes a checker fail. */
class MutantsTest {
  private static final boolean FULL = Boolean.getBoolean("hotline.full");
  private static final int QUICK = 3;

  /** A change of the product moves what happens in a seed; then one of the next few kills. */
  private static final int SEEDS = 12;

  @Test
  void eachIsKilled() throws Exception {
    List<Mutant> all = Mutant.all();
    assertThat(all).hasSizeGreaterThanOrEqualTo(15);
    for (Mutant each : FULL ? all : all.subList(0, QUICK)) {
      assertThat(isKilled(each)).as("“%s” survives", each.name()).isTrue();
    }
  }

  private static boolean isKilled(Mutant mutant) throws ReflectiveOperationException {
    for (long seed = mutant.seed(); seed < mutant.seed() + SEEDS; seed++) {
      if (Trial.of(mutant).violations(seed).toString().contains(mutant.said())) {
        return true;
      }
    }
    return false;
  }
}
