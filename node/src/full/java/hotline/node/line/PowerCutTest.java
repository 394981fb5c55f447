package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.testkit.Chance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real host with the real sequencer, whose power is cut at random points: what was written and
 * not forced is gone, or half there, and what was acknowledged is there.
 */
class PowerCutTest {
  private static final int CUTS = 12;
  private static final int ANSWERS_MAX = 60;
  private static final int REHEARSED_ANSWERS = 40;

  @TempDir Path folder;
  private ChildJava java;
  private PowerCut power;
  private Path data;

  @BeforeEach
  void prepare() throws Exception {
    java = new ChildJava(Files.createDirectory(folder.resolve("java")));
    power = new PowerCut(Files.createDirectory(folder.resolve("power")));
    data = KillableHost.prepare(folder.resolve("line"));
  }

  /** What a host acknowledged until its power was cut. */
  private List<String> runAndCut(int answers, Optional<String> lie, Optional<Chance> some)
      throws IOException {
    Process host =
        power.under(java.process(KillableHost.class, data.toString()), data, lie).start();
    List<String> acknowledged = KillableHost.acknowledged(host, answers);
    assertThat(acknowledged).as("the host died by itself").hasSizeGreaterThanOrEqualTo(answers);
    power.restore(data, some);
    return acknowledged;
  }

  @Test
  void everyAcknowledgedStatementSurvives() throws Exception {
    java.rehearse(
        KillableHost.class,
        KillableHost.prepare(folder.resolve("rehearsal")).toString(),
        String.valueOf(REHEARSED_ANSWERS));
    Chance chance = Chance.of(Long.getLong("seed", 1));
    List<String> acknowledged = new ArrayList<>();
    for (int cut = 0; cut < CUTS; cut++) {
      // In turns: nothing of what was not forced is left, and some of it.
      Optional<Chance> some = cut % 2 == 0 ? Optional.empty() : Optional.of(chance);
      acknowledged.addAll(runAndCut((int) chance.between(1, ANSWERS_MAX), Optional.empty(), some));
      assertThat(power.forced()).isPositive();
    }
    KillableHost.check(data, acknowledged);
  }

  /** The same check fails for a node that forces nothing. */
  @Test
  void aNodeThatForcesNothingIsFoundOut() throws Exception {
    List<String> acknowledged = runAndCut(ANSWERS_MAX, Optional.of("/"), Optional.empty());
    assertThatThrownBy(() -> KillableHost.check(data, acknowledged))
        .isInstanceOf(AssertionError.class);
  }

  /** The same check fails for a node whose sequencer alone skips the sync. */
  @Test
  void aSequencerThatForcesNothingIsFoundOut() throws Exception {
    List<String> acknowledged = runAndCut(ANSWERS_MAX, Optional.of("/order/"), Optional.empty());
    assertThatThrownBy(() -> KillableHost.check(data, acknowledged))
        .isInstanceOfAny(AssertionError.class, IOException.class);
  }
}
