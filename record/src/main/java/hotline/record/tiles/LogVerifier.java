package hotline.record.tiles;

import hotline.record.note.Parsed;
import hotline.record.note.SignedCheckpoint;
import hotline.record.note.VerifierKey;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Checks a whole log: the checkpoint's signature, every tile on every level, every entry. Takes on
 * faith the log's key and nothing else; shares no code with what writes a log but hashing and
 * names. It says nothing about the statements inside the entries: those are the consumer's.
 */
public final class LogVerifier {
  /** Receives each entry after it has been checked, in order. */
  @FunctionalInterface
  public interface EntryConsumer {
    /** Entry {@code index} has these bytes. */
    void accept(long index, byte[] entry);
  }

  /** What the check found. */
  public sealed interface Verdict {
    /** Every file that the checkpoint needs is there and right. */
    record Whole(SignedCheckpoint checkpoint) implements Verdict {}

    /**
     * The first thing that is wrong; entries from there on were not looked at.
     *
     * @param file the file that is wrong
     * @param firstEntry the first entry concerned
     * @param endEntry the entry after the last one concerned
     * @param sentence what is wrong and what to do
     */
    record Damaged(String file, long firstEntry, long endEntry, String sentence)
        implements Verdict {}
  }

  private final TileSource source;
  private final VerifierKey log;

  /** Checks the files of {@code source} as those of the log with this key. */
  public LogVerifier(TileSource source, VerifierKey log) {
    this.source = source;
    this.log = log;
  }

  /**
   * Reads everything once. The consumer is called from this thread.
   *
   * @throws IOException if the source cannot be read; that says nothing about the log
   */
  public Verdict verify(EntryConsumer consumer) throws IOException {
    Optional<Parsed<SignedCheckpoint>> opened = source.checkpoint(log);
    if (opened.isEmpty()) {
      return checkpointDamaged("is missing");
    }
    return switch (opened.get()) {
      case Parsed.Refused<SignedCheckpoint> refused -> checkpointDamaged(refused.sentence());
      case Parsed.Good<SignedCheckpoint> good -> {
        try {
          readAll(VerifiedLog.open(source, good.value().checkpoint()), consumer);
          yield new Verdict.Whole(good.value());
        } catch (LogDamage damage) {
          yield new Verdict.Damaged(
              damage.file(),
              damage.firstEntry(),
              damage.endEntry(),
              String.valueOf(damage.getMessage()));
        }
      }
    };
  }

  private static void readAll(VerifiedLog read, EntryConsumer consumer) throws IOException {
    long index = 0;
    while (index < read.size()) {
      List<byte[]> entries = read.entries(index, TilePath.FULL);
      for (byte[] entry : entries) {
        consumer.accept(index++, entry);
      }
    }
  }

  private static Verdict checkpointDamaged(String why) {
    return new Verdict.Damaged(
        TileSource.CHECKPOINT,
        0,
        0,
        TileSource.CHECKPOINT + ": " + why + "; nothing can be checked without it");
  }
}
