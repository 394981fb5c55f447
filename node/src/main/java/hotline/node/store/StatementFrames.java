package hotline.node.store;

import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Frames of a {@link FramedFile} that say by their first byte what they are. */
public final class StatementFrames {
  private StatementFrames() {}

  /** A frame: its type, then the parts. */
  public static byte[] of(byte type, byte[]... parts) {
    int length = 1 + Arrays.stream(parts).mapToInt(part -> part.length).sum();
    ByteBuffer frame = ByteBuffer.allocate(length).put(type);
    for (byte[] part : parts) {
      frame.put(part);
    }
    return frame.array();
  }

  /**
   * The next bytes.
   *
   * @throws java.nio.BufferUnderflowException if there are fewer
   */
  public static byte[] take(ByteBuffer rest, int length) {
    byte[] bytes = new byte[length];
    rest.get(bytes);
    return bytes;
  }

  /** The statement that all of the rest is, if it is one. */
  public static Optional<Statement> statement(ByteBuffer rest) {
    return Statements.parse(take(rest, rest.remaining())) instanceof Statement statement
        ? Optional.of(statement)
        : Optional.empty();
  }
}
