package hotline.node.order;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What ordered entries are applied to. Its state depends on the entries and their order alone. One
 * thread at a time calls it; it outlives the sequencer that drives it, which may stop and start.
 */
public interface OrderedMachine {
  /**
   * Applies one entry, at a position above every earlier one, and says what became of it.
   *
   * @param known what the submitter found out about these bytes in this process; null after a
   *     restart
   */
  byte[] apply(Position position, byte[] entry, @Nullable Object known);

  /** The last position applied in this process; {@link Position#NONE} before the first. */
  Position applied();

  /**
   * A mark below which everything that the machine keeps is on disk: entries up to its position
   * need not be applied again. Never above {@link #applied}.
   */
  Mark durable() throws IOException;

  /**
   * Goes to where {@code mark} was made; entries above it follow. Called before the first entry of
   * this process, and only then.
   *
   * @throws IOException if what the machine keeps on disk is not what the mark says
   */
  void restore(Mark mark) throws IOException;

  /**
   * Answers another machine of the same group, which asks by {@link #catchUp}.
   *
   * @throws IOException if it cannot be answered
   */
  default byte[] tell(byte[] question) throws IOException {
    throw new IOException("this machine answers nobody");
  }

  /**
   * Goes to where another machine made {@code mark}, with what that one answers, all of it checked;
   * durable some time after this returns ({@link #durable}). Nothing is applied meanwhile. Does
   * nothing if this machine is as far.
   *
   * @throws IOException if what is answered is not what the mark says, or nothing is
   */
  default void catchUp(Mark mark, Asking other) throws IOException {
    throw new IOException("this machine cannot catch up from another");
  }

  /** The way to another machine of the group. */
  @FunctionalInterface
  interface Asking {
    /** What {@link #tell} says there. */
    byte[] ask(byte[] question) throws IOException;
  }

  /** The sequencer can no longer write its own log; what was answered is safe. */
  void failed(Throwable cause);

  /**
   * A place in the sequencer's own log (not in the record: it also holds what was refused).
   *
   * @param term of the leader that ordered it
   */
  record Position(long term, long index) implements Comparable<Position> {
    /** Before the first. */
    public static final Position NONE = new Position(0, -1);

    @Override
    public int compareTo(Position other) {
      return Long.compare(index, other.index);
    }
  }

  /**
   * A place to start from.
   *
   * @param state the machine's own note of where it stood, opaque here
   */
  @SuppressWarnings("ArrayRecordComponent") // carried once, never compared
  record Mark(Position position, byte[] state) {}
}
