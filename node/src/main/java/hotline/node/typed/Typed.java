package hotline.node.typed;

import hotline.airspace.Datum;
import hotline.airspace.Position;
import hotline.node.Times;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a person typed; throws {@link NotUnderstood} with one sentence otherwise. */
public final class Typed {
  private static final int TEXT_MAX = 100;
  private static final BigDecimal NANO = BigDecimal.valueOf(1_000_000_000L);
  private static final long NAUTICAL_MILE_MM = 1_852_000;

  private static final Pattern DECIMAL =
      Pattern.compile("([+-]?\\d{1,3}(?:\\.\\d{1,9})?)°?([NS]?)[ ,]+"
          + "([+-]?\\d{1,3}(?:\\.\\d{1,9})?)°?([EW]?)");
  private static final Pattern ICAO =
      Pattern.compile("(\\d{2})(\\d{2})(\\d{2})?([NS]) ?(\\d{3})(\\d{2})(\\d{2})?([EW])");
  private static final Pattern LEVEL = Pattern.compile("FL ?(\\d{1,3})");
  private static final Pattern FEET = Pattern.compile("(-?\\d{1,6}) ?FT STD");
  private static final Pattern METRES = Pattern.compile("(-?\\d{1,6}(?:\\.\\d{1,3})?) ?M W84");
  private static final Pattern DISTANCE =
      Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?) ?(NM|KM|M)");
  private static final Pattern CLOCK = Pattern.compile("(\\d{2}):?(\\d{2})(?::?(\\d{2}))? ?Z");

  private Typed() {}

  /** What was typed is not one of the forms; the sentence names them. */
  public static final class NotUnderstood extends Exception {
    private static final long serialVersionUID = 1;

    NotUnderstood(String sentence) {
      super(sentence);
    }
  }

  /** A height in the unit of its datum. */
  public record Height(Datum datum, long value) {}

  private static String tidy(String text) {
    String tidy = text.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    return tidy.length() > TEXT_MAX ? "" : tidy;
  }

  /** A position: {@code 47.45 8.55}, {@code 47.45N 8.55E} or {@code 4727N00833E}. */
  public static Position position(String text) throws NotUnderstood {
    String tidy = tidy(text);
    Matcher decimal = DECIMAL.matcher(tidy);
    if (decimal.matches()) {
      return position(
          text,
          signed(decimal.group(1), decimal.group(2), "S"),
          signed(decimal.group(3), decimal.group(4), "W"));
    }
    Matcher icao = ICAO.matcher(tidy);
    if (icao.matches()) {
      return position(
          text,
          sexagesimal(icao.group(1), icao.group(2), icao.group(3), icao.group(4).equals("S")),
          sexagesimal(icao.group(5), icao.group(6), icao.group(7), icao.group(8).equals("W")));
    }
    throw new NotUnderstood(
        "“" + text + "” is no position. Write 47.45 8.55, 47.45N 8.55E or 4727N00833E.");
  }

  private static long signed(String number, String letter, String negative) {
    long nano = new BigDecimal(number).multiply(NANO).longValueExact();
    return letter.equals(negative) ? -nano : nano;
  }

  /** Degrees, minutes and seconds to the nearest 10⁻⁹ degree. */
  private static long sexagesimal(
      String degrees, String minutes, @Nullable String seconds,
      boolean negative) {
    long all =
        (Long.parseLong(degrees) * 60 + Long.parseLong(minutes)) * 60
            + (seconds == null ? 0 : Long.parseLong(seconds));
    long nano =
        BigDecimal.valueOf(all)
            .multiply(NANO)
            .divide(BigDecimal.valueOf(3600), RoundingMode.HALF_EVEN)
            .setScale(0, RoundingMode.HALF_EVEN)
            .longValueExact();
    return negative ? -nano : nano;
  }

  private static Position position(String text, long lat, long lng) throws NotUnderstood {
    long canonical = lng == -Position.LNG_MAX_NANODEGREES ? Position.LNG_MAX_NANODEGREES : lng;
    var wrong = Position.check(lat, canonical);
    if (wrong.isPresent()) {
      throw new NotUnderstood("“" + text + "” is no position: " + wrong.get());
    }
    return new Position(lat, canonical);
  }

  /** A height with its datum: {@code FL100}, {@code 10000 ft STD} or {@code 1500 m W84}. */
  public static Height height(String text) throws NotUnderstood {
    String tidy = tidy(text);
    Matcher level = LEVEL.matcher(tidy);
    if (level.matches()) {
      return new Height(Datum.STANDARD_PRESSURE, 100 * Long.parseLong(level.group(1)));
    }
    Matcher feet = FEET.matcher(tidy);
    if (feet.matches()) {
      return new Height(Datum.STANDARD_PRESSURE, Long.parseLong(feet.group(1)));
    }
    Matcher metres = METRES.matcher(tidy);
    if (metres.matches()) {
      return new Height(
          Datum.W84,
          new BigDecimal(metres.group(1)).movePointRight(3).longValueExact());
    }
    throw new NotUnderstood(
        "“"
            + text
            + "” is no height with its datum. Write FL100, 10000 ft STD (1013.25 hPa) or 1500 m W84"
            + " (above the ellipsoid).");
  }

  /** A distance in millimetres: {@code 5 NM}, {@code 9.3 km}, {@code 500 m}. */
  public static long distanceMm(String text) throws NotUnderstood {
    Matcher distance = DISTANCE.matcher(tidy(text));
    if (!distance.matches()) {
      throw new NotUnderstood("“" + text + "” is no distance. Write 5 NM, 9.3 km or 500 m.");
    }
    long unitMm =
        switch (distance.group(2)) {
          case "NM" -> NAUTICAL_MILE_MM;
          case "KM" -> 1_000_000;
          default -> 1_000;
        };
    return new BigDecimal(distance.group(1))
        .multiply(BigDecimal.valueOf(unitMm))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /**
   * A time in µs since 1970 UTC: {@code 2026-11-22T14:02:00Z}, or {@code 14:02Z} for the time of
   * that name nearest to {@code now}.
   */
  public static long timeUs(String text, Instant now) throws NotUnderstood {
    String tidy = tidy(text);
    Matcher clock = CLOCK.matcher(tidy);
    try {
      if (clock.matches()) {
        return Times.micros(nearest(clock, now));
      }
      return Times.micros(Instant.parse(tidy));
    } catch (DateTimeException | ArithmeticException wrong) {
      throw new NotUnderstood(
          "“" + text + "” is no time. Write UTC as 2026-11-22T14:02:00Z or 14:02Z.");
    }
  }

  private static Instant nearest(Matcher clock, Instant now) {
    LocalTime time =
        LocalTime.of(
            Integer.parseInt(clock.group(1)),
            Integer.parseInt(clock.group(2)),
            clock.group(3) == null ? 0 : Integer.parseInt(clock.group(3)));
    Instant today = now.atOffset(ZoneOffset.UTC).with(time).toInstant();
    long halfDay = 12 * 3600;
    long ahead = today.getEpochSecond() - now.getEpochSecond();
    return ahead > halfDay
        ? today.minusSeconds(2 * halfDay)
        : ahead < -halfDay ? today.plusSeconds(2 * halfDay) : today;
  }
}
