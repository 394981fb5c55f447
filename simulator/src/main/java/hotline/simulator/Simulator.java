package hotline.simulator;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Runs seed after seed. */
public final class Simulator {
  private Simulator() {}

  /**
   * Runs seeds from {@code first} on until the time is over, or something happened that must not.
   * The seed under way is run to its end.
   *
   * @param time of the real clock
   */
  public static Report run(Duration time, long first) {
    long deadlineNs = System.nanoTime() + time.toNanos();
    List<SeedRun.Result> results = new ArrayList<>();
    boolean holds = true;
    for (long seed = first; holds && System.nanoTime() < deadlineNs; seed++) {
      SeedRun.Result result = quietly(seed);
      holds = result.violations().isEmpty();
      results.add(result);
    }
    return Report.of(results, true);
  }

  /** Runs one seed; kinds of fault that it does not have are not missed. */
  public static Report only(long seed) {
    return Report.of(List.of(quietly(seed)), false);
  }

  /** What a node says of its troubles would be most of what is printed. */
  private static SeedRun.Result quietly(long seed) {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    root.setLevel(Level.OFF);
    try {
      return SeedRun.run(seed);
    } finally {
      root.setLevel(before);
    }
  }
}
