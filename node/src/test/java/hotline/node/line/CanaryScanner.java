package hotline.node.line;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Finds canaries in bytes, also in what is compressed inside them. */
final class CanaryScanner {
  private static final int WINDOW = 16 << 20;
  private static final int INFLATED_MAX = 4 << 20;

  /** At least the longest form, and enough of a compressed piece to recognise it. */
  private static final int OVERLAP = 1 << 16;

  private static final int COMPRESSED_DEPTH_MAX = 2;

  private static final String BEFORE_SECOND = "T12:31:";
  private static final Pattern BEFORE_SECOND_FORM = Pattern.compile("T\\d\\d:\\d\\d:");

  /** All forms are at least as long. */
  private static final int WINDOW_BYTES = Canary.BYTES_MIN;

  private static final long WINDOW_BITS = (1L << (8 * WINDOW_BYTES)) - 1;
  private static final int MARKS_BITS = 22;

  /** Forms by their most telling bytes, so many in a row: not the zeros that memory is full of. */
  private final Map<Long, List<Wanted>> byTelling = new HashMap<>();

  /** A mark for each of those: most places are passed by after one look. */
  private final BitSet marks = new BitSet(1 << MARKS_BITS);

  private record Wanted(Canary canary, Canary.Form form, int tellingAt) {}

  /** What was found: each canary's name, with the encodings and where. */
  static final class Found {
    private final Map<String, Set<String>> places = new TreeMap<>();

    private void add(Wanted wanted, String where) {
      places
          .computeIfAbsent(wanted.canary().name(), _ -> new TreeSet<>())
          .add(wanted.form().encoding() + " in " + where);
    }

    Set<String> names() {
      return places.keySet();
    }

    boolean has(Canary canary) {
      return places.containsKey(canary.name());
    }

    boolean has(Canary canary, Canary.Form form, String where) {
      return places
          .getOrDefault(canary.name(), Set.of())
          .contains(form.encoding() + " in " + where);
    }

    @Override
    public String toString() {
      return places.toString();
    }
  }

  CanaryScanner(List<Canary> canaries) {
    for (Canary canary : canaries) {
      for (Canary.Form form : canary.forms()) {
        int at = mostTelling(form.bytes());
        long telling = window(form.bytes(), at);
        marks.set(mark(telling));
        byTelling
            .computeIfAbsent(telling, _ -> new ArrayList<>())
            .add(new Wanted(canary, form, at));
      }
    }
  }

  /** Where the most different bytes stand together. */
  private static int mostTelling(byte[] bytes) {
    int best = 0;
    long most = 0;
    for (int at = 0; at + WINDOW_BYTES <= bytes.length; at++) {
      int from = at;
      long different =
          IntStream.range(from, from + WINDOW_BYTES).map(i -> bytes[i]).distinct().count();
      if (different > most) {
        best = at;
        most = different;
      }
    }
    return best;
  }

  private static long window(byte[] bytes, int at) {
    long window = 0;
    for (int i = at; i < at + WINDOW_BYTES; i++) {
      window = (window << 8) | (bytes[i] & 0xff);
    }
    return window;
  }

  private static int mark(long window) {
    return (int) ((window * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - MARKS_BITS));
  }

  /** Looks through one file. */
  void scan(Path file, String where, Found found) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] window = new byte[WINDOW];
      int kept = 0;
      for (int read = in.readNBytes(window, 0, WINDOW); read > 0; ) {
        int length = kept + read;
        scan(window, length, where, found, 0);
        kept = Math.min(OVERLAP, length);
        System.arraycopy(window, length - kept, window, 0, kept);
        read = in.readNBytes(window, kept, WINDOW - kept);
      }
    }
  }

  /** Looks through these bytes. */
  void scan(byte[] bytes, String where, Found found) {
    scan(bytes, bytes.length, where, found, 0);
  }

  private void scan(byte[] bytes, int length, String where, Found found, int depth) {
    long window = 0;
    for (int at = 0; at < length; at++) {
      window = ((window << 8) | (bytes[at] & 0xff)) & WINDOW_BITS;
      int begin = at - WINDOW_BYTES + 1;
      if (begin >= 0 && marks.get(mark(window))) {
        match(bytes, length, begin, window, where, found);
      }
      if (depth < COMPRESSED_DEPTH_MAX && isCompressed(bytes, length, at)) {
        byte[] inflated = inflate(bytes, length, at);
        scan(inflated, inflated.length, where, found, depth + 1);
      }
    }
  }

  private void match(byte[] bytes, int length, int at, long window, String where, Found found) {
    for (Wanted wanted : byTelling.getOrDefault(window, List.of())) {
      byte[] form = wanted.form().bytes();
      int begin = at - wanted.tellingAt();
      if (begin >= 0
          && begin + form.length <= length
          && Arrays.equals(bytes, begin, begin + form.length, form, 0, form.length)
          && !(wanted.form().isPartOfAnAngle() && isSecondOfTime(bytes, begin))) {
        found.add(wanted, where);
      }
    }
  }

  /**
   * Whether {@code T12:31:} stands before: minutes of arc with four decimals look as the seconds of
   * one UTC time in some hundred thousand do, and there are many times in what is searched.
   */
  private static boolean isSecondOfTime(byte[] bytes, int begin) {
    return begin >= BEFORE_SECOND.length()
        && BEFORE_SECOND_FORM
            .matcher(
                new String(
                    bytes,
                    begin - BEFORE_SECOND.length(),
                    BEFORE_SECOND.length(),
                    StandardCharsets.ISO_8859_1))
            .matches();
  }

  private static boolean isGzip(byte[] bytes, int at) {
    return bytes[at] == 0x1f && bytes[at + 1] == (byte) 0x8b && bytes[at + 2] == 8;
  }

  /** RFC 1952, or RFC 1950 with the window of 32 KiB that everybody uses. */
  private static boolean isCompressed(byte[] bytes, int length, int at) {
    return length - at > 18
        && (isGzip(bytes, at)
            || (bytes[at] == 0x78
                && (((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff)) % 31 == 0
                && (bytes[at + 1] & 0x20) == 0));
  }

  /** As much as can be inflated; nothing if it is not compressed after all. */
  private static byte[] inflate(byte[] bytes, int length, int at) {
    boolean gzip = isGzip(bytes, at);
    int from = gzip ? afterHeader(bytes, length, at) : at;
    byte[] out = new byte[1 << 16];
    int size = 0;
    try (Inflater inflater = new Inflater(gzip)) {
      inflater.setInput(bytes, from, length - from);
      while (!inflater.finished() && size < INFLATED_MAX) {
        int more = inflater.inflate(out, size, out.length - size);
        size += more;
        if (more == 0 && size < out.length) {
          break;
        }
        if (size == out.length) {
          out = Arrays.copyOf(out, 2 * size);
        }
      }
    } catch (DataFormatException _) {
      // What came before the damage counts.
    }
    return Arrays.copyOf(out, size);
  }

  private static int afterHeader(byte[] bytes, int length, int at) {
    int flags = bytes[at + 3];
    int next = at + 10;
    if ((flags & 4) != 0) {
      next += 2 + ((bytes[next] & 0xff) | ((bytes[next + 1] & 0xff) << 8));
    }
    for (int text = flags & 0x18; text != 0 && next < length; text &= text - 1) {
      while (next < length && bytes[next] != 0) {
        next++;
      }
      next++;
    }
    return Math.min(length, next + ((flags & 2) != 0 ? 2 : 0));
  }
}
