package hotline.node.record;

import hotline.line.Admission;
import hotline.line.Entry;
import hotline.line.LineState;
import hotline.line.Outcome;
import hotline.line.Verified;
import hotline.line.statistics.Report;
import hotline.record.merkle.Frontier;
import hotline.record.merkle.Hash;
import hotline.record.statement.Basis;
import hotline.record.statement.LineId;
import hotline.record.statement.Malformed;
import hotline.record.statement.Parsed;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import hotline.record.statement.Statements;
import hotline.record.tiles.LogStore;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The record, the outcomes, and the state folded from them, under one lock. One thread applies; any
 * number read. After a start the state is folded anew from this node's own tiles.
 */
public final class LocalRecord implements Closeable {
  private static final int REFOLD_BATCH = 512;

  private final Path data;
  private final LineId line;
  private final InstantSource clock;
  private final ReceiveTimes received;
  private final List<Consumer<Applied.Recorded>> listeners = new CopyOnWriteArrayList<>();

  /** Guards the state and which logs are open; what is in the logs is theirs to guard. */
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

  private Folded folded;
  private LogStore entries;
  private LogStore outcomes;

  /** The disk failed between the fold and the logs: nothing more may be applied to this state. */
  private boolean torn;

  private final AtomicLong generation = new AtomicLong();

  private LocalRecord(
      Path data, LineId line, InstantSource clock, LogStore entries, LogStore outcomes)
      throws IOException {
    this.data = data;
    this.line = line;
    this.clock = clock;
    this.folded = new Folded(line);
    this.entries = entries;
    this.outcomes = outcomes;
    this.received = ReceiveTimes.open(data.resolve("received"));
  }

  /** Opens what {@code data} has, at its published checkpoints; the state is empty until folded. */
  public static LocalRecord open(Path data, LineId line, InstantSource clock) throws IOException {
    LogStore entries = LogStore.open(data.resolve("record"));
    try {
      return new LocalRecord(data, line, clock, entries, LogStore.open(data.resolve("outcomes")));
    } catch (IOException | RuntimeException failed) {
      entries.close();
      throw failed;
    }
  }

  /** Calls {@code listener} after each entry that is applied from now on, in order. */
  public void onRecorded(Consumer<Applied.Recorded> listener) {
    listeners.add(listener);
  }

  /**
   * Folds the first {@code size} entries of the tiles; the state must be empty. Outcomes that are
   * not on disk are written anew.
   *
   * @throws IOException if the outcomes on disk are not those that the entries have
   */
  public void fold(long size) throws IOException {
    lock.writeLock().lock();
    try {
      while (folded.state().size() < size) {
        int count = (int) Math.min(REFOLD_BATCH, size - folded.state().size());
        for (byte[] entry : entries.entries(folded.state().size(), count)) {
          foldOne(entry);
        }
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void foldOne(byte[] entry) throws IOException {
    long index = folded.state().size();
    Parsed parsed = Statements.parse(entry);
    Outcome outcome = folded.apply(entry(parsed, index, entry, Optional.empty()), parsed);
    if (index == outcomes.size()) {
      // The entries are published first: after a stop in between, the outcomes follow here.
      long _ = outcomes.append(outcome.bytes());
    } else if (!Arrays.equals(outcomes.entry(index), outcome.bytes())) {
      Path folder = data.resolve("outcomes");
      throw new IOException(
          ("The outcome of entry " + index + " in " + folder)
              + " is not what these rules make of it. Use the program version that wrote it, or"
              + " restore record and outcomes from one backup.");
    }
  }

  /** An entry as the fold takes it, with what follows from the entries before it. */
  Entry entry(Parsed parsed, long index, byte[] bytes, Optional<Verified> known)
      throws IOException {
    Basis named = parsed instanceof Statement said ? said.header().basis() : null;
    boolean holds =
        named == null
            || (named.size() <= index && entries.rootAt(named.size()).equals(named.root()));
    return new Entry(index, bytes, holds, folded.ids().haveAll(parsed, index, entries), known);
  }

  /** How many entries this node had by then, by its own clock. */
  public long sizeAt(Instant at) throws IOException {
    return Math.min(received.sizeAt(at), size());
  }

  /** The line. */
  LineId line() {
    return line;
  }

  /** Counts how often entries were taken back: what was read before one is no longer so. */
  long generation() {
    return generation.get();
  }

  /**
   * Decides on {@code entry} and, if it is admitted, makes it the next entry of both logs. What the
   * logs have already, from before a crash, is compared instead of written.
   *
   * @param known what the caller found these bytes to be
   * @throws UncheckedIOException if the disk fails; from then on always, until {@link #mend}
   * @throws IllegalStateException if this is not what the logs have
   */
  Applied apply(byte[] entry, @Nullable Checked known) {
    Applied applied;
    lock.writeLock().lock();
    try {
      applied = decide(entry, Checked.of(entry, known));
    } catch (IOException failed) {
      throw new UncheckedIOException("the record cannot be read or written", failed);
    } finally {
      lock.writeLock().unlock();
    }
    if (applied instanceof Applied.Recorded recorded) {
      listeners.forEach(listener -> listener.accept(recorded));
    }
    return applied;
  }

  private Applied decide(byte[] entry, Optional<Checked> checked) throws IOException {
    Optional<Verified> known = checked.map(Checked::verified);
    return switch (checked.isPresent() ? checked.get().statement() : Statements.parse(entry)) {
      case Malformed malformed -> new Applied.Refused(malformed.code(), malformed.sentence());
      case Statement statement ->
          switch (Admission.check(folded.state(), statement, known)) {
            case Admission.Duplicate _ -> new Applied.Duplicate(find(statement.id()).orElse(-1));
            case Admission.Refuse(String code, String sentence) ->
                new Applied.Refused(code, sentence);
            case Admission.Admit _ -> record(statement, entry, known);
          };
    };
  }

  private Applied record(Statement statement, byte[] entry, Optional<Verified> known)
      throws IOException {
    if (torn) {
      throw new IOException("it failed before and has not been mended since");
    }
    long index = folded.state().size();
    Entry next = entry(statement, index, entry, known);
    torn = true;
    Outcome outcome = folded.apply(next, statement);
    put(entries, index, entry);
    put(outcomes, index, outcome.bytes());
    torn = false;
    received.received(index, clock.instant());
    return new Applied.Recorded(index, statement, outcome);
  }

  /** The entries that a stranger needs to know every key: the first, and all about terms. */
  public List<Long> aboutKeys() {
    return read(_ -> folded.kinds().aboutKeys());
  }

  /** The entries about breaches, incidents, cases and third parties. */
  public List<Long> matters() {
    return read(_ -> folded.kinds().aboutMatters());
  }

  /** The joint statistics over so many entries. */
  public record Counted(long entries, Report report) {}

  /**
   * The joint statistics over the whole record, as of the signed time of its last entry: so every
   * node that has the same entries has the same figures.
   */
  public Counted statistics() {
    return read(state -> new Counted(state.size(), folded.statistics()));
  }

  private void put(LogStore log, long index, byte[] leaf) throws IOException {
    if (index < log.size()) {
      if (!Arrays.equals(log.entry(index), leaf)) {
        throw new IllegalStateException(
            "entry " + index + " is another one in the sequencer's log than in the tiles");
      }
      return;
    }
    long placed = log.append(leaf);
    if (placed != index) {
      throw new IllegalStateException("entry " + index + " would stand at " + placed);
    }
  }

  /** Looks at the state; {@code look} must not keep it, and must be quick. */
  public <T> T read(Function<LineState, T> look) {
    lock.readLock().lock();
    try {
      return look.apply(folded.state());
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The place of a statement in the record. */
  public OptionalLong indexOf(StatementId id) {
    lock.readLock().lock();
    try {
      return find(id);
    } finally {
      lock.readLock().unlock();
    }
  }

  private OptionalLong find(StatementId id) {
    return folded
        .ids()
        .find(id, index -> statement(index).filter(each -> each.id().equals(id)).isPresent());
  }

  /** The statement at a place; nothing if there is none, or the disk fails. */
  public Optional<Statement> statement(long index) {
    lock.readLock().lock();
    try {
      return index >= 0
              && index < Math.min(folded.state().size(), entries.size())
              && Statements.parse(entries.entry(index)) instanceof Statement statement
          ? Optional.of(statement)
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** How many entries are applied. */
  public long size() {
    return read(LineState::size);
  }

  /** What a statement signed now may name as verified: all that is applied. */
  public Basis basis() throws IOException {
    lock.readLock().lock();
    try {
      return new Basis(folded.state().size(), entries.rootAt(folded.state().size()));
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Where the logs stand with the state; both frontiers are at {@code size}. */
  record Edge(long size, Frontier entries, Frontier outcomes) {}

  /** The right edges of both logs, if all that is in them is applied. */
  Optional<Edge> edge() {
    lock.readLock().lock();
    try {
      Frontier first = entries.frontier();
      return first.size() == folded.state().size()
              && outcomes.frontier().size() == folded.state().size()
          ? Optional.of(new Edge(folded.state().size(), first, outcomes.frontier()))
          : Optional.empty();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The log of statements. */
  public LogStore entries() {
    lock.readLock().lock();
    try {
      return entries;
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The log of outcomes. */
  public LogStore outcomes() {
    lock.readLock().lock();
    try {
      return outcomes;
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The root of the first {@code size} outcomes. */
  Hash outcomesRoot(long size) throws IOException {
    LogStore log = outcomes();
    if (size > log.size()) {
      throw new IOException("only " + log.size() + " entries are applied here; ask again");
    }
    return log.rootAt(size);
  }

  /** When this node had an entry; nothing if that was lost. */
  public Optional<Instant> receivedAt(long index) {
    try {
      return received.of(index);
    } catch (IOException lost) {
      return Optional.empty();
    }
  }

  /** Writes out what is kept in memory for its own people. */
  void flush() throws IOException {
    received.flush();
  }

  /** After a failure to apply: goes back to what is published. Does nothing otherwise. */
  void mend() throws IOException {
    lock.writeLock().lock();
    try {
      if (torn) {
        takeBack();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  /**
   * Goes back to what is published: forgets entries that were applied on the word of a checkpoint
   * that did not hold.
   */
  void takeBack() throws IOException {
    lock.writeLock().lock();
    try {
      entries.close();
      outcomes.close();
      entries = LogStore.open(data.resolve("record"));
      outcomes = LogStore.open(data.resolve("outcomes"));
      folded = new Folded(line);
      received.cutTo(entries.size());
      fold(entries.size());
      torn = false;
      long _ = generation.incrementAndGet();
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public void close() throws IOException {
    lock.writeLock().lock();
    try {
      received.close();
      entries.close();
      outcomes.close();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
