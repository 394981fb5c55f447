package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.testkit.Chance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real host processes, killed without warning at random points, again and again. */
class KillTest {
  private static final int KILLS = Boolean.getBoolean("hotline.full") ? 200 : 20;

  /** Side by side, so that no core idles while the other starts a host. */
  private static final int HOSTS = 2;

  private static final int ANSWERS_MAX = 60;
  private static final int REHEARSED_ANSWERS = 40;

  @TempDir Path folder;

  @Test
  void everyAcknowledgedStatementIsThereInOrderOnce() throws Exception {
    ChildJava java = new ChildJava(Files.createDirectory(folder.resolve("java")));
    java.rehearse(
        KillableHost.class,
        KillableHost.prepare(folder.resolve("rehearsal")).toString(),
        String.valueOf(REHEARSED_ANSWERS));
    Chance chance = Chance.of(Long.getLong("seed", 1));
    List<Path> hosts = new ArrayList<>();
    List<Callable<List<String>>> lives = new ArrayList<>();
    for (int host = 0; host < HOSTS; host++) {
      Path data = KillableHost.prepare(folder.resolve("host" + host));
      Chance own = Chance.of(chance.between(0, Long.MAX_VALUE));
      hosts.add(data);
      lives.add(() -> killAgainAndAgain(java, data, own));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(HOSTS)) {
      List<Future<List<String>>> acknowledged = threads.invokeAll(lives);
      for (int host = 0; host < HOSTS; host++) {
        assertThat(acknowledged.get(host).get()).hasSizeGreaterThanOrEqualTo(KILLS / HOSTS);
        KillableHost.check(hosts.get(host), acknowledged.get(host).get());
      }
    }
  }

  /** All that was acknowledged over one host's lives. */
  private static List<String> killAgainAndAgain(ChildJava java, Path data, Chance chance)
      throws IOException {
    List<String> acknowledged = new ArrayList<>();
    for (int kill = 0; kill < KILLS / HOSTS; kill++) {
      acknowledged.addAll(runAndKill(java, data, (int) chance.between(1, ANSWERS_MAX)));
    }
    return acknowledged;
  }

  /** The ids that were acknowledged before the kill. */
  private static List<String> runAndKill(ChildJava java, Path data, int answers)
      throws IOException {
    Process process = java.process(KillableHost.class, data.toString()).start();
    List<String> acknowledged = KillableHost.acknowledged(process, answers);
    assertThat(acknowledged).as("the host died by itself").hasSizeGreaterThanOrEqualTo(answers);
    return acknowledged;
  }
}
