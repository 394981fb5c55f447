package hotline.node.record;

import hotline.node.order.OrderedMachine;
import hotline.record.merkle.Frontier;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/*
 * The note in a snapshot: the size, then the two frontiers, each with its length before it.
 * An answer: 0, the index (recorded or duplicate); or 1, the code, a newline, the sentence.
 */
/** Applies what the sequencer orders to the record. */
public final class RecordMachine implements OrderedMachine {
  private static final byte PLACED = 0;
  private static final byte REFUSED = 1;

  private final LocalRecord record;
  private final Consumer<Throwable> onFailure;

  /** The last position applied, and where the record stood after it. */
  private volatile Position applied = Position.NONE;

  private final AtomicReference<Mark> durable =
      new AtomicReference<>(new Mark(Position.NONE, new byte[0]));

  /** Applies to {@code record}; {@code onFailure} is told when nothing more can be applied. */
  public RecordMachine(LocalRecord record, Consumer<Throwable> onFailure) {
    this.record = record;
    this.onFailure = onFailure;
  }

  /** What a submission came to. */
  public sealed interface Answer {
    /** It has this place. */
    record Placed(long index) implements Answer {}

    /** It has none, and nothing is used up. */
    record Refused(String code, String sentence) implements Answer {}
  }

  @Override
  public synchronized byte[] apply(Position position, byte[] entry, @Nullable Object known) {
    Applied result = record.apply(entry, known instanceof Checked checked ? checked : null);
    applied = position;
    return switch (result) {
      case Applied.Recorded recorded -> placed(recorded.index());
      case Applied.Duplicate duplicate -> placed(duplicate.index());
      case Applied.Refused(String code, String sentence) -> {
        byte[] text = (code + "\n" + sentence).getBytes(StandardCharsets.UTF_8);
        yield ByteBuffer.allocate(1 + text.length).put(REFUSED).put(text).array();
      }
    };
  }

  private static byte[] placed(long index) {
    return ByteBuffer.allocate(1 + Long.BYTES).put(PLACED).putLong(index).array();
  }

  /** Reads an answer of this machine. */
  static Answer answer(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (in.get() == PLACED) {
      return new Answer.Placed(in.getLong());
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
