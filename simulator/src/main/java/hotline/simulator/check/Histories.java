package hotline.simulator.check;

import hotline.node.api.Views;
import hotline.record.statement.Chain;
import hotline.record.statement.Header;
import hotline.record.statement.Lane;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import hotline.record.statement.Statements;
import hotline.simulator.world.Machine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Every honest copy is a prefix of one history, in which nothing stands twice and every chain is in
 * order; equal sizes have equal roots; what is confirmed stays. Knows no rule of the line: it reads
 * headers and compares bytes.
 */
final class Histories {
  private final Consumer<String> violated;
  private final Predicate<Statement> signed;

  /** The longest history seen. */
  private final List<byte[]> entries = new ArrayList<>();

  private final Map<StatementId, Integer> places = new HashMap<>();
  private final Map<Chain, Header> heads = new HashMap<>();
  private final Map<Chain, StatementId> headIds = new HashMap<>();
  private final Map<Chain, Set<Long>> urgent = new HashMap<>();
  private final Map<Long, String> roots = new HashMap<>();
  private final Map<Long, String> outcomeRoots = new HashMap<>();
  private final Map<String, Seen> seen = new HashMap<>();
  private long confirmed;

  /** How far a machine's copy was compared, in its present run. */
  private static final class Seen {
    private int run = -1;
    private int size;
    private long confirmed;
  }

  /** {@code signed} says whether a statement is signed by the party that it names. */
  Histories(Consumer<String> violated, Predicate<Statement> signed) {
    this.violated = violated;
    this.signed = signed;
  }

  /** Compares the entries that are new here. */
  void lookAtEntries(Machine machine) {
    Seen of = seen(machine);
    Optional<byte[]> entry = machine.api().entryBytes(of.size);
    while (entry.isPresent()) {
      compare(machine.party(), of.size, entry.get());
      of.size++;
      entry = machine.api().entryBytes(of.size);
    }
  }

  private Seen seen(Machine machine) {
    Seen of = seen.computeIfAbsent(machine.party(), _ -> new Seen());
    if (of.run != machine.run()) {
      of.run = machine.run();
      of.size = 0;
      of.confirmed = 0;
    }
    return of;
  }

  /** Compares what a node says of its record. */
  void look(Machine machine, Views.RecordState record) {
    Seen of = seen(machine);
    // A follower may have taken entries back that no cosigned checkpoint came to cover.
    of.size = Math.min(of.size, (int) record.size());
    same(roots, record.size(), record.root(), machine.party() + ": another root");
    same(
        outcomeRoots,
        record.outcomesSize(),
        record.outcomesRoot(),
        machine.party() + ": another root of outcomes");
    if (record.confirmedSize() < of.confirmed) {
      violated.accept(machine.party() + ": fewer entries are confirmed than before");
    }
    of.confirmed = record.confirmedSize();
    confirmed = Math.max(confirmed, record.confirmedSize());
  }

  private void same(Map<Long, String> known, long size, String root, String wrong) {
    String before = known.putIfAbsent(size, root);
    if (before != null && !before.equals(root)) {
      violated.accept(wrong + " of " + size + " entries");
    }
  }

  private void compare(String party, int index, byte[] entry) {
    if (index < entries.size()) {
      if (!Arrays.equals(entries.get(index), entry)) {
        violated.accept(
            party
                + ": entry "
                + index
                + " is another one than before"
                + (index < confirmed ? ", and it was confirmed" : ""));
      }
      return;
    }
    entries.add(entry);
    if (!(Statements.parse(entry) instanceof Statement statement)) {
      violated.accept("entry " + index + " is no statement");
      return;
    }
    if (!signed.test(statement)) {
      violated.accept("entry " + index + " is not signed by the party that it names");
    }
    Integer before = places.putIfAbsent(statement.id(), index);
    if (before != null) {
      violated.accept("entry " + index + " stands at " + before + " already");
    }
    if (statement.header().chain().lane() == Lane.URGENT) {
      if (!urgent
          .computeIfAbsent(statement.header().chain(), _ -> new HashSet<>())
          .add(statement.header().sequence())) {
        violated.accept("entry " + index + " uses a number of the urgent lane twice");
      }
    } else {
      follows(index, statement);
    }
  }

  private void follows(int index, Statement statement) {
    Header header = statement.header();
    Header last = heads.put(header.chain(), header);
    StatementId lastId = headIds.put(header.chain(), statement.id());
    long expected = last == null ? 0 : last.sequence() + 1;
    if (header.sequence() != expected) {
      violated.accept(
          "entry "
              + index
              + " has number "
              + header.sequence()
              + " of its chain, where "
              + expected
              + " is next");
    }
    boolean linked = lastId == null ? header.previous() == null : header.previous() != null;
    if (!linked || (last != null && header.timeUs() < last.timeUs())) {
      violated.accept("entry " + index + " does not follow the one before in its chain");
    }
  }

  /** Where a statement stands. */
  Optional<Integer> place(StatementId id) {
    return Optional.ofNullable(places.get(id));
  }

  /** The entry at a place, if any copy has had one there. */
  Optional<byte[]> entry(long index) {
    return index < entries.size() ? Optional.of(entries.get((int) index)) : Optional.empty();
  }

  /** How long the history is. */
  int size() {
    return entries.size();
  }

  /** How many entries were ever confirmed anywhere. */
  long confirmed() {
    return confirmed;
  }
}
