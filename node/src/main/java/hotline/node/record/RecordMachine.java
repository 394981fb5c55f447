package hotline.node.record;

import hotline.node.order.OrderedMachine;
import hotline.record.merkle.Frontier;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.note.Checkpoint;
import hotline.record.tiles.LogDamage;
import hotline.record.tiles.VerifiedLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/*
 * The note in a snapshot: the size, then the two frontiers, each with its length before it.
 * An answer: 0, the index, and the leaf if it was recorded now; or 1, the code, a newline, the sentence.
 */
/** Applies what the sequencer orders to the record. */
public final class RecordMachine implements OrderedMachine {
  private static final byte PLACED = 0;
  private static final byte REFUSED = 1;
  private static final byte[] NO_LEAF = {};

  private static final int BATCH = 256;

  private final Path data;
  private final LocalRecord record;
  private final Consumer<Throwable> onFailure;
  private volatile Telling telling = _ -> Optional.empty();

  /** The last position applied, and where the record stood after it. */
  private volatile Position applied = Position.NONE;

  private final AtomicReference<Mark> durable =
      new AtomicReference<>(new Mark(Position.NONE, new byte[0]));

  /**
   * Applies to {@code record}, whose logs lie in {@code data}; {@code onFailure} is told when
   * nothing more can be applied.
   */
  public RecordMachine(Path data, LocalRecord record, Consumer<Throwable> onFailure) {
    this.data = data;
    this.record = record;
    this.onFailure = onFailure;
  }

  /** What this machine tells the others of its group beside the tiles. */
  interface Telling {
    /** The answer to a question; empty if there is none. */
    Optional<byte[]> tell(String question);
  }

  /** Says what is told beside the tiles. */
  void telling(Telling other) {
    telling = other;
  }

  /** What a submission came to. */
  public sealed interface Answer {
    /**
     * It has this place.
     *
     * @param leaf what stands there; empty for what came again, perhaps with another signature
     */
    record Placed(long index, Optional<Hash> leaf) implements Answer {}

    /** It has none, and nothing is used up. */
    record Refused(String code, String sentence) implements Answer {}
  }

  @Override
  public synchronized byte[] apply(Position position, byte[] entry, @Nullable Object known) {
    Applied result = record.apply(entry, known instanceof Checked checked ? checked : null);
    applied = position;
    return switch (result) {
      case Applied.Recorded recorded -> placed(recorded.index(), Merkle.leaf(entry).bytes());
      case Applied.Duplicate duplicate -> placed(duplicate.index(), NO_LEAF);
      case Applied.Refused(String code, String sentence) -> {
        byte[] text = (code + "\n" + sentence).getBytes(StandardCharsets.UTF_8);
        yield ByteBuffer.allocate(1 + text.length).put(REFUSED).put(text).array();
      }
    };
  }

  private static byte[] placed(long index, byte[] leaf) {
    return ByteBuffer.allocate(1 + Long.BYTES + leaf.length)
        .put(PLACED)
        .putLong(index)
        .put(leaf)
        .array();
  }

  /** Reads an answer of this machine. */
  static Answer answer(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (in.get() == PLACED) {
      long index = in.getLong();
      byte[] leaf = new byte[in.remaining()];
      in.get(leaf);
      return new Answer.Placed(
          index, leaf.length == Hash.LENGTH ? Optional.of(Hash.of(leaf)) : Optional.empty());
    }
    String text = StandardCharsets.UTF_8.decode(in).toString();
    int end = text.indexOf('\n');
    return new Answer.Refused(text.substring(0, end), text.substring(end + 1));
  }

  @Override
  public Position applied() {
    return applied;
  }

  @Override
  public Mark durable() {
    return Optional.ofNullable(durable.get()).orElseThrow();
  }

  /**
   * Where the record stands with all that is applied, to be made durable; nothing while entries of
   * before a restart are still to come.
   */
  synchronized Optional<Pending> pending() {
    Position position = applied;
    return record.edge().map(edge -> new Pending(edge, new Mark(position, note(edge))));
  }

  /** An edge that is to become durable, and the mark that it allows then. */
  record Pending(LocalRecord.Edge edge, Mark mark) {}

  /** Both logs are published up to this edge. */
  void published(Pending what) {
    durable.set(what.mark());
  }

  private static byte[] note(LocalRecord.Edge edge) {
    byte[] entries = edge.entries().bytes();
    byte[] outcomes = edge.outcomes().bytes();
    return ByteBuffer.allocate(2 * Integer.BYTES + entries.length + outcomes.length)
        .putInt(entries.length)
        .put(entries)
        .putInt(outcomes.length)
        .put(outcomes)
        .array();
  }

  @Override
  public synchronized void restore(Mark mark) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(mark.state());
    Frontier entries = frontier(in);
    Frontier outcomes = frontier(in);
    long size = entries.size();
    if (record.entries().publishedSize() < size || record.outcomes().publishedSize() < size) {
      throw new IOException(
          "The sequencer's log was cut at entry "
              + size
              + ", but the record has only "
              + record.entries().publishedSize()
              + " entries and "
              + record.outcomes().publishedSize()
              + " outcomes. Restore record/, outcomes/ and order/ from one and the same backup.");
    }
    if (!record.entries().rootAt(size).equals(entries.root())
        || !record.outcomes().rootAt(size).equals(outcomes.root())) {
      throw new IOException(
          "The record is another one than the sequencer wrote (they differ below entry "
              + size
              + "). Restore record/, outcomes/ and order/ from one and the same backup.");
    }
    record.fold(size);
    applied = mark.position();
    durable.set(mark);
  }

  @Override
  public byte[] tell(byte[] question) throws IOException {
    String asked = GroupTiles.text(question);
    Optional<byte[]> tile = GroupTiles.read(data, asked);
    return GroupTiles.answer(tile.isPresent() ? tile : telling.tell(asked));
  }

  @Override
  public synchronized void catchUp(Mark mark, Asking other) throws IOException {
    if (mark.position().compareTo(applied) <= 0) {
      return;
    }
    ByteBuffer in = ByteBuffer.wrap(mark.state());
    Frontier entries = frontier(in);
    Frontier outcomes = frontier(in);
    long size = entries.size();
    Checkpoint there = new Checkpoint(GroupTiles.RECORD, size, entries.root());
    try {
      VerifiedLog log = VerifiedLog.open(GroupTiles.from(other, GroupTiles.RECORD), there);
      while (record.size() < size) {
        int count = (int) Math.min(BATCH, size - record.size());
        for (byte[] entry : log.entries(record.size(), count)) {
          if (!(record.apply(entry, null) instanceof Applied.Recorded)) {
            throw new IOException("entry " + record.size() + " is none by these rules");
          }
        }
      }
    } catch (LogDamage damage) {
      throw new IOException("the leader's tiles do not fit its mark", damage);
    } catch (UncheckedIOException disk) {
      throw new IOException("this machine's own record: " + disk.getMessage(), disk);
    }
    if (!record.entries().rootAt(size).equals(entries.root())
        || !record.outcomes().rootAt(size).equals(outcomes.root())) {
      throw new IOException("this machine's record or rules are others than the leader's");
    }
    applied = mark.position();
  }

  private static Frontier frontier(ByteBuffer in) throws IOException {
    int length = in.remaining() < Integer.BYTES ? -1 : in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new IOException("The sequencer's snapshot is damaged. Restore order/ from a backup.");
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return Frontier.parse(bytes)
        .orElseThrow(() ->
            new IOException("The sequencer's snapshot is damaged. Restore order/ from a backup."));
  }

  @Override
  public void failed(Throwable cause) {
    onFailure.accept(cause);
  }
}
