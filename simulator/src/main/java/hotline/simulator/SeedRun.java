package hotline.simulator;

import hotline.simulator.check.Checks;
import hotline.simulator.world.Founding;
import hotline.simulator.world.Machine;
import hotline.simulator.world.Seed;
import hotline.simulator.world.Tally;
import hotline.simulator.world.Weather;
import hotline.simulator.world.World;
import java.time.Duration;
import java.util.List;

/** One seed from the founding of its line to the end: calm, storm, repair, and the last look. */
public final class SeedRun {
  private static final Duration STORM_MIN = Duration.ofSeconds(60);
  private static final int STORM_MORE_S = 180;
  private static final Duration REPAIR_MAX = Duration.ofMinutes(15);

  private SeedRun() {}

  /**
   * What became of it.
   *
   * @param simulated how much time passed in that world
   * @param statements how many entries its record has
   * @param violations what must never happen and did, in order
   * @param digest of everything that happened: the same whenever the seed is run
   */
  public record Result(
      long seed,
      Duration simulated,
      int statements,
      Tally tally,
      List<String> violations,
      String digest) {}

  /** Runs it. */
  public static Result run(long number) {
    int more = new Seed(number).of("storm").below(STORM_MORE_S);
    return run(number, STORM_MIN.plusSeconds(more));
  }

  /** Runs it with a storm of that length. */
  static Result run(long number, Duration storm) {
    Seed seed = new Seed(number);
    Seed.Draws draws = seed.of("world");
    try (World world = new World(seed, 2 + draws.below(3))) {
      Founding founding = new Founding(world);
      founding.found();
      Checks checks = new Checks(world);
      Officers officers = new Officers(world, checks);
      Weather weather = new Weather(world);
      officers.begin();
      weather.begin();
      boolean _ = world.run(storm, () -> false, checks::look);
      officers.end();
      weather.end();
      if (!world.run(REPAIR_MAX, () -> isRepaired(world, checks), checks::look)
          && world.violations().isEmpty()) {
        world.violated("it does not come to rest: " + checks.unrest());
      }
      if (world.violations().isEmpty()) {
        checks.atEnd();
      }
      return new Result(
          number,
          Duration.ofNanos(world.agenda().nowNs()),
          checks.statements(),
          world.tally(),
          world.violations(),
          world.agenda().digest());
    }
  }

  /** All is quiet; the host's officer starts a sequencer that gave up. */
  private static boolean isRepaired(World world, Checks checks) {
    Machine host = world.machine(world.host());
    if (host.isUp() && host.api().line().record().sequencer().equals("STOPPED")) {
      var _ = host.api().sequencer(true);
    }
    return checks.isQuiet();
  }
}
