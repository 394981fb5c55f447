package hotline.line.terms;

import hotline.airspace.Datum;
import hotline.airspace.HeightBand;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.LongFunction;

/** Quantities of terms as people say them; nothing is rounded that a party could have written. */
public final class TermsWords {
  private static final long NAUTICAL_MILE_MM = 1_852_000;
  private static final long KILOMETRE_MM = 1_000_000;
  private static final long SECOND_US = 1_000_000;
  private static final long MINUTE_US = 60 * SECOND_US;
  private static final long HOUR_US = 60 * MINUTE_US;
  private static final long DAY_US = 24 * HOUR_US;

  /** Positions are whole 10⁻⁹ degrees. */
  private static final int DECIMALS = 9;

  private TermsWords() {}

  /** {@code 5 NM}, {@code 9.3 km}: it reads back as exactly this. */
  public static String distance(long mm) {
    return mm % (NAUTICAL_MILE_MM / 4) == 0
        ? decimal(mm, NAUTICAL_MILE_MM) + " NM"
        : decimal(mm, KILOMETRE_MM) + " km";
  }

  /** In the largest unit that it is whole in: {@code 3 days}, {@code 24 h}, {@code 1.5 s}. */
  public static String duration(long us) {
    if (us > DAY_US && us % DAY_US == 0) {
      return us / DAY_US + " days";
    }
    if (us > 0 && us % HOUR_US == 0) {
      return us / HOUR_US + " h";
    }
    if (us > 0 && us % MINUTE_US == 0) {
      return us / MINUTE_US + " min";
    }
    return decimal(us, SECOND_US) + " s";
  }

  /** In its own datum: {@code 10000 to 20000 ft STD}, {@code 300 to 600 m W84}. */
  public static String band(HeightBand band) {
    return band.datum() == Datum.W84
        ? decimal(band.floor(), 1_000) + " to " + decimal(band.ceiling(), 1_000) + " m W84"
        : band.floor() + " to " + band.ceiling() + " " + band.datum().unit();
  }

  /**
   * What a quantity has to be.
   *
   * @param what with its unit, as the format has it: {@code the time to reply in us}
   */
  static String range(String what, long least, long most, long value) {
    int unit = what.lastIndexOf(" in ");
    LongFunction<String> words =
        switch (what.substring(Math.max(0, unit))) {
          case " in us" -> TermsWords::duration;
          case " in mm" -> TermsWords::distance;
          case " in ft" -> feet -> feet + " ft";
          default -> Long::toString;
        };
    String name = what.matches(".* in (us|mm|ft)") ? what.substring(0, unit) : what;
    return "%s is %s to %s, not %s"
        .formatted(name, words.apply(least), words.apply(most), words.apply(value));
  }

  static String decimal(long value, long unit) {
    return BigDecimal.valueOf(value)
        .divide(BigDecimal.valueOf(unit), DECIMALS, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
