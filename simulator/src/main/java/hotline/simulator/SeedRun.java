package hotline.simulator;

import hotline.simulator.check.Checks;
import hotline.simulator.hostile.Liar;
import hotline.simulator.world.Founding;
import hotline.simulator.world.Machine;
import hotline.simulator.world.Seed;
import hotline.simulator.world.Tally;
import hotline.simulator.world.Weather;
import hotline.simulator.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One seed from the founding of its line to the end: calm, storm, repair, and the last look. */
public final class SeedRun {
  private static final Duration STORM_MIN = Duration.ofSeconds(60);
  private static final int STORM_MORE_S = 180;
  private static final Duration REPAIR_MIN = Duration.ofMinutes(1);
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
      Checks checks = new Checks(world, founding);
      try {
        founding.found();
        live(world, founding, checks, storm);
      } catch (Founding.Failed failed) {
        world.violated(String.valueOf(failed.getMessage()));
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

  private static void live(World world, Founding founding, Checks checks, Duration storm) {
    Weather weather = new Weather(world);
    Optional<Liar> liar =
        world.seed().of("a liar").below(2) == 0
            ? Optional.of(Liar.of(world, founding))
            : Optional.empty();
    liar.ifPresent(checks::expect);
    Predicate<String> lies = party -> liar.filter(who -> who.party().equals(party)).isPresent();
    Optional<KeyChange> keys = KeyChange.of(world, founding, checks, lies);
    Optional<OfficerKeys> officersKeys = OfficerKeys.of(world, founding, checks, lies);
    Officers officers = new Officers(world, checks, officersKeys);
    officers.begin();
    weather.begin();
    liar.ifPresent(Liar::begin);
    keys.ifPresent(KeyChange::begin);
    officersKeys.ifPresent(OfficerKeys::begin);
    boolean _ = world.run(storm, () -> false, checks::look);
    officers.end();
    weather.end();
    liar.ifPresent(Liar::end);
    keys.ifPresent(KeyChange::end);
    officersKeys.ifPresent(OfficerKeys::end);
    boolean rests =
        world.run(
            checks.hostLies() ? REPAIR_MIN : REPAIR_MAX,
            () -> !checks.hostLies() && isRepaired(world, checks),
            checks::look);
    if (!rests && !checks.hostLies() && world.violations().isEmpty()) {
      world.violated("it does not come to rest: " + checks.unrest());
    }
    if (world.violations().isEmpty()) {
      checks.atEnd();
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
