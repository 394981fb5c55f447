package hotline.line.sheet;

import hotline.airspace.Position;
import hotline.airspace.typed.Typed;
import hotline.airspace.typed.TypedDistance;
import hotline.airspace.typed.TypedPosition;
import hotline.airspace.typed.TypedTime;
import hotline.line.Kind;
import hotline.record.cbor.Names;
import hotline.record.signature.PublicKey;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Single values of a sheet: each is read as it is written, and in the ways people write it. */
final class Text {
  private static final long SECOND_US = 1_000_000;
  private static final long DAY_US = 86_400 * SECOND_US;
  private static final Pattern DURATION =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)\\s*(S|MIN|H|DAYS?)");
  private static final Map<String, Long> UNITS_US =
      Map.of(
          "S",
          SECOND_US,
          "MIN",
          60 * SECOND_US,
          "H",
          3_600 * SECOND_US,
          "DAY",
          DAY_US,
          "DAYS",
          DAY_US);
  private static final Pattern FEET = Pattern.compile("(\\d{1,9})\\s*FT");
  private static final int DECIMALS = 9;
  private static final int TITLE_MAX = 64;

  private Text() {}

  static long duration(String text) {
    Matcher typed = DURATION.matcher(Typed.plain(text));
    if (!typed.matches()) {
      throw new IllegalArgumentException(
          "Give a time with its unit: 30 s, 10 min, 24 h, 366 days.");
    }
    long unit = UNITS_US.getOrDefault(typed.group(2), 0L);
    try {
      return new BigDecimal(typed.group(1)).multiply(BigDecimal.valueOf(unit)).longValueExact();
    } catch (ArithmeticException finer) {
      throw new IllegalArgumentException("No time is finer than a microsecond.", finer);
    }
  }

  static long feet(String text) {
    Matcher typed = FEET.matcher(Typed.plain(text));
    if (!typed.matches()) {
      throw new IllegalArgumentException("Give whole feet, with the unit: 1000 ft.");
    }
    return Long.parseLong(typed.group(1));
  }

  static String feet(long feet) {
    return feet + " ft";
  }

  static long distance(String text) {
    return value(TypedDistance.read(text));
  }

  static int whole(String text) {
    if (!text.matches("\\d{1,9}")) {
      throw new IllegalArgumentException("Give a whole number.");
    }
    return Integer.parseInt(text);
  }

  static long time(String text, long nowUs) {
    return value(TypedTime.read(text, nowUs));
  }

  static Position position(String text) {
    return value(TypedPosition.read(text));
  }

  /** Exactly, and no longer than it has to be: {@code 47.5 N 8.3333 E}. */
  static String position(Position position) {
    return degrees(position.latNanodegrees(), " N ", " S ")
        + degrees(position.lngNanodegrees(), " E", " W");
  }

  private static String degrees(long nanodegrees, String plus, String minus) {
    BigDecimal degrees = BigDecimal.valueOf(Math.abs(nanodegrees), DECIMALS).stripTrailingZeros();
    return degrees.toPlainString() + (nanodegrees < 0 ? minus : plus);
  }

  static String name(String text) {
    if (!Names.isName(text)) {
      throw new IllegalArgumentException(
          "“" + text + "” is no name: a letter, then up to 30 of a-z 0-9 -.");
    }
    return text;
  }

  static String title(String text) {
    if (text.length() > TITLE_MAX) {
      throw new IllegalArgumentException("A title has at most " + TITLE_MAX + " characters.");
    }
    return text;
  }

  static String language(String text) {
    if (!text.matches("[a-z]{2,3}")) {
      throw new IllegalArgumentException("Give a language as two or three letters: en, ru, ar.");
    }
    return text;
  }

  static Kind kind(String word) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.word().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("No kind of statement is called so: STOP, NOTICE, TEXT…"));
  }

  static PublicKey key(String base64) {
    try {
      return PublicKey.decode(Base64.getDecoder().decode(base64))
          .orElseThrow(() -> new IllegalArgumentException("This is no key that may be used."));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "“" + base64 + "” is no public key: take its text from the one whose key it is.", wrong);
    }
  }

  static String key(PublicKey key) {
    return Base64.getEncoder().encodeToString(key.encoded());
  }

  /** What stands between the marks of equality, each without the blanks around it. */
  static String[] parts(String text, int least, String form) {
    String[] parts = text.split("=", -1);
    for (int i = 0; i < parts.length; i++) {
      parts[i] = parts[i].strip();
    }
    if (parts.length < least) {
      throw new IllegalArgumentException("Write " + form + ".");
    }
    return parts;
  }

  private static <T> T value(Typed<T> typed) {
    return switch (typed) {
      case Typed.Value<T>(T value) -> value;
      case Typed.Wrong<T>(String sentence) -> throw new IllegalArgumentException(sentence);
    };
  }
}
