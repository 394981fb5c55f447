package hotline.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An instant as a person types it, to look back to. */
final class Moment {
  static final String SENTENCE =
      "Write the time in UTC, e.g. 2026-11-22 13:50:00Z, or 13:50Z for one of today.";

  private static final Pattern TYPED =
      Pattern.compile(
          "(?:([0-9]{4}-[0-9]{2}-[0-9]{2})[T ])?([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)"
              + "(?:\\.[0-9]{1,9})?Z?");

  private Moment() {}

  /** The instant, to the second; without a date one of the day of {@code now}. */
  static Optional<Instant> read(String typed, Instant now) {
    Matcher parts = TYPED.matcher(typed.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate day =
          parts.group(1) == null
              ? LocalDate.ofInstant(now, ZoneOffset.UTC)
              : LocalDate.parse(parts.group(1));
      return Optional.of(day.atTime(LocalTime.parse(parts.group(2))).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
