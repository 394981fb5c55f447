package hotline.line;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Times as sentences show them. */
public final class UtcText {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

  private UtcText() {}

  /** UTC to the second, rounded down: {@code 2026-11-22 19:04:05Z}. */
  public static String of(long timeUs) {
    return FORM.format(Instant.EPOCH.plus(timeUs, ChronoUnit.MICROS));
  }
}
