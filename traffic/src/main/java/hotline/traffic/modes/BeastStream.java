package hotline.traffic.modes;

import java.util.ArrayList;
import java.util.List;

/**
 * The Beast stream cut into frames: 0x1a, a type, a counter of 12 MHz in six bytes, a signal level,
 * 2, 7 or 14 bytes; 0x1a inside is doubled
 * (https://wiki.jetvision.de/wiki/Mode-S_Beast:Data_Output_Formats).
 *
 * <p>Bytes may come in any pieces. What does not belong to a frame is skipped and counted, so that
 * a broken frame costs at most itself and the next. Not thread-safe; keeps at most one frame.
 */
public final class BeastStream {
  private static final int ESCAPE = 0x1a;
  private static final int HEAD = 7;
  private static final int LONGEST = HEAD + 14;

  /**
   * One frame.
   *
   * @param type '1' Mode A/C, '2' short, '3' long Mode S
   * @param counter ticks of 12 MHz; of no known beginning
   * @param signal 0 to 255
   * @param bytes 2, 7 or 14 bytes; not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // handed to a decoder, never compared
  public record Frame(char type, long counter, int signal, byte[] bytes) {
    /** The counter in µs. */
    public long timeUs() {
      return counter / 12;
    }
  }

  private final byte[] held = new byte[LONGEST];
  private char type;
  private int wanted;
  private int count;
  private boolean escaped;
  private long skipped;

  /** The frames that these bytes complete. */
  public List<Frame> add(byte[] bytes) {
    List<Frame> frames = new ArrayList<>();
    for (byte each : bytes) {
      next(each & 0xff, frames);
    }
    return frames;
  }

  /** Bytes so far that belonged to no whole frame, those of one just begun left aside. */
  public long skipped() {
    return skipped;
  }

  private void next(int value, List<Frame> frames) {
    if (escaped) {
      escaped = false;
      if (value == ESCAPE && wanted > 0) {
        data(value, frames);
      } else {
        begin(value);
      }
    } else if (value == ESCAPE) {
      escaped = true;
    } else if (wanted > 0) {
      data(value, frames);
    } else {
      skipped++;
    }
  }

  private void begin(int value) {
    skipped += wanted > 0 ? 2 + count : 0;
    count = 0;
    type = (char) value;
    wanted =
        switch (value) {
          case '1' -> HEAD + 2;
          case '2' -> HEAD + 7;
          case '3' -> HEAD + 14;
          default -> 0;
        };
    skipped += wanted == 0 ? 2 : 0;
  }

  private void data(int value, List<Frame> frames) {
    held[count++] = (byte) value;
    if (count == wanted) {
      long counter = 0;
      for (int i = 0; i < HEAD - 1; i++) {
        counter = counter << 8 | (held[i] & 0xff);
      }
      byte[] bytes = new byte[wanted - HEAD];
      System.arraycopy(held, HEAD, bytes, 0, bytes.length);
      frames.add(new Frame(type, counter, held[HEAD - 1] & 0xff, bytes));
      wanted = 0;
      count = 0;
    }
  }
}
