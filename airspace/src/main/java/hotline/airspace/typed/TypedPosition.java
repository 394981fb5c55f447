package hotline.airspace.typed;

import hotline.airspace.Position;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Positions: degrees, degrees and minutes, or degrees, minutes and seconds, with hemispheres before
 * or after; the compact form of aviation; or the military grid ({@link TypedGrid}).
 *
 * <pre>
 *   47.5 N 8.3333 E      N 47 30.0 E 008 20.0      47°30'00"N 008°20'00"E      4730N00820E
 *   32T MT 49791 60945
 * </pre>
 *
 * <p>A fraction may stand on the last part only. Values are rounded to the nearest 10⁻⁹ degree.
 */
public final class TypedPosition {
  private static final String ANGLE =
      "(\\d{1,3}(?:\\.\\d{1,12})?)°?"
          + "(?:(?<=[°\\d])(?:(?<=°)\\s*|\\s+)(\\d{1,2}(?:\\.\\d{1,10})?)'?"
          + "(?:(?:(?<=')\\s*|\\s+)(\\d{1,2}(?:\\.\\d{1,8})?)(?:\"|'')?)?)?";
  private static final Pattern BEFORE =
      Pattern.compile("([NS])\\s*" + ANGLE + "[\\s,]*([EW])\\s*" + ANGLE);
  private static final Pattern AFTER =
      Pattern.compile(ANGLE + "\\s*([NS])[\\s,]*" + ANGLE + "\\s*([EW])");
  private static final Pattern COMPACT =
      Pattern.compile(
          "(\\d{2})(\\d{2}(?:\\.\\d{1,10})?)(\\d{2})?([NS])\\s*"
              + "(\\d{3})(\\d{2}(?:\\.\\d{1,10})?)(\\d{2})?([EW])");
  private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
  private static final int LAT_MAX = 90;
  private static final int LNG_MAX = 180;
  private static final String HELP =
      "Give a position such as 47.5 N 8.33 E, N 47 30.0 E 008 20.0, 4730N00820E or 32T MT 49791 60945";

  private TypedPosition() {}

  /** Reads a position. */
  public static Typed<Position> read(String text) {
    String plain = Typed.plain(text);
    if (TypedGrid.looksLike(plain)) {
      return TypedGrid.read(plain);
    }
    Matcher before = BEFORE.matcher(plain);
    if (before.matches()) {
      return position(
          angle(before, 2, LAT_MAX), before.group(1), angle(before, 6, LNG_MAX), before.group(5));
    }
    for (Pattern pattern : new Pattern[] {AFTER, COMPACT}) {
      Matcher after = pattern.matcher(plain);
      if (after.matches()) {
        return position(
            angle(after, 1, LAT_MAX), after.group(4), angle(after, 5, LNG_MAX), after.group(8));
      }
    }
    return plain.matches(".*[NS].*") && plain.matches(".*[EW].*")
        ? new Typed.Wrong<>(HELP + ".")
        : new Typed.Wrong<>(HELP + ": say N or S, and E or W.");
  }

  private static Typed<Position> position(
      Optional<Long> lat, String northSouth, Optional<Long> lng, String eastWest) {
    if (lat.isEmpty() || lng.isEmpty()) {
      return new Typed.Wrong<>(
          "Give degrees up to 90 and 180, minutes and seconds below 60, a fraction on the last part"
              + " only.");
    }
    return new Typed.Value<>(
        new Position(
            northSouth.equals("S") ? -lat.get() : lat.get(),
            eastWest.equals("W") ? -lng.get() : lng.get()));
  }

  /** Three groups from {@code first} on, in 10⁻⁹ degree; nothing if they are no such angle. */
  private static Optional<Long> angle(Matcher matcher, int first, int most) {
    String degrees = matcher.group(first);
    String minutes = matcher.group(first + 1);
    String seconds = matcher.group(first + 2);
    boolean fractionInside =
        (minutes != null && degrees.contains(".")) || (seconds != null && minutes.contains("."));
    if (fractionInside || sixty(minutes) || sixty(seconds)) {
      return Optional.empty();
    }
    BigDecimal total =
        number(degrees)
            .multiply(SIXTY)
            .add(number(minutes))
            .multiply(SIXTY)
            .add(number(seconds))
            .movePointRight(9)
            .divide(SIXTY.multiply(SIXTY), 0, RoundingMode.HALF_EVEN);
    return total.compareTo(BigDecimal.valueOf(most).movePointRight(9)) <= 0
        ? Optional.of(total.longValueExact())
        : Optional.empty();
  }

  private static boolean sixty(@Nullable String part) {
    return part != null && number(part).compareTo(SIXTY) >= 0;
  }

  private static BigDecimal number(@Nullable String digits) {
    return digits == null ? BigDecimal.ZERO : new BigDecimal(digits);
  }

  /** The text that reads back as exactly this: {@code 47.500000000 N 008.333333333 E}. */
  public static String write(Position position) {
    long lat = position.latNanodegrees();
    long lng = position.lngNanodegrees();
    return "%02d.%09d %s %03d.%09d %s"
        .formatted(
            Math.abs(lat) / 1_000_000_000,
            Math.abs(lat) % 1_000_000_000,
            lat < 0 ? "S" : "N",
            Math.abs(lng) / 1_000_000_000,
            Math.abs(lng) % 1_000_000_000,
            lng < 0 ? "W" : "E");
  }

  /** For people: {@code 47°30.0'N 008°20.0'E}, rounded to a tenth of a minute (185 m). */
  public static String readable(Position position) {
    return minutes(position.latNanodegrees(), "%02d", "N", "S")
        + " "
        + minutes(position.lngNanodegrees(), "%03d", "E", "W");
  }

  private static String minutes(long nanodegrees, String degrees, String plus, String minus) {
    // A tenth of a minute is 1/600 of a degree.
    long tenths = Math.round(Math.abs(nanodegrees) * 600 / 1e9);
    return String.format(
        Locale.ROOT,
        degrees + "°%02d.%d'%s",
        tenths / 600,
        tenths % 600 / 10,
        tenths % 10,
        nanodegrees < 0 ? minus : plus);
  }
}
