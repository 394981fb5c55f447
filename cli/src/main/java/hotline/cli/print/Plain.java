package hotline.cli.print;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Quantities in plain words; what is not known is a dash, never a guess. */
public final class Plain {
  /** Shown where a time or a value has not come. */
  public static final String NOTHING = "-";

  private static final long MM_PER_NM = 1_852_000;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter EXACT_CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);

  private Plain() {}

  /** {@code 14:02:07Z}. */
  public static String time(@Nullable Instant at) {
    return at == null ? NOTHING : CLOCK.format(at);
  }

  /** {@code 14:02:07Z} on the day of {@code today}, else with its date before it. */
  public static String time(@Nullable Instant at, Instant today) {
    if (at == null || DAY.format(at).equals(DAY.format(today))) {
      return time(at);
    }
    return DAY.format(at) + " " + CLOCK.format(at);
  }

  /** {@code 14:02:07.123Z}. */
  public static String exactTime(@Nullable Instant at) {
    return at == null ? NOTHING : EXACT_CLOCK.format(at);
  }

  /** {@code 3.2 NM}, rounded to the nearest tenth. */
  public static String nauticalMiles(@Nullable Long mm) {
    if (mm == null) {
      return NOTHING;
    }
    long tenths = Math.floorDiv(mm * 10 + MM_PER_NM / 2, MM_PER_NM);
    return tenths / 10 + "." + tenths % 10 + " NM";
  }

  /** {@code 1,000 ft}. */
  public static String feet(@Nullable Long feet) {
    return feet == null ? NOTHING : count(feet) + " ft";
  }

  /** {@code 047°}, rounded to the nearest degree. */
  public static String bearing(@Nullable Long millidegrees) {
    if (millidegrees == null) {
      return NOTHING;
    }
    return String.format(Locale.ROOT, "%03d°", Math.floorMod((millidegrees + 500) / 1_000, 360L));
  }

  /** {@code 12,345}. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 1 notice}, {@code 2 notices}. */
  public static String count(long number, String one) {
    return count(number) + " " + one + (number == 1 ? "" : "s");
  }

  /** {@code 1 entry}, {@code 2 entries}. */
  public static String count(long number, String many, String one) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  /** {@code 95 s}, {@code 12 min}, {@code 3 h 5 min}. */
  public static String span(Duration span) {
    long seconds = span.toSeconds();
    if (Math.abs(seconds) < 120) {
      return seconds + " s";
    }
    if (Math.abs(seconds) < 7_200) {
      return Math.round(seconds / 60.0) + " min";
    }
    return seconds / 3_600 + " h " + Math.abs(seconds % 3_600 / 60) + " min";
  }

  /** The first digits of an id or digest, enough to tell it from its neighbours. */
  public static String shortId(@Nullable String hex) {
    return hex == null ? NOTHING : hex.substring(0, Math.min(12, hex.length()));
  }

  /** {@code in force} for {@code IN_FORCE}. */
  public static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** {@code a, b and c}; {@code -} for none. */
  public static String list(List<String> items) {
    if (items.isEmpty()) {
      return NOTHING;
    }
    if (items.size() == 1) {
      return items.getFirst();
    }
    return String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
  }

  /** {@code 0.4 s}, {@code 95.0 s}: a time to answer. */
  public static String seconds(@Nullable Long ms) {
    if (ms == null) {
      return NOTHING;
    }
    long tenths = Math.floorDiv(ms + 50, 100L);
    return count(tenths / 10) + "." + tenths % 10 + " s";
  }

  /** The text as far as a column has room for it. */
  public static String cut(@Nullable String text, int charactersMax) {
    String whole = text(text);
    return whole.codePointCount(0, whole.length()) <= charactersMax
        ? whole
        : whole.substring(0, whole.offsetByCodePoints(0, charactersMax - 1)) + "…";
  }

  /** The text, or a dash. */
  public static String text(@Nullable String text) {
    return text == null || text.isEmpty() ? NOTHING : text;
  }
}
