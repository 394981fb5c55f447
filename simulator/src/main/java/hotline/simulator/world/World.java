package hotline.simulator.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A line of several machines, their network and their time, in one thread from one seed. */
public final class World implements AutoCloseable {
  /** Names of parties; the first of a line hosts. */
  private static final List<String> NAMES = List.of("north", "south", "east", "west");

  private final Seed seed;
  private final Agenda agenda;
  private final Tally tally = new Tally();
  private final Network network;
  private final List<String> parties;
  private final Map<String, Machine> machines = new LinkedHashMap<>();
  private final Set<Machine> touched = new LinkedHashSet<>();
  private final List<String> violations = new ArrayList<>();
  private final List<Consumer<Machine>> whenFallen = new ArrayList<>();

  /** {@code parties} machines, all off, with empty disks. */
  public World(Seed seed, int parties) {
    this.seed = seed;
    this.agenda = new Agenda(seed);
    this.network = new Network(this);
    this.parties = NAMES.subList(0, parties);
    for (String name : this.parties) {
      machines.put(name, new Machine(this, name));
    }
  }

  /** All chance. */
  public Seed seed() {
    return seed;
  }

  /** Time. */
  public Agenda agenda() {
    return agenda;
  }

  /** What went wrong so far. */
  public Tally tally() {
    return tally;
  }

  /** The ways between the machines. */
  public Network network() {
    return network;
  }

  /** Who takes part. */
  public List<String> parties() {
    return parties;
  }

  /** Who hosts. */
  public String host() {
    return NAMES.getFirst();
  }

  /** A party's machine. */
  public Machine machine(String party) {
    return Objects.requireNonNull(machines.get(party));
  }

  /** All machines. */
  public List<Machine> machines() {
    return List.copyOf(machines.values());
  }

  /** The machine does something now: what is checked after every step is checked there. */
  void touched(Machine machine) {
    touched.add(machine);
  }

  /** Something that must never happen did. */
  public void violated(String what) {
    agenda.note("VIOLATION " + what);
    violations.add(what + " (after " + Duration.ofNanos(agenda.nowNs()) + ")");
  }

  /** A node refused to start; only a disk that does not work at the moment is a reason. */
  void refusedToStart(Machine machine, String why) {
    if (machine.disk().isWell()) {
      violated(machine.party() + " does not start: " + why);
    }
  }

  void violated(String what, Throwable cause) {
    if (Boolean.getBoolean("hotline.simulator.trace")) {
      cause.printStackTrace();
    }
    StackTraceElement[] at = cause.getStackTrace();
    violated(at.length == 0 ? what : what + " at " + at[0]);
  }

  /** What must never happen and did, in order. */
  public List<String> violations() {
    return List.copyOf(violations);
  }

  /** Is told when a machine loses its power. */
  void onFall(Consumer<Machine> told) {
    whenFallen.add(told);
  }

  void fell(Machine machine) {
    whenFallen.forEach(each -> each.accept(machine));
  }

  /**
   * Lets the world go on until {@code done}, at most so long.
   *
   * @param after is given what each step touched
   * @return whether it was done in time; false also after a violation
   */
  public boolean run(Duration atMost, BooleanSupplier done, Consumer<Machine> after) {
    long untilNs = agenda.nowNs() + atMost.toNanos();
    while (violations.isEmpty() && !done.getAsBoolean()) {
      touched.clear();
      if (!agenda.step(untilNs)) {
        return false;
      }
      for (Machine each : List.copyOf(touched)) {
        if (each.isUp()) {
          each.during("checking " + each.party(), () -> after.accept(each));
        }
      }
    }
    return violations.isEmpty();
  }

  @Override
  public void close() {
    machines.values().forEach(Machine::close);
  }
}
