package hotline.simulator.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each kept mutant of the product makes a checker fail; {@code -Dmutant=NAME} tries one alone. */
class MutantsTest {
  private static final boolean FULL = Boolean.getBoolean("hotline.full");
  private static final int QUICK = 3;

  /** A change of the product moves what happens in a seed; then one of the next few kills. */
  private static final int SEEDS = 12;

  @Test
  void eachIsKilled() throws Exception {
    List<Mutant> all = Mutant.all();
    assertThat(all).hasSizeGreaterThanOrEqualTo(15);
    String one = System.getProperty("mutant");
    List<Mutant> tried =
        one != null
            ? all.stream().filter(each -> each.name().equals(one)).toList()
            : FULL ? all : all.subList(0, QUICK);
    assertThat(tried).isNotEmpty();
    for (Mutant each : tried) {
      isKilled(each);
    }
  }

  private static void isKilled(Mutant mutant) throws ReflectiveOperationException {
    List<String> said = new ArrayList<>();
    for (long seed = mutant.seed(); seed < mutant.seed() + SEEDS; seed++) {
      String violations = Trial.of(mutant).violations(seed).toString();
      if (violations.contains(mutant.said())) {
        return;
      }
      said.add(seed + " " + violations);
    }
    throw new AssertionError("“" + mutant.name() + "” survives; what was said instead: " + said);
  }
}
