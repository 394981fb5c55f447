package hotline.airspace.typed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times in UTC: {@code 2026-11-22T14:02:07Z}, {@code 2026-11-22 14:02Z}, the date-time group {@code
 * 221402ZNOV26}, or the clock alone, {@code 14:02Z} or {@code 1402Z}, which is the one nearest to
 * now.
 */
public final class TypedTime {
  private static final Pattern FULL =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})[T ]+(\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,6}))?)?\\s*Z");
  private static final Pattern GROUP =
      Pattern.compile("(\\d{2})(\\d{2})(\\d{2})\\s*Z\\s*([A-Z]{3})\\s*(\\d{2})");
  private static final Pattern CLOCK = Pattern.compile("(\\d{2}):?(\\d{2})(?::(\\d{2}))?\\s*Z");
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final int CENTURY = 2_000;
  private static final long SECOND_US = 1_000_000;
  private static final long DAY_US = 86_400 * SECOND_US;
  private static final Typed<Long> HELP =
      new Typed.Wrong<>(
          "Give a time in UTC, with its Z: 2026-11-22T14:02Z, 221402ZNOV26 or 14:02Z.");

  private TypedTime() {}

  /**
   * Reads a time as µs since 1970 UTC.
   *
   * @param nowUs decides which day is meant where none is given
   */
  public static Typed<Long> read(String text, long nowUs) {
    String plain = Typed.plain(text);
    try {
      Matcher full = FULL.matcher(plain);
      if (full.matches()) {
        LocalDate day = LocalDate.of(number(full, 1), number(full, 2), number(full, 3));
        LocalTime clock = LocalTime.of(number(full, 4), number(full, 5), number(full, 6));
        return value(LocalDateTime.of(day, clock), micros(full.group(7)));
      }
      Matcher group = GROUP.matcher(plain);
      if (group.matches()) {
        int month = MONTHS.indexOf(group.group(4)) + 1;
        LocalDate day = LocalDate.of(CENTURY + number(group, 5), month, number(group, 1));
        return value(LocalDateTime.of(day, LocalTime.of(number(group, 2), number(group, 3))), 0);
      }
      Matcher clock = CLOCK.matcher(plain);
      if (clock.matches()) {
        LocalTime time = LocalTime.of(number(clock, 1), number(clock, 2), number(clock, 3));
        return new Typed.Value<>(nearest(time.toSecondOfDay() * SECOND_US, nowUs));
      }
    } catch (DateTimeException noSuchTime) {
      return HELP;
    }
    return HELP;
  }

  /**
   * Reads a time that cannot lie before another, as µs since 1970 UTC: the clock alone is the first
   * at or after {@code fromUs}. A day that is given is taken as it is.
   */
  public static Typed<Long> readFrom(String text, long fromUs) {
    return read(text, fromUs + DAY_US / 2 - 1);
  }

  private static Typed<Long> value(LocalDateTime time, long micros) {
    long us = time.toEpochSecond(ZoneOffset.UTC) * SECOND_US + micros;
    return us < 0 ? new Typed.Wrong<>("Give a time from the year 1970 on.") : new Typed.Value<>(us);
  }

  /** That time of day on the day that puts it nearest to now; half a day off is later. */
  private static long nearest(long ofDayUs, long nowUs) {
    long today = Math.floorDiv(nowUs, DAY_US) * DAY_US + ofDayUs;
    if (today <= nowUs - DAY_US / 2) {
      return today + DAY_US;
    }
    return today > nowUs + DAY_US / 2 ? today - DAY_US : today;
  }

  private static int number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static long micros(@Nullable String fraction) {
    return fraction == null ? 0 : Long.parseLong((fraction + "000000").substring(0, 6));
  }

  /** The text that reads back as exactly this. */
  public static String write(long us) {
    return Instant.ofEpochSecond(
            Math.floorDiv(us, SECOND_US), Math.floorMod(us, SECOND_US) * 1_000L)
        .toString();
  }
}
