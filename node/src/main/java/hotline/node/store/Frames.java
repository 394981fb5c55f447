package hotline.node.store;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/*
 * A frame: magic (2 bytes), last-of-batch flag (1), batch number (8), length (4), CRC-32C over flag,
 * batch, length and content (4), content. A batch is what one sync made durable; a batch is begun
 * only after the one before is on disk. So a bad frame is a torn end, which a crash explains, unless
 * a frame of a later batch stands behind it: then the disk lost what it had promised.
 */
/** The bytes of a {@link FramedFile}. */
final class Frames {
  private static final short MAGIC = 0x4846;
  private static final int HEAD = 2 + 1 + 8 + 4 + 4;

  private Frames() {}

  /** The whole batches of a file, where they end, and how many. */
  record Scan(List<byte[]> contents, long end, long batches) {}

  /** One good frame. */
  @SuppressWarnings("ArrayRecordComponent") // carried once, never compared
  private record Frame(boolean last, long batch, byte[] content) {
    int length() {
      return HEAD + content.length;
    }
  }

  static ByteBuffer encode(List<byte[]> contents, long batch) {
    int length = contents.stream().mapToInt(each -> HEAD + each.length).sum();
    ByteBuffer out = ByteBuffer.allocate(length);
    for (int i = 0; i < contents.size(); i++) {
      byte[] content = contents.get(i);
      byte last = (byte) (i + 1 == contents.size() ? 1 : 0);
      out.putShort(MAGIC).put(last).putLong(batch).putInt(content.length);
      out.putInt(crc(last, batch, content)).put(content);
    }
    return out.flip();
  }

  static Scan scan(Path name, byte[] file) throws DamagedFileException {
    List<byte[]> contents = new ArrayList<>();
    List<byte[]> begun = new ArrayList<>();
    int at = 0;
    int end = 0;
    long batch = 0;
    for (Frame frame = frame(file, 0); frame != null; frame = frame(file, at)) {
      if (frame.batch() != batch) {
        throw new DamagedFileException(name, at);
      }
      begun.add(frame.content());
      at += frame.length();
      if (frame.last()) {
        contents.addAll(begun);
        begun.clear();
        end = at;
        batch++;
      }
    }
    for (int later = at + 1; later <= file.length - HEAD; later++) {
      Frame frame = frame(file, later);
      if (frame != null && frame.batch() > batch) {
        throw new DamagedFileException(name, at);
      }
    }
    // A batch that is not whole was never answered for: all of it goes.
    return new Scan(contents, end, batch);
  }

  private static @Nullable Frame frame(byte[] file, int at) {
    if (file.length - at < HEAD || file[at] != MAGIC >> 8) {
      return null;
    }
    ByteBuffer in = ByteBuffer.wrap(file, at, file.length - at);
    short magic = in.getShort();
    byte last = in.get();
    long batch = in.getLong();
    int length = in.getInt();
    int crc = in.getInt();
    if (magic != MAGIC || length < 0 || length > in.remaining()) {
      return null;
    }
    byte[] content = new byte[length];
    in.get(content);
    return crc == crc(last, batch, content) ? new Frame(last == 1, batch, content) : null;
  }

  private static int crc(byte last, long batch, byte[] content) {
    ByteBuffer head = ByteBuffer.allocate(13).put(last).putLong(batch).putInt(content.length);
    CRC32C crc = new CRC32C();
    crc.update(head.flip());
    crc.update(content);
    return (int) crc.getValue();
  }
}
