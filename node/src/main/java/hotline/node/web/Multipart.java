package hotline.node.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A form with one file, as browsers send it (RFC 7578), from a body that is read whole: at most
 * {@value #PARTS_MAX} parts, one of them a file, the texts short. What is not in that form is
 * refused, so that no two readers see two forms in it.
 *
 * @param fields the texts, by name
 * @param file the bytes of the file; null: none was chosen
 */
@SuppressWarnings("ArrayRecordComponent") // carried once, never compared
record Multipart(Map<String, List<String>> fields, byte @Nullable [] file) {
  static final String TYPE = "multipart/form-data";

  private static final int PARTS_MAX = 16;
  private static final int HEADERS_MAX = 1_024;
  private static final int TEXT_MAX = 8_192;
  private static final byte[] BLANK = {'\r', '\n', '\r', '\n'};
  private static final Pattern BOUNDARY =
      Pattern.compile(";\\s*boundary=(?:\"([^\"]{1,70})\"|([0-9A-Za-z'()+_,./:=?-]{1,70}))\\s*$");
  private static final Pattern DISPOSITION =
      Pattern.compile(
          "content-disposition: *form-data; *name=\"([A-Za-z0-9-]{1,40})\"(; *filename=\"[^\"]*\")?",
          Pattern.CASE_INSENSITIVE);

  /** Reads a body; {@code contentType} is the whole header. */
  static Multipart read(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw malformed();
    }
    String name = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
    return new Reader(body, ("--" + name).getBytes(StandardCharsets.ISO_8859_1)).read();
  }

  private static Problem.Refused malformed() {
    return Problem.of(400, "form-malformed", "The form is not as a browser sends it.").refusal();
  }

  /** Goes through the body once. */
  private static final class Reader {
    private final byte[] body;
    private final byte[] first;
    private final byte[] next;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private byte @Nullable [] file;
    private int at;

    private Reader(byte[] body, byte[] delimiter) {
      this.body = body;
      this.first = delimiter;
      this.next =
          ("\r\n" + new String(delimiter, StandardCharsets.ISO_8859_1))
              .getBytes(StandardCharsets.ISO_8859_1);
    }

    private Multipart read() {
      expect(first);
      for (int parts = 0; parts <= PARTS_MAX; parts++) {
        if (isNext("--\r\n") || isNext("--")) {
          if (at != body.length) {
            throw malformed();
          }
          return new Multipart(fields, file);
        }
        expect(new byte[] {'\r', '\n'});
        part();
      }
      throw malformed();
    }

    private void part() {
      int blank = find(BLANK, Math.min(body.length, at + HEADERS_MAX));
      String head = new String(body, at, blank - at, StandardCharsets.UTF_8);
      at = blank + BLANK.length;
      int end = find(next, body.length);
      byte[] content = Arrays.copyOfRange(body, at, end);
      at = end + next.length;
      Matcher named =
          head.lines()
              .map(DISPOSITION::matcher)
              .filter(Matcher::matches)
              .findFirst()
              .orElseThrow(Multipart::malformed);
      if (named.group(2) == null) {
        fields.computeIfAbsent(named.group(1), _ -> new ArrayList<>()).add(text(content));
      } else if (file == null) {
        file = isNothing(named.group(2), content) ? null : content;
      } else {
        throw malformed();
      }
    }

    /** A browser sends an empty file without a name where none was chosen. */
    private static boolean isNothing(String filename, byte[] content) {
      return content.length == 0 && filename.toLowerCase(Locale.ROOT).endsWith("filename=\"\"");
    }

    private static String text(byte[] content) {
      if (content.length > TEXT_MAX) {
        throw malformed();
      }
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      } catch (CharacterCodingException notUtf8) {
        throw malformed();
      }
    }

    private void expect(byte[] what) {
      if (!Arrays.equals(body, at, Math.min(body.length, at + what.length), what, 0, what.length)) {
        throw malformed();
      }
      at += what.length;
    }

    private boolean isNext(String what) {
      byte[] bytes = what.getBytes(StandardCharsets.ISO_8859_1);
      boolean is =
          Arrays.equals(body, at, Math.min(body.length, at + bytes.length), bytes, 0, bytes.length);
      at += is ? bytes.length : 0;
      return is;
    }

    private int find(byte[] what, int end) {
      for (int i = at; i + what.length <= end; i++) {
        if (body[i] == what[0] && Arrays.equals(body, i, i + what.length, what, 0, what.length)) {
          return i;
        }
      }
      throw malformed();
    }
  }

  /** The file, if one was chosen. */
  Optional<byte[]> chosen() {
    return Optional.ofNullable(file);
  }
}
