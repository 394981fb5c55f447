package hotline.node.record;

import hotline.line.LineState;
import hotline.line.Outcome;
import hotline.line.Replay;
import hotline.line.Verified;
import hotline.line.statistics.Report;
import hotline.line.statistics.Statistics;
import hotline.record.statement.Header;
import hotline.record.statement.LineId;
import hotline.record.statement.Parsed;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The line as this node knew it at any instant: which entries had come by then, by its own clock,
 * and the state that they add up to. Told anew from the record at the first look, then kept while
 * there is room. Safe for use by many threads, one at a time.
 */
public final class History {
  private static final int BATCH = 512;

  private final LocalRecord record;

  /** Guarded by this; let go when memory is short, and folded anew then. */
  private SoftReference<Told> told = new SoftReference<>(null);

  /**
   * What is folded so far.
   *
   * @param generation of the record when it was begun
   */
  private record Told(Replay replay, LineState ahead, Tally tally, long generation) {}

  /** What is counted of the first entries; an earlier instant is counted from the beginning. */
  private static final class Tally {
    private Statistics statistics = new Statistics();
    private int size;

    Report over(Replay replay, int entries, long asOfUs) {
      if (entries < size) {
        statistics = new Statistics();
        size = 0;
      }
      replay.tell(size, entries, statistics::on);
      size = entries;
      return statistics.report(asOfUs);
    }
  }

  /** Of this record. */
  public History(LocalRecord record) {
    this.record = record;
  }

  /** How many entries this node had by then. */
  public long sizeAt(Instant at) throws IOException {
    return record.sizeAt(at);
  }

  /**
   * Looks at the state after the first {@code size} entries; {@code look} must not keep it.
   *
   * @throws IOException if the record cannot be read
   */
  public synchronized <T> T read(long size, Function<LineState, T> look) throws IOException {
    Told kept = told();
    grow(kept, size);
    return look.apply(kept.replay().at(Math.toIntExact(size)));
  }

  /**
   * The joint statistics over the first {@code size} entries, as of the signed time of the last of
   * them.
   *
   * @throws IOException if the record cannot be read
   */
  public synchronized LocalRecord.Counted statistics(long size) throws IOException {
    Told kept = told();
    grow(kept, size);
    long asOfUs = size == 0 ? 0 : record.statement(size - 1).map(History::saidUs).orElse(0L);
    return new LocalRecord.Counted(
        size, kept.tally().over(kept.replay(), Math.toIntExact(size), asOfUs));
  }

  private static long saidUs(Statement statement) {
    return statement.header().timeUs();
  }

  private Told told() {
    Told kept = told.get();
    if (kept == null || kept.generation() != record.generation()) {
      LineId line = record.line();
      kept = new Told(new Replay(line), LineState.of(line), new Tally(), record.generation());
      told = new SoftReference<>(kept);
    }
    return kept;
  }

  private void grow(Told kept, long size) throws IOException {
    while (kept.replay().size() < size) {
      int count = (int) Math.min(BATCH, size - kept.replay().size());
      List<byte[]> entries = record.entries().entries(kept.replay().size(), count);
      if (entries.isEmpty()) {
        throw new IOException("the record has only " + kept.replay().size() + " entries");
      }
      for (byte[] entry : entries) {
        Outcome outcome = judgeAgain(kept.ahead(), entry);
        kept.replay().add(outcome);
      }
    }
  }

  /** Signatures were checked when the entry came, and are not checked again. */
  private Outcome judgeAgain(LineState last, byte[] entry) throws IOException {
    long index = last.size();
    Parsed parsed = Statements.parse(entry);
    if (!(parsed instanceof Statement statement)) {
      return last.apply(record.entry(parsed, index, entry, Optional.empty()), parsed);
    }
    Header header = statement.header();
    Optional<Verified> known =
        last.key(header.chain().party(), header.chain().node(), statement.keyId())
            .map(key -> new Verified(statement.id(), key));
    return last.apply(record.entry(parsed, index, entry, known), parsed);
  }
}
