package hotline.simulator;

import hotline.simulator.world.Fault;
import hotline.simulator.world.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run.
 *
 * @param seeds how many were run to their end
 * @param simulatedSeconds how much time passed in their worlds, together
 * @param statements how many entries their records have, together
 * @param faults how often each kind of fault happened
 * @param missing kinds of fault that never happened; where one seed was asked for, none is missed
 * @param violations what must never happen and did
 * @param failedSeed the seed that it happened in, by which it is repeated; null if none
 * @param digest of everything that happened in the last seed
 */
public record Report(
    long seeds,
    long simulatedSeconds,
    long statements,
    Map<String, Long> faults,
    List<String> missing,
    List<String> violations,
    @Nullable Long failedSeed,
    String digest) {

  /** Whether everything held, and everything was tried. */
  public boolean holds() {
    return violations.isEmpty() && missing.isEmpty();
  }

  /** Adds up. */
  static Report of(List<SeedRun.Result> results, boolean allFaultsAsked) {
    Tally tally = new Tally();
    Duration simulated = Duration.ZERO;
    long statements = 0;
    List<String> violations = new ArrayList<>();
    Long failed = null;
    for (SeedRun.Result each : results) {
      tally.add(each.tally());
      simulated = simulated.plus(each.simulated());
      statements += each.statements();
      violations.addAll(each.violations());
      failed = failed == null && !each.violations().isEmpty() ? Long.valueOf(each.seed()) : failed;
    }
    Map<String, Long> faults = new LinkedHashMap<>();
    Arrays.stream(Fault.values()).forEach(each -> faults.put(each.words(), tally.of(each)));
    List<String> missing =
        Arrays.stream(Fault.values())
            .filter(each -> allFaultsAsked && tally.of(each) == 0)
            .map(Fault::words)
            .toList();
    return new Report(
        results.size(),
        simulated.toSeconds(),
        statements,
        faults,
        violations.isEmpty() ? missing : List.of(),
        List.copyOf(violations),
        failed,
        results.isEmpty() ? "" : results.getLast().digest());
  }
}
