package hotline.testkit.history;

import hotline.testkit.history.Op.Act;
import hotline.testkit.history.Op.Outcome;
import hotline.testkit.history.Wrong.Rule;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One register: is there an order of its writes and of the host's reads, each between its call and
 * its return, in which every read reads what was written last?
 */
final class RegisterCheck {
  /*
   * Wing and Gong's search (Testing and verifying concurrent objects, 1993): take any operation that
   * no other must come before, and go on with the rest; with Lowe's memory (Testing for
   * linearizability, 2017) of what was taken and what the register was, so that nothing is searched
   * twice. A write whose client was told nothing may come any time after its call, or never.
   */
  private static final int STEPS_MAX = 2_000_000;

  private final List<Op> ops;
  private final BitSet taken = new BitSet();
  private final Set<State> seen = new HashSet<>();

  private record State(BitSet taken, @Nullable String value) {}

  /** What was taken, what the register was before it, and the operation tried after it. */
  private record Step(int op, @Nullable String before) {}

  private RegisterCheck(List<Op> register) {
    Set<@Nullable String> read = new HashSet<>();
    register.stream().filter(op -> op.act() == Act.HOLDER).forEach(op -> read.add(op.value()));
    this.ops =
        register.stream()
            .filter(op -> op.act() == Act.TAKE || op.host())
            .filter(op -> op.isOk() || mayBeSeen(op, read))
            .sorted(Comparator.comparingLong(Op::callUs))
            .toList();
  }

  /** A write that may also come last changes nothing if nobody reads it. */
  private static boolean mayBeSeen(Op op, Set<@Nullable String> read) {
    return op.act() == Act.TAKE && op.outcome() != Outcome.REFUSED && read.contains(op.value());
  }

  static Optional<Wrong> wrong(List<Op> register) {
    return wrong(register, STEPS_MAX);
  }

  static Optional<Wrong> wrong(List<Op> register, int stepsMax) {
    RegisterCheck check = new RegisterCheck(register);
    return check.readOfARefusedWrite(register).or(() -> check.search(stepsMax));
  }

  private Optional<Wrong> readOfARefusedWrite(List<Op> register) {
    Set<@Nullable String> refused = new HashSet<>();
    register.stream()
        .filter(op -> op.act() == Act.TAKE && op.outcome() == Outcome.REFUSED)
        .forEach(op -> refused.add(op.value()));
    return ops.stream()
        .filter(op -> op.act() == Act.HOLDER && refused.contains(op.value()))
        .findFirst()
        .map(op -> new Wrong(Rule.INVENTED, op + " reads what was refused"));
  }

  private Optional<Wrong> search(int stepsMax) {
    Deque<Step> path = new ArrayDeque<>();
    String value = null;
    int from = 0;
    int furthest = 0;
    for (int steps = 0; steps < stepsMax; steps++) {
      if (allReturnedAreTaken()) {
        return Optional.empty();
      }
      int op = next(from, value);
      if (op >= 0) {
        path.push(new Step(op, value));
        taken.set(op);
        value = ops.get(op).act() == Act.TAKE ? ops.get(op).value() : value;
        furthest = Math.max(furthest, taken.cardinality());
        from = 0;
      } else if (path.isEmpty()) {
        return Optional.of(
            new Wrong(
                Rule.REGISTER,
                ops.getFirst().key()
                    + ": no order explains more than "
                    + furthest
                    + " operations"));
      } else {
        Step last = path.pop();
        taken.clear(last.op());
        value = last.before();
        // A read that fits never has to wait for another: nothing else is tried in its place.
        from = ops.get(last.op()).act() == Act.HOLDER ? ops.size() : last.op() + 1;
      }
    }
    return Optional.of(
        new Wrong(Rule.UNDECIDED, ops.getFirst().key() + ": " + stepsMax + " steps"));
  }

  private boolean allReturnedAreTaken() {
    for (int i = taken.nextClearBit(0); i < ops.size(); i = taken.nextClearBit(i + 1)) {
      if (ops.get(i).isOk()) {
        return false;
      }
    }
    return true;
  }

  /** The next operation that may come now and leads where the search has not been, or -1. */
  private int next(int from, @Nullable String value) {
    int end = mayComeNow();
    for (int i = taken.nextClearBit(0); i < end && from == 0; i = taken.nextClearBit(i + 1)) {
      if (ops.get(i).act() == Act.HOLDER && Objects.equals(ops.get(i).value(), value)) {
        return isNew(i, value) ? i : -1;
      }
    }
    if (isStillToBeRead(value)) {
      return -1;
    }
    for (int i = taken.nextClearBit(from); i < end; i = taken.nextClearBit(i + 1)) {
      if (ops.get(i).act() == Act.TAKE && isNew(i, ops.get(i).value())) {
        return i;
      }
    }
    return -1;
  }

  /** The end of those that were called before any of the rest returned. */
  private int mayComeNow() {
    long firstReturnUs = Long.MAX_VALUE;
    int i = taken.nextClearBit(0);
    for (; i < ops.size() && ops.get(i).callUs() <= firstReturnUs; i = taken.nextClearBit(i + 1)) {
      firstReturnUs =
          Math.min(firstReturnUs, ops.get(i).isOk() ? ops.get(i).returnUs() : Long.MAX_VALUE);
    }
    return Math.min(i, ops.size());
  }

  /** Whether somebody has read {@code value}, and nothing could write it again. */
  private boolean isStillToBeRead(@Nullable String value) {
    boolean read = false;
    for (int i = taken.nextClearBit(0); i < ops.size(); i = taken.nextClearBit(i + 1)) {
      if (Objects.equals(ops.get(i).value(), value)) {
        if (ops.get(i).act() == Act.TAKE) {
          return false;
        }
        read = true;
      }
    }
    return read;
  }

  private boolean isNew(int op, @Nullable String value) {
    BitSet after = (BitSet) taken.clone();
    after.set(op);
    return seen.add(new State(after, value));
  }
}
