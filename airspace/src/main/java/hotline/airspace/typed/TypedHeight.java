package hotline.airspace.typed;

import hotline.airspace.Datum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Heights with their datum: {@code FL310}, {@code 31000 ft STD}, {@code 9450 m W84}, {@code 31000
 * ft W84}. Feet on W84 are rounded to the nearest millimetre.
 */
public final class TypedHeight {
  private static final Pattern LEVEL = Pattern.compile("FL\\s*(\\d{1,4})");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(-?\\d{1,3}(?:,\\d{3})+|-?\\d{1,9}(?:\\.\\d{1,6})?)\\s*(FT|M)(?:\\s*(STD|W84))?");
  private static final BigDecimal MM_PER_FOOT = new BigDecimal("304.8");
  private static final BigDecimal MM_PER_METRE = BigDecimal.valueOf(1_000);
  private static final int FEET_PER_LEVEL = 100;
  private static final String HELP =
      "Give a height with its datum: FL310, 31000 ft STD (1013.25 hPa) or 9450 m W84";

  private TypedHeight() {}

  /**
   * A height.
   *
   * @param value in the datum's unit
   */
  public record Height(Datum datum, long value) {}

  /** Reads a height. */
  public static Typed<Height> read(String text) {
    String plain = Typed.plain(text);
    Matcher level = LEVEL.matcher(plain);
    if (level.matches()) {
      return height(
          Datum.STANDARD_PRESSURE,
          BigDecimal.valueOf(Long.parseLong(level.group(1)) * FEET_PER_LEVEL));
    }
    Matcher number = NUMBER.matcher(plain);
    if (!number.matches() || number.group(3) == null) {
      return new Typed.Wrong<>(HELP + ".");
    }
    BigDecimal value = new BigDecimal(number.group(1).replace(",", ""));
    boolean feet = number.group(2).equals("FT");
    if (number.group(3).equals("W84")) {
      return height(Datum.W84, value.multiply(feet ? MM_PER_FOOT : MM_PER_METRE));
    }
    return feet && value.stripTrailingZeros().scale() <= 0
        ? height(Datum.STANDARD_PRESSURE, value)
        : new Typed.Wrong<>("Standard-pressure heights are whole feet: 31000 ft STD, or FL310.");
  }

  private static Typed<Height> height(Datum datum, BigDecimal value) {
    long rounded = value.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    return rounded < datum.least() || rounded > datum.most()
        ? new Typed.Wrong<>(
            "Give a height from "
                + write(datum, datum.least())
                + " to "
                + write(datum, datum.most())
                + ".")
        : new Typed.Value<>(new Height(datum, rounded));
  }

  /** The text that reads back as exactly this. */
  public static String write(Datum datum, long value) {
    return switch (datum) {
      case STANDARD_PRESSURE -> value + " ft STD";
      case W84 -> BigDecimal.valueOf(value, 3).stripTrailingZeros().toPlainString() + " m W84";
    };
  }
}
