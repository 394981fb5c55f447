package hotline.node.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Strict, total decoding of percent-encoded paths, queries and forms. */
final class UrlText {
  private static final int FIELDS_MAX = 256;
  private static final int SEGMENTS_MAX = 16;

  private UrlText() {}

  /** The segments of a raw path; refuses what could mean another path to another reader. */
  static List<String> segments(String rawPath) {
    if (!rawPath.startsWith("/")) {
      throw malformed("The path must begin with a slash.");
    }
    if (rawPath.equals("/")) {
      return List.of();
    }
    String[] raw = rawPath.substring(1).split("/", -1);
    if (raw.length > SEGMENTS_MAX) {
      throw malformed("The path is too deep.");
    }
    List<String> segments = new ArrayList<>(raw.length);
    for (String one : raw) {
      String segment = decode(one, false);
      if (segment.isEmpty()
          || segment.equals(".")
          || segment.equals("..")
          || segment.chars().anyMatch(c -> c < 0x20 || c == 0x7f || c == '/' || c == '\\')) {
        throw malformed("The path has a part that is not allowed.");
      }
      segments.add(segment);
    }
    return List.copyOf(segments);
  }

  /** The fields of a query or of an {@code application/x-www-form-urlencoded} body. */
  static Map<String, List<String>> fields(String raw) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    if (raw.isEmpty()) {
      return fields;
    }
    String[] pairs = raw.split("&", -1);
    if (pairs.length > FIELDS_MAX) {
      throw malformed("There are more than " + FIELDS_MAX + " fields.");
    }
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals), true);
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1), true);
      fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }
    return fields;
  }

  private static String decode(String raw, boolean plusIsSpace) {
    byte[] bytes = new byte[raw.length()];
    int length = 0;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        int high = i + 2 < raw.length() ? Character.digit(raw.charAt(i + 1), 16) : -1;
        int low = i + 2 < raw.length() ? Character.digit(raw.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          throw malformed("A percent sign is not followed by two hexadecimal digits.");
        }
        bytes[length++] = (byte) (high << 4 | low);
        i += 2;
      } else if (c > 0x7e || c < 0x20) {
        throw malformed("A character has to be percent-encoded.");
      } else {
        bytes[length++] = (byte) (c == '+' && plusIsSpace ? ' ' : c);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, 0, length))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      throw malformed("The text is not UTF-8.");
    }
  }

  private static Problem.Refused malformed(String sentence) {
    return Problem.of(400, "address-malformed", sentence).refusal();
  }
}
