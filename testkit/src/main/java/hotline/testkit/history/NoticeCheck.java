package hotline.testkit.history;

import hotline.testkit.history.Op.Act;
import hotline.testkit.history.Op.Outcome;
import hotline.testkit.history.Wrong.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Notices as a sequential object that is compared and set: whoever sets it names how much of the
 * record was compared, and it is set if and only if nobody else has set it since. Every notice of a
 * history meets every other. The record shows the order, so that none has to be searched.
 */
final class NoticeCheck {
  private final List<Op> declares;
  private final List<Op> reads;

  /** What stands at each place, by whoever read it first. */
  private final Map<Long, Op> placed = new TreeMap<>();

  private final Map<String, Op> byId = new HashMap<>();

  NoticeCheck(List<Op> ops) {
    this.declares = ops.stream().filter(op -> op.act() == Act.DECLARE).toList();
    this.reads = ops.stream().filter(op -> op.act() == Act.NOTICE).toList();
  }

  Optional<Wrong> wrong() {
    return oneRecord()
        .or(this::comparedAndSet)
        .or(this::asClientsWereTold)
        .or(this::nobodyElseSpoke);
  }

  private static Optional<Wrong> wrong(Rule rule, Op one, Op other) {
    return Optional.of(new Wrong(rule, one + " and " + other));
  }

  private static boolean counts(Op notice) {
    return notice.outcome() == Outcome.OK;
  }

  private Optional<Wrong> oneRecord() {
    for (Op read : reads) {
      Op first = placed.putIfAbsent(read.at(), read);
      if (first != null && !isSame(first, read)) {
        return wrong(Rule.FORKED, first, read);
      }
      Op before = byId.putIfAbsent(Objects.requireNonNull(read.value()), read);
      if (before != null && before.at() != read.at()) {
        return wrong(Rule.TWICE, before, read);
      }
    }
    return Optional.empty();
  }

  private static boolean isSame(Op one, Op other) {
    return Objects.equals(one.value(), other.value())
        && one.key().equals(other.key())
        && Objects.equals(one.basis(), other.basis())
        && one.outcome() == other.outcome();
  }

  private Optional<Wrong> comparedAndSet() {
    Map<String, Op> last = new TreeMap<>();
    for (Op notice : placed.values()) {
      long basis = Objects.requireNonNull(notice.basis());
      if (basis > notice.at()) {
        return Optional.of(new Wrong(Rule.AHEAD, notice + " was compared with what came later"));
      }
      Optional<Op> newer =
          last.values().stream()
              .filter(other -> !other.key().equals(notice.key()) && other.at() >= basis)
              .findFirst();
      if (counts(notice) && newer.isPresent()) {
        return wrong(Rule.OVERLOOKED, newer.get(), notice);
      }
      if (!counts(notice) && newer.isEmpty()) {
        return Optional.of(new Wrong(Rule.NEEDLESS, notice + " had nothing against it"));
      }
      if (counts(notice)) {
        last.put(notice.key(), notice);
      }
    }
    return Optional.empty();
  }

  private Optional<Wrong> asClientsWereTold() {
    for (Op told : declares) {
      Optional<Op> stands =
          Optional.ofNullable(told.value()).map(byId::get).filter(NoticeCheck::counts);
      if (told.isOk() && stands.filter(notice -> notice.at() == told.at()).isEmpty()) {
        return Optional.of(new Wrong(Rule.LOST, told + " does not count there"));
      }
      if (told.outcome() == Outcome.REFUSED && stands.isPresent()) {
        return wrong(Rule.INVENTED, told, stands.get());
      }
    }
    return Optional.empty();
  }

  /** What counts was declared, by a client that knows of it or by one that was told nothing. */
  private Optional<Wrong> nobodyElseSpoke() {
    Set<String> known = new HashSet<>();
    Map<String, Integer> untold = new HashMap<>();
    for (Op each : declares) {
      if (each.value() != null) {
        known.add(each.value());
      } else if (each.outcome() == Outcome.UNKNOWN) {
        untold.merge(each.key(), 1, Integer::sum);
      }
    }
    for (Op notice : placed.values()) {
      if (counts(notice)
          && !known.contains(Objects.requireNonNull(notice.value()))
          && untold.merge(notice.key(), -1, Integer::sum) < 0) {
        return Optional.of(new Wrong(Rule.INVENTED, "nobody has declared " + notice));
      }
    }
    return Optional.empty();
  }
}
