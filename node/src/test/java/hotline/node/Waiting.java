package hotline.node;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what has to come; the only limit is patience. */
public final class Waiting {
  private Waiting() {}

  /** Waits; if it never comes, the error says how each of the nodes stands. */
  public static void until(
      BooleanSupplier holds, String what, Duration patience, Map<String, Node> nodes) {
    long deadlineNs = System.nanoTime() + patience.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > deadlineNs) {
        StringBuilder all = new StringBuilder("never: " + what);
        nodes.forEach(
            (party, node) -> all.append("\n").append(party).append(": ").append(node.api().line()));
        throw new AssertionError(all.toString());
      }
      LockSupport.parkNanos(2_000_000);
    }
  }
}
