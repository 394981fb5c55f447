package hotline.traffic.sbs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The BaseStation stream cut into lines. Bytes may come in any pieces.
 *
 * <p>A line that is too long comes out cut to one byte more than {@link SbsLine#LENGTH_LIMIT}, so
 * that {@link SbsLine#parse} rejects and counts it; the rest of it is passed over. Not thread-safe;
 * keeps at most one line.
 */
public final class SbsStream {
  private final byte[] held = new byte[SbsLine.LENGTH_LIMIT + 1];
  private int count;

  /** The lines, without their ends, that the first {@code length} bytes complete. */
  public List<String> add(byte[] bytes, int length) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      byte each = bytes[i];
      if (each == '\n') {
        int end = count > 0 && held[count - 1] == '\r' ? count - 1 : count;
        if (end > 0) {
          lines.add(new String(held, 0, end, StandardCharsets.ISO_8859_1));
        }
        count = 0;
      } else if (count < held.length) {
        held[count++] = each;
      }
    }
    return lines;
  }
}
