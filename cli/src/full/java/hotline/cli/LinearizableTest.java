package hotline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.testkit.Chance;
import hotline.testkit.history.History;
import hotline.testkit.history.Op;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients at every node of a line of real processes, which are killed, paused and cut off from each
 * other; what the clients saw is judged by {@link History#wrong}. {@code -Dseed=N} draws other
 * faults; {@code -Dhotline.faults.seconds=N} goes on for longer. The history stays in {@code
 * target/history-SEED.jsonl}.
 */
class LinearizableTest {
  private static final long SEED = Long.getLong("seed", 1);
  private static final long FAULTS_S = Long.getLong("hotline.faults.seconds", 30);
  private static final int CLERKS_EACH = 2;

  /** Between two faults, and for as long as one lasts. */
  private static final long CALM_MS_MAX = 3_000;

  private static final long FAULT_MS_MAX = 2_500;

  @TempDir Path folder;

  private final Chance chance = Chance.of(SEED);
  private final Queue<Op> history = new ConcurrentLinkedQueue<>();
  private final long beganNs = System.nanoTime();
  private final Instant noticesBegin =
      Instant.now().truncatedTo(ChronoUnit.HOURS).plus(2, ChronoUnit.HOURS);
  private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);

  private enum Fault {
    KILL,
    PAUSE,
    CUT_OFF,
    CUT_ONE_WAY
  }

  private long nowUs() {
    return (System.nanoTime() - beganNs) / 1_000;
  }

  @Test
  void whatClientsSawCanBeExplained() throws Exception {
    try (RealLine line = new RealLine(folder)) {
      AtomicBoolean goOn = new AtomicBoolean(true);
      List<Clerk> clerks = new ArrayList<>();
      List<Thread> threads = new ArrayList<>();
      for (String party : RealLine.PARTIES) {
        for (int i = 0; i < CLERKS_EACH; i++) {
          Chance own = Chance.of(chance.between(0, Long.MAX_VALUE));
          Clerk clerk =
              new Clerk(
                  clerks.size(),
                  line.node(party),
                  own,
                  this::nowUs,
                  history,
                  goOn::get,
                  noticesBegin);
          clerks.add(clerk);
          threads.add(Thread.ofVirtual().start(clerk));
        }
      }
      Iterator<Fault> next = Stream.generate(this::eachOnce).flatMap(List::stream).iterator();
      long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(FAULTS_S);
      while (System.nanoTime() < endNs || faults.size() < Fault.values().length) {
        rest(CALM_MS_MAX);
        happen(line, next.next(), chance.pick(RealLine.PARTIES));
      }
      goOn.set(false);
      for (Thread each : threads) {
        each.join();
      }
      long stoppedUs = nowUs();
      settle(line);
      System.out.printf("all is settled after %.1f s%n", (nowUs() - stoppedUs) / 1e6);
      clerks.forEach(Clerk::readLast);
      for (String party : RealLine.PARTIES) {
        history.addAll(Copy.entries(line.node(party), clerks.size(), nowUs()));
      }
      judge(line);
    }
  }

  /** Every kind, in an order of chance: a short run has all of them as well. */
  private List<Fault> eachOnce() {
    List<Fault> left = new ArrayList<>(List.of(Fault.values()));
    List<Fault> all = new ArrayList<>();
    while (!left.isEmpty()) {
      Fault one = chance.pick(left);
      all.add(one);
      left.remove(one);
    }
    return all;
  }

  private void rest(long msMax) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(chance.between(1, msMax)));
  }

  /** Does a wrong to a node, and undoes it after a while. */
  private void happen(RealLine line, Fault fault, String party) throws Exception {
    int _ = faults.merge(fault, 1, Integer::sum);
    RealNode node = line.node(party);
    List<String> others = RealLine.others(party);
    switch (fault) {
      case KILL -> {
        node.kill();
        rest(FAULT_MS_MAX);
        node.start();
      }
      case PAUSE -> {
        node.pause();
        rest(FAULT_MS_MAX);
        node.resume();
      }
      case CUT_OFF -> {
        others.forEach(other -> cut(line, party, other));
        others.forEach(other -> cut(line, other, party));
        rest(FAULT_MS_MAX);
        others.forEach(other -> line.way(party, other).mend());
        others.forEach(other -> line.way(other, party).mend());
      }
      case CUT_ONE_WAY -> {
        String other = chance.pick(others);
        cut(line, party, other);
        rest(FAULT_MS_MAX);
        line.way(party, other).mend();
      }
    }
  }

  private static void cut(RealLine line, String from, String to) {
    line.way(from, to).cut();
  }

  /** All is said, and everybody has it on disk. */
  private static void settle(RealLine line) {
    RealLine.until(
        () ->
            RealLine.PARTIES.stream()
                .allMatch(party -> line.node(party).life().api().line().outbox().waiting() == 0),
        "all outboxes are empty");
    RealLine.until(
        () ->
            RealLine.PARTIES.stream()
                .allMatch(party -> onDisk(line, party) == line.size(RealLine.HOST)),
        "everybody has everything");
  }

  private static long onDisk(RealLine line, String party) {
    try {
      return Copy.size(line.node(party));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void judge(RealLine line) throws IOException {
    History whole = new History(List.copyOf(history));
    Path file = Path.of("target", "history-" + SEED + ".jsonl").toAbsolutePath();
    Files.createDirectories(file.getParent());
    whole.write(file);
    StringBuilder said = new StringBuilder();
    for (Op.Outcome outcome : Op.Outcome.values()) {
      long count =
          whole.ops().stream()
              .filter(op -> op.act() == Op.Act.SAY || op.act() == Op.Act.TAKE)
              .filter(op -> op.outcome() == outcome)
              .count();
      said.append(' ').append(count).append(' ').append(outcome);
    }
    System.out.printf(
        "seed %d: %,d operations, of what was said%s; faults %s%n",
        SEED, whole.ops().size(), said, faults);
    assertThat(whole.wrong())
        .as("-Dseed=%d, the history is in %s%s", SEED, file, line.logs())
        .isEmpty();
    assertThat(whole.ops().stream().filter(op -> op.outcome() == Op.Outcome.OK).count())
        .as("a history that says something")
        .isGreaterThan(500);
  }
}
