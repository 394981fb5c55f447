package hotline.simulator.check;

import hotline.node.api.Said;
import hotline.node.api.Views;
import hotline.simulator.world.Machine;
import hotline.simulator.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * An urgent message is at every party that can be reached within its bound: that long after it was
 * said, both nodes have run and every call between them has arrived.
 */
final class Warned {
  /** The longest wait between two tries, 2 s, and the time that simulated calls and disks take. */
  private static final Duration BOUND = Duration.ofSeconds(4);

  private final World world;
  private final Consumer<String> violated;
  private final List<Pending> pending = new ArrayList<>();

  private record Pending(String id, Machine from, Machine to, long saidNs, boolean kept) {}

  Warned(World world, Consumer<String> violated) {
    this.world = world;
    this.violated = violated;
  }

  /** An officer sent an urgent message. */
  void sent(Machine machine, Said answer) {
    if (answer.id() == null) {
      return;
    }
    boolean kept = !answer.sentence().contains("NOT kept");
    for (Machine to : world.machines()) {
      if (to != machine) {
        pending.add(new Pending(answer.id(), machine, to, world.agenda().nowNs(), kept));
      }
    }
  }

  /** After each step. */
  void look(Predicate<Machine> liar) {
    long nowNs = world.agenda().nowNs();
    for (Iterator<Pending> all = pending.iterator(); all.hasNext(); ) {
      Pending each = all.next();
      if (liar.test(each.to()) || (!each.from().isUp() && !each.kept())) {
        // What is not kept is gone if the node stops, and the officer was told so.
        all.remove();
        continue;
      }
      long cleanNs =
          Math.max(
              Math.max(
                  each.saidNs(),
                  world.network().cleanSinceNs(each.from().party(), each.to().party())),
              Math.max(each.from().upSinceNs(), each.to().upSinceNs()));
      if (cleanNs == Long.MAX_VALUE || nowNs - cleanNs < BOUND.toNanos()) {
        continue;
      }
      Optional<Views.Message> arrived = each.to().api().message(each.id());
      if (arrived.isEmpty()) {
        violated.accept(
            each.to().party()
                + " was not warned by "
                + each.from().party()
                + " within "
                + BOUND.toSeconds()
                + " s of an open way");
      }
      all.remove();
    }
  }
}
