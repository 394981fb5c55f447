package hotline.node.order;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps entries in memory; a mark holds all of them, so that a purged log can be told apart. */
final class ListMachine implements OrderedMachine {
  private final List<byte[]> entries = new ArrayList<>();
  private final List<@Nullable Object> known = new ArrayList<>();
  private Position applied = Position.NONE;
  private @Nullable Throwable failure;
  private boolean restored;
  private boolean caughtUp;

  @Override
  public synchronized byte[] apply(Position position, byte[] entry, @Nullable Object what) {
    if (position.compareTo(applied) <= 0) {
      throw new IllegalStateException("applied twice: " + position);
    }
    applied = position;
    entries.add(entry);
    known.add(what);
    return ByteBuffer.allocate(Integer.BYTES).putInt(entries.size() - 1).array();
  }

  @Override
  public synchronized Position applied() {
    return applied;
  }

  @Override
  public synchronized Mark durable() {
    ByteBuffer state = ByteBuffer.allocate(1 << 20);
    entries.forEach(entry -> state.putInt(entry.length).put(entry));
    byte[] bytes = new byte[state.flip().remaining()];
    state.get(bytes);
    return new Mark(applied, bytes);
  }

  @Override
  public synchronized void restore(Mark mark) {
    ByteBuffer state = ByteBuffer.wrap(mark.state());
    entries.clear();
    while (state.hasRemaining()) {
      byte[] entry = new byte[state.getInt()];
      state.get(entry);
      entries.add(entry);
    }
    applied = mark.position();
    restored = true;
  }

  /** Tells all of its entries, to whatever question. */
  @Override
  public byte[] tell(byte[] question) {
    return durable().state();
  }

  @Override
  public synchronized void catchUp(Mark mark, Asking other) throws IOException {
    if (mark.position().compareTo(applied) <= 0) {
      return;
    }
    // What the mark holds is what the other has, perhaps without its last entries.
    byte[] all = other.ask(new byte[] {1});
    byte[] part = Arrays.copyOf(all, mark.state().length);
    if (!Arrays.equals(part, mark.state())) {
      throw new IOException("told another history than the mark");
    }
    restore(mark);
    caughtUp = true;
  }

  synchronized boolean hasCaughtUp() {
    return caughtUp;
  }

  @Override
  public synchronized void failed(Throwable cause) {
    failure = cause;
  }

  synchronized List<byte[]> entries() {
    return List.copyOf(entries);
  }

  synchronized List<@Nullable Object> known() {
    return new ArrayList<>(known);
  }

  synchronized boolean wasRestored() {
    return restored;
  }

  synchronized @Nullable Throwable failure() {
    return failure;
  }
}
