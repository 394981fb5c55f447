package hotline.simulator.check;

import hotline.node.api.Said;
import hotline.node.api.Views;
import hotline.simulator.world.Machine;
import hotline.simulator.world.World;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Everything that must hold in a simulated world: some of it after every step, all at the end. */
public final class Checks {
  /** Troubles by which a node says that somebody did wrong, or lost what it had. */
  private static final Set<String> ACCUSING =
      Set.of(
          "forged-entry",
          "two-histories",
          "outcome-root",
          "broken-promise",
          "false-details",
          "record-lost");

  private static final Duration STATE_EVERY = Duration.ofMillis(500);

  private final World world;
  private final Histories histories;
  private final Acknowledged acknowledged;
  private final Warned warned;
  private final Map<String, Looked> looked = new HashMap<>();
  private final Map<String, Long> dueNs = new HashMap<>();

  private record Looked(int run, long changes) {}

  /** Watches {@code world} from now on. */
  public Checks(World world) {
    this.world = world;
    histories = new Histories(world::violated);
    acknowledged = new Acknowledged(world::violated, histories);
    warned = new Warned(world, world::violated);
    world
        .network()
        .observe((_, to, call, body, answer) -> acknowledged.answered(to, call, body, answer));
  }

  /** An officer was told what became of something. */
  public void told(Machine machine, Said answer, boolean urgent) {
    acknowledged.told(machine, answer);
    if (urgent) {
      warned.sent(machine, answer);
    }
  }

  /** After each step that touched {@code machine}. */
  public void look(Machine machine) {
    warned.look();
    if (!hasChanged(machine)) {
      return;
    }
    histories.lookAtEntries(machine);
    acknowledged.look(machine);
    if (isDue(machine)) {
      state(machine, machine.api().line());
    }
  }

  private void state(Machine machine, Views.Line line) {
    histories.look(machine, line.record());
    for (Views.Trouble each : line.troubles()) {
      if (ACCUSING.contains(each.code())) {
        world.violated(machine.party() + " accuses an honest party: " + each.sentence());
      }
    }
  }

  /** A node's view of everything is dear: it is asked for now and then. */
  private boolean isDue(Machine machine) {
    long nowNs = world.agenda().nowNs();
    boolean due = dueNs.getOrDefault(machine.party(), 0L) <= nowNs;
    if (due) {
      dueNs.put(machine.party(), nowNs + STATE_EVERY.toNanos());
    }
    return due;
  }

  /** Whether its node told anybody that something changed, or is another run of it. */
  private boolean hasChanged(Machine machine) {
    try {
      Looked now = new Looked(machine.run(), machine.api().awaitChange(0, 0));
      return !now.equals(looked.put(machine.party(), now));
    } catch (InterruptedException never) {
      throw new IllegalStateException(never);
    }
  }

  /** Whether all copies are equal and confirmed, and nothing waits. */
  public boolean isQuiet() {
    for (Machine each : world.machines()) {
      if (!each.isUp()) {
        return false;
      }
      Views.Line line = each.api().line();
      state(each, line);
      if (line.record().size() != histories.size()
          || line.record().confirmedSize() != histories.size()
          || line.record().outcomesSize() != histories.size()
          || line.outbox().waiting() != 0) {
        return false;
      }
    }
    return true;
  }

  /** Why it is not quiet, for people. */
  public String unrest() {
    StringBuilder all = new StringBuilder("history of " + histories.size());
    for (Machine each : world.machines()) {
      all.append("; ").append(each.party()).append(' ');
      if (each.isUp()) {
        Views.Line line = each.api().line();
        all.append(line.record()).append(line.outbox()).append(line.troubles());
      } else {
        all.append("down");
      }
    }
    return all.toString();
  }

  /** When all is quiet; every node was asked for its view just before. */
  public void atEnd() {
    if (histories.confirmed() > histories.size()) {
      world.violated("more was confirmed than there is");
    }
    acknowledged.atEnd();
  }

  /** How many entries the line has. */
  public int statements() {
    return histories.size();
  }
}
