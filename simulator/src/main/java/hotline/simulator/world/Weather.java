package hotline.simulator.world;

import java.time.Duration;
import java.util.List;

/**
 * What goes wrong with machines and ways between them, at times of the seed's choosing. Each seed
 * leaves some kinds of fault out, so that the others are seen alone as well.
 */
public final class Weather {
  private static final Duration BOOT_MAX = Duration.ofSeconds(20);
  private static final int CUT_AFTER_CHANGES_MAX = 60;

  private final World world;
  private final Seed.Draws draws;
  private boolean over;

  /** Kinds that this seed has; each two seeds in three. */
  private final boolean power;

  private final boolean writes;
  private final boolean disks;
  private final boolean clocks;
  private final boolean links;
  private final boolean calls;

  /** Over {@code world}; nothing goes wrong yet. */
  public Weather(World world) {
    this.world = world;
    this.draws = world.seed().of("weather");
    power = draws.below(3) > 0;
    writes = draws.below(3) > 0;
    disks = draws.below(3) > 0;
    clocks = draws.below(3) > 0;
    links = draws.below(3) > 0;
    calls = draws.below(3) > 0;
  }

  /** From now on it does. */
  public void begin() {
    world.onFall(machine ->
        world.agenda().in(soon(BOOT_MAX), machine.party() + " boots", () -> boot(machine)));
    next();
    if (calls) {
      wind();
    }
  }

  private Duration soon(Duration most) {
    return Duration.ofMillis(draws.between(1, most.toMillis()));
  }

  private void boot(Machine machine) {
    if (machine.isUp()) {
      return;
    }
    machine.disk().cut();
    machine
        .boot()
        .ifPresent(why -> {
          world.agenda().note(machine.party() + " does not start");
          world.refusedToStart(machine, why);
          world.agenda().in(soon(BOOT_MAX), machine.party() + " boots", () -> boot(machine));
        });
  }

  private void next() {
    world
        .agenda()
        .in(
            soon(Duration.ofSeconds(12)),
            "weather",
            () -> {
              if (!over) {
                strike(draws.below(6), world.machines().get(draws.below(world.machines().size())));
                next();
              }
            });
  }

  private void strike(int what, Machine machine) {
    switch (what) {
      case 0 -> {
        if (power && machine.isUp()) {
          world.tally().count(Fault.POWER_CUT);
          machine.pull();
        }
      }
      case 1 -> {
        if (writes && machine.isUp()) {
          world.tally().count(Fault.POWER_CUT_WRITING);
          machine.disk().cutAfter(draws.below(CUT_AFTER_CHANGES_MAX));
        }
      }
      case 2 -> {
        if (disks) {
          disk(machine);
        }
      }
      case 3 -> {
        if (clocks) {
          world.tally().count(Fault.CLOCK_JUMP);
          long most = draws.below(4) == 0 ? 900_000 : 5_000;
          machine.clock().jump(draws.between(-most, most) * 1_000_000);
        }
      }
      default -> {
        if (links) {
          link(machine);
        }
      }
    }
  }

  private void disk(Machine machine) {
    Duration lasts = soon(Duration.ofSeconds(15));
    switch (draws.below(3)) {
      case 0 -> {
        machine.disk().full(true);
        world.agenda().in(lasts, "room again", () -> machine.disk().full(false));
      }
      case 1 -> {
        machine.disk().failing(true);
        world.agenda().in(lasts, "syncs again", () -> machine.disk().failing(false));
      }
      default -> {
        machine.slow(true);
        world.agenda().in(lasts, "fast again", () -> machine.slow(false));
      }
    }
  }

  private void link(Machine machine) {
    List<String> others =
        world.parties().stream().filter(each -> !each.equals(machine.party())).toList();
    String other = others.get(draws.below(others.size()));
    boolean both = draws.below(2) == 0;
    world.network().cut(machine.party(), other);
    if (both) {
      world.network().cut(other, machine.party());
    }
    world
        .agenda()
        .in(
            soon(Duration.ofSeconds(30)),
            "mended",
            () -> {
              world.network().mend(machine.party(), other);
              world.network().mend(other, machine.party());
            });
  }

  /** Spells of bad calls, and calm between them. */
  private void wind() {
    if (over) {
      return;
    }
    if (draws.below(2) == 0) {
      world
          .network()
          .weather(draws.below(150), draws.below(150), draws.below(100), draws.below(150));
    } else {
      world.network().weather(0, 0, 0, draws.below(100));
    }
    world.agenda().in(soon(Duration.ofSeconds(40)), "wind", this::wind);
  }

  /** Nothing goes wrong any more, and what is broken is repaired. */
  public void end() {
    over = true;
    world.network().weather(0, 0, 0, 0);
    world.network().mendAll();
    for (Machine each : world.machines()) {
      each.disk().full(false);
      each.disk().failing(false);
      each.disk().cutAfter(-1);
      each.slow(false);
      if (!each.isUp()) {
        boot(each);
      }
    }
  }
}
