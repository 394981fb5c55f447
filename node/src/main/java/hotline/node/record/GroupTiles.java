package hotline.node.record;

import hotline.node.order.OrderedMachine.Asking;
import hotline.record.tiles.TilePath;
import hotline.record.tiles.TileSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/*
 * A question is a path, such as record/tile/0/000; its answer a byte 1 and the file, or a byte 0.
 */
/** The files of both logs as one machine of the host's group tells them to another. */
final class GroupTiles {
  /** The log of statements. */
  static final String RECORD = "record";

  /** The log of outcomes. */
  static final String OUTCOMES = "outcomes";

  private static final int QUESTION_BYTES_MAX = 256;
  private static final int FILE_BYTES_MAX = 32 << 20;
  private static final byte THERE = 1;

  private GroupTiles() {}

  /** What is asked. */
  static String text(byte[] question) throws IOException {
    if (question.length > QUESTION_BYTES_MAX) {
      throw new IOException("no such question");
    }
    return new String(question, StandardCharsets.US_ASCII);
  }

  /** The file that is asked for below {@code data}; empty if it is none, or not there. */
  static Optional<byte[]> read(Path data, String path) throws IOException {
    int slash = path.indexOf('/');
    String log = slash < 0 ? "" : path.substring(0, slash);
    String file = path.substring(slash + 1);
    boolean known = log.equals(RECORD) || log.equals(OUTCOMES);
    return known && TilePath.parse(file).isPresent()
        ? TileSource.directory(data.resolve(log)).read(file, FILE_BYTES_MAX)
        : Optional.empty();
  }

  /** As it goes back. */
  static byte[] answer(Optional<byte[]> file) {
    return file.map(bytes -> ByteBuffer.allocate(1 + bytes.length).put(THERE).put(bytes).array())
        .orElse(new byte[1]);
  }

  /** What another machine answers; empty if it has nothing to say to that. */
  static Optional<byte[]> ask(Asking other, String question) throws IOException {
    byte[] answer = other.ask(question.getBytes(StandardCharsets.US_ASCII));
    return answer.length > 0 && answer[0] == THERE
        ? Optional.of(Arrays.copyOfRange(answer, 1, answer.length))
        : Optional.empty();
  }

  /** A log as another machine has it; nothing in it is believed before it is checked. */
  static TileSource from(Asking other, String log) {
    return (path, _) -> ask(other, log + "/" + path);
  }
}
