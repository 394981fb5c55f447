package hotline.node.details;

import hotline.line.body.EntityId;
import hotline.line.body.NoticeRef;
import hotline.line.notice.Notice;
import hotline.line.planning.Conflict;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of an own notice and another party's that meet coarsely, and what is known of each:
 * possible until the other's details are here, then exact or clear. Safe for use by many threads.
 */
public final class ConflictBook {
  /** Cleared conflicts that are kept for people to look at. */
  private static final int CLEARED_MAX = 10_000;

  /** Pairs of versions of which the CONFLICT messages are known. */
  private static final int CALLED_MAX = 100_000;

  /** CONFLICT messages about one pair of versions; one is enough. */
  private static final int CALLS_MAX = 8;

  /** A CONFLICT message, and the party that said it. */
  public record Call(StatementId message, String by) {}

  /** An own notice and another party's, through all their versions. */
  public record Pair(EntityId own, EntityId other) {}

  /** What is known of a pair. */
  public sealed interface Knowledge {
    /** The other's volumes are not known here: it may be a conflict, and counts as one. */
    record Possible(String why) implements Knowledge {}

    /** The volumes overlap. */
    record Exact(Conflict conflict) implements Knowledge {}

    /** They do not: told by the other party and proved against its commitment. */
    record Clear() implements Knowledge {}
  }

  /**
   * A pair as it stands.
   *
   * @param ownIndex where the own version stands in the record; the later of the two is to move
   * @param was the last exact conflict of the pair; null if it never had one
   * @param gone whether the notices no longer meet, or one has ended
   */
  public record Meeting(
      NoticeRef own,
      long ownIndex,
      NoticeRef other,
      long otherIndex,
      String otherParty,
      Knowledge knowledge,
      @Nullable Conflict was,
      boolean gone) {
    /** The two. */
    public Pair pair() {
      return new Pair(own.entity(), other.entity());
    }

    /** Whether the own notice was ordered later, and is the one to move. */
    public boolean ownToMove() {
      return ownIndex > otherIndex;
    }

    private Meeting with(Knowledge next) {
      return new Meeting(
          own,
          ownIndex,
          other,
          otherIndex,
          otherParty,
          next,
          next instanceof Knowledge.Exact(Conflict conflict) ? conflict : was,
          false);
    }

    private Meeting ended() {
      return new Meeting(own, ownIndex, other, otherIndex, otherParty, knowledge, was, true);
    }
  }

  private final Consumer<Meeting> changed;

  /** Guarded by this, as are the maps below. */
  private final Map<Pair, Meeting> meetings = new LinkedHashMap<>();

  private final Map<EntityId, Set<Pair>> byEntity = new HashMap<>();

  /** The CONFLICT messages about two versions. */
  private final Map<Set<NoticeRef>, SequencedSet<Call>> calls =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Set<NoticeRef>, SequencedSet<Call>> eldest) {
          return size() > CALLED_MAX;
        }
      };

  /** Empty; {@code changed} is told of every pair as it comes to stand, and must be quick. */
  public ConflictBook(Consumer<Meeting> changed) {
    this.changed = changed;
  }

  /** These pairs as they stood once, with the CONFLICT messages that are known by now. */
  public ConflictBook asItWas(List<Meeting> then) {
    ConflictBook past = new ConflictBook(_ -> {});
    then.forEach(past::put);
    synchronized (this) {
      calls.forEach((pair, known) -> past.calls.put(pair, new LinkedHashSet<>(known)));
    }
    return past;
  }

  /**
   * An own notice, in this version, meets these of other parties now, and no others.
   *
   * @return the pairs whose details are to be asked for
   */
  public synchronized List<Pair> ownMeets(Notice own, Collection<Notice> others) {
    Set<Pair> now = new HashSet<>();
    List<Pair> ask = new ArrayList<>();
    for (Notice other : others) {
      now.add(new Pair(own.entity(), other.entity()));
      ask.addAll(meet(own, other));
    }
    endOthers(own.entity(), now);
    return ask;
  }

  /** Another party's notice, in this version, meets these own ones now, and no others. */
  public synchronized List<Pair> otherMeets(Notice other, Collection<Notice> owns) {
    Set<Pair> now = new HashSet<>();
    List<Pair> ask = new ArrayList<>();
    for (Notice own : owns) {
      now.add(new Pair(own.entity(), other.entity()));
      ask.addAll(meet(own, other));
    }
    endOthers(other.entity(), now);
    return ask;
  }

  private List<Pair> meet(Notice own, Notice other) {
    Pair pair = new Pair(own.entity(), other.entity());
    Meeting before = meetings.get(pair);
    boolean same =
        before != null
            && !before.gone()
            && before.own().equals(own.ref())
            && before.other().equals(other.ref());
    if (same) {
      return List.of();
    }
    put(
        new Meeting(
            own.ref(),
            own.index(),
            other.ref(),
            other.index(),
            other.party(),
            new Knowledge.Possible("not asked yet"),
            before == null ? null : before.was(),
            false));
    return List.of(pair);
  }

  private void put(Meeting meeting) {
    Pair pair = meeting.pair();
    meetings.put(pair, meeting);
    byEntity.computeIfAbsent(pair.own(), _ -> new HashSet<>()).add(pair);
    byEntity.computeIfAbsent(pair.other(), _ -> new HashSet<>()).add(pair);
    changed.accept(meeting);
  }

  private void endOthers(EntityId entity, Set<Pair> now) {
    for (Pair pair : List.copyOf(byEntity.getOrDefault(entity, Set.of()))) {
      if (!now.contains(pair)) {
        end(pair);
      }
    }
  }

  /** Every notice of a pair. */
  public synchronized Set<EntityId> entities() {
    return new HashSet<>(byEntity.keySet());
  }

  /** A notice is over. */
  public synchronized void ended(EntityId entity) {
    endOthers(entity, Set.of());
  }

  private void end(Pair pair) {
    Meeting before = meetings.get(pair);
    if (before == null || before.gone()) {
      return;
    }
    changed.accept(before.ended());
    if (before.was() == null) {
      forget(pair);
    } else {
      meetings.put(pair, before.ended());
      forgetOldest();
    }
  }

  private void forgetOldest() {
    if (meetings.size() > CLEARED_MAX) {
      meetings.values().stream()
          .filter(Meeting::gone)
          .findFirst()
          .map(Meeting::pair)
          .ifPresent(this::forget);
    }
  }

  private void forget(Pair pair) {
    meetings.remove(pair);
    for (EntityId entity : List.of(pair.own(), pair.other())) {
      Set<Pair> of = byEntity.get(entity);
      if (of != null && of.remove(pair) && of.isEmpty()) {
        byEntity.remove(entity);
      }
    }
  }

  /** Sets what is known of two versions; ignored if one has been overtaken. */
  public synchronized Optional<Meeting> know(NoticeRef own, NoticeRef other, Knowledge knowledge) {
    Pair pair = new Pair(own.entity(), other.entity());
    Meeting before = meetings.get(pair);
    if (before == null
        || before.gone()
        || !before.own().equals(own)
        || !before.other().equals(other)) {
      return Optional.empty();
    }
    Meeting after = before.with(knowledge);
    meetings.put(pair, after);
    changed.accept(after);
    return Optional.of(after);
  }

  /** A pair, if the two meet or did. */
  public synchronized Optional<Meeting> meeting(Pair pair) {
    return Optional.ofNullable(meetings.get(pair));
  }

  /** Every pair that is known. */
  public synchronized List<Meeting> all() {
    return new ArrayList<>(meetings.values());
  }

  /** The pairs of one notice. */
  public synchronized List<Meeting> of(EntityId entity) {
    return byEntity.getOrDefault(entity, Set.of()).stream().map(meetings::get).toList();
  }

  /** Whether a pair stands in the way: exact, or not known to be clear. */
  public static boolean isOpen(Meeting meeting) {
    return !meeting.gone() && !(meeting.knowledge() instanceof Knowledge.Clear);
  }

  /** A CONFLICT message names these versions. */
  public synchronized void called(NoticeRef one, NoticeRef two, Call call) {
    if (one.equals(two)) {
      return;
    }
    SequencedSet<Call> known = calls.computeIfAbsent(Set.of(one, two), _ -> new LinkedHashSet<>());
    if (known.size() < CALLS_MAX) {
      known.add(call);
    }
  }

  /** The record refused this one. */
  public synchronized void notCalled(NoticeRef one, NoticeRef two, StatementId message) {
    if (!one.equals(two)) {
      calls
          .getOrDefault(Set.of(one, two), new LinkedHashSet<>())
          .removeIf(call -> call.message().equals(message));
    }
  }

  /** The CONFLICT messages of a party about two versions, in the order in which they came. */
  public synchronized List<StatementId> calls(NoticeRef one, NoticeRef two, String by) {
    return one.equals(two)
        ? List.of()
        : calls.getOrDefault(Set.of(one, two), new LinkedHashSet<>()).stream()
            .filter(call -> call.by().equals(by))
            .map(Call::message)
            .toList();
  }
}
