package hotline.airspace.typed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Distances with their unit: {@code 5 NM}, {@code 9.3 km}, {@code 500 m}, {@code 1000 ft}. */
public final class TypedDistance {
  private static final Pattern NUMBER =
      Pattern.compile("(\\d{1,3}(?:,\\d{3})+|\\d{1,9}(?:\\.\\d{1,6})?)\\s*(NM|KM|M|FT)");
  private static final Map<String, BigDecimal> MM =
      Map.of(
          "NM", BigDecimal.valueOf(1_852_000),
          "KM", BigDecimal.valueOf(1_000_000),
          "M", BigDecimal.valueOf(1_000),
          "FT", new BigDecimal("304.8"));

  private TypedDistance() {}

  /** Reads a distance as millimetres, rounded to the nearest. */
  public static Typed<Long> read(String text) {
    Matcher number = NUMBER.matcher(Typed.plain(text));
    if (!number.matches()) {
      return new Typed.Wrong<>("Give a distance with its unit: 5 NM, 9.3 km, 500 m.");
    }
    BigDecimal unit = MM.getOrDefault(number.group(2), BigDecimal.ZERO);
    return new Typed.Value<>(
        new BigDecimal(number.group(1).replace(",", ""))
            .multiply(unit)
            .setScale(0, RoundingMode.HALF_EVEN)
            .longValueExact());
  }

  /** The text that reads back as exactly this. */
  public static String write(long mm) {
    return BigDecimal.valueOf(mm, 3).stripTrailingZeros().toPlainString() + " m";
  }
}
