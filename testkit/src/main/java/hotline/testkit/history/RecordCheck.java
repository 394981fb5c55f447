package hotline.testkit.history;

import hotline.testkit.history.Op.Act;
import hotline.testkit.history.Op.Outcome;
import hotline.testkit.history.Wrong.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The record as a sequential object: a list that is appended to. It shows its own order, so that no
 * order has to be searched: an append to place i comes i-th, and a read of size n between places n
 * - 1 and n. Whatever returned before something else was called must not come after it.
 */
final class RecordCheck {
  private final List<Op> says;
  private final List<Op> sizes;

  /** Notices whose clients were told a place. */
  private final List<Op> declared;

  private final List<Op> entries;

  /** What stands at each place, by whoever read it first. */
  private final Map<Long, Op> placed = new HashMap<>();

  private final Map<String, Long> places = new HashMap<>();

  RecordCheck(List<Op> ops) {
    this.says = of(ops, Act.SAY);
    this.sizes = of(ops, Act.SIZE).stream().filter(Op::isOk).toList();
    this.declared = of(ops, Act.DECLARE).stream().filter(Op::isOk).toList();
    this.entries = of(ops, Act.ENTRY).stream().filter(Op::isOk).toList();
  }

  private static List<Op> of(List<Op> ops, Act act) {
    return ops.stream().filter(op -> op.act() == act).toList();
  }

  Optional<Wrong> wrong() {
    return oneRecord()
        .or(this::everythingSaidOnce)
        .or(this::inOrder)
        .or(this::inTheOrderOfItsLane)
        .or(this::nobodyIsAhead)
        .or(this::nobodyGoesBack);
  }

  private static Optional<Wrong> wrong(Rule rule, Op one, Op other) {
    return Optional.of(new Wrong(rule, one + " and " + other));
  }

  private Optional<Wrong> oneRecord() {
    for (Op read : entries) {
      Op first = placed.putIfAbsent(read.at(), read);
      if (first != null && !Objects.equals(first.value(), read.value())) {
        return wrong(Rule.FORKED, first, read);
      }
      Long before = read.value() == null ? null : places.putIfAbsent(read.value(), read.at());
      if (before != null && before != read.at()) {
        return wrong(Rule.TWICE, Objects.requireNonNull(placed.get(before)), read);
      }
    }
    return Optional.empty();
  }

  private Optional<Wrong> everythingSaidOnce() {
    Set<String> said = new HashSet<>();
    for (Op say : says) {
      if (!said.add(String.valueOf(say.value()))) {
        throw new IllegalArgumentException("this is no history, a text is said twice: " + say);
      }
      Long place = places.get(String.valueOf(say.value()));
      boolean lost =
          switch (say.outcome()) {
            case OK -> place == null || place != say.at();
            case KEPT -> place == null;
            case REFUSED, UNKNOWN -> false;
          };
      if (lost) {
        return Optional.of(new Wrong(Rule.LOST, say + " stands at " + place));
      }
      if (say.outcome() == Outcome.REFUSED && place != null) {
        return Optional.of(new Wrong(Rule.INVENTED, say + " stands at " + place));
      }
    }
    return places.keySet().stream()
        .filter(value -> !said.contains(value))
        .findFirst()
        .map(value -> new Wrong(Rule.INVENTED, "nobody has said " + value));
  }

  /** The places that appends have, whatever their clients were told. */
  private List<Op> placedSays() {
    return says.stream().filter(say -> places.containsKey(String.valueOf(say.value()))).toList();
  }

  private long place(Op say) {
    return Objects.requireNonNull(places.get(String.valueOf(say.value())));
  }

  private long position(Op op) {
    return switch (op.act()) {
      case SIZE -> 2 * op.at();
      case DECLARE -> 2 * op.at() + 1;
      default -> 2 * place(op) + 1;
    };
  }

  private Optional<Wrong> inOrder() {
    List<Op> all = new ArrayList<>(placedSays());
    all.addAll(declared);
    sizes.stream().filter(Op::host).forEach(all::add);
    return sweep(all, Op::isOk, this::position)
        .flatMap(pair ->
            wrong(
                pair.later().act() == Act.SIZE ? Rule.STALE : Rule.ORDER,
                pair.one(),
                pair.later()));
  }

  /** What one start of a node said stands as it was said, also what had to wait there. */
  private Optional<Wrong> inTheOrderOfItsLane() {
    return byRun(placedSays())
        .flatMap(run ->
            sweep(run, op -> op.isOk() || op.outcome() == Outcome.KEPT, this::position).stream())
        .findFirst()
        .flatMap(pair -> wrong(Rule.ORDER, pair.one(), pair.later()));
  }

  private Optional<Wrong> nobodyGoesBack() {
    return byRun(sizes)
        .flatMap(run -> sweep(run, Op::isOk, this::position).stream())
        .findFirst()
        .flatMap(pair -> wrong(Rule.BACKWARDS, pair.one(), pair.later()));
  }

  private static Stream<List<Op>> byRun(Collection<Op> ops) {
    return ops.stream()
        .collect(Collectors.groupingBy(op -> op.node() + " " + op.run()))
        .values()
        .stream();
  }

  /** What a read shows was called before the read returned. */
  private Optional<Wrong> nobodyIsAhead() {
    List<Op> calls =
        placedSays().stream().sorted(Comparator.comparingLong(Op::callUs).reversed()).toList();
    int next = 0;
    Op least = null;
    for (Op read :
        sizes.stream().sorted(Comparator.comparingLong(Op::returnUs).reversed()).toList()) {
      for (; next < calls.size() && calls.get(next).callUs() > read.returnUs(); next++) {
        least = least == null || place(calls.get(next)) < place(least) ? calls.get(next) : least;
      }
      if (least != null && place(least) < read.at()) {
        return wrong(Rule.AHEAD, read, least);
      }
    }
    return Optional.empty();
  }

  private record Pair(Op one, Op later) {}

  /** Two operations of which one returned before the other was called, and yet comes after it. */
  private static Optional<Pair> sweep(
      List<Op> ops, Predicate<Op> returned, ToLongFunction<Op> position) {
    List<Op> returns =
        ops.stream().filter(returned).sorted(Comparator.comparingLong(Op::returnUs)).toList();
    int next = 0;
    Op last = null;
    for (Op op : ops.stream().sorted(Comparator.comparingLong(Op::callUs)).toList()) {
      for (; next < returns.size() && returns.get(next).returnUs() < op.callUs(); next++) {
        Op each = returns.get(next);
        last =
            last == null || position.applyAsLong(each) > position.applyAsLong(last) ? each : last;
      }
      if (last != null && position.applyAsLong(last) > position.applyAsLong(op)) {
        return Optional.of(new Pair(last, op));
      }
    }
    return Optional.empty();
  }
}
