package hotline.cli.traffic;

import hotline.traffic.Minima;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Quantities of the watch as people type them. */
final class Typed {
  private static final Pattern MINIMA =
      Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?)nm,(\\d{1,5})ft");
  private static final Pattern SECONDS = Pattern.compile("([1-9]\\d{0,2})s");
  private static final Pattern FEET = Pattern.compile("(-?\\d{1,5})ft");
  private static final BigDecimal MM_PER_NM = BigDecimal.valueOf(1_852_000);
  private static final int LEAST_S = 10;
  private static final int MOST_S = 600;

  private Typed() {}

  /** {@code 5nm,800ft}. */
  static final class OfMinima implements ITypeConverter<Minima> {
    @Override
    public Minima convert(String typed) {
      Matcher minima = MINIMA.matcher(typed.toLowerCase(Locale.ROOT));
      if (minima.matches()) {
        long mm = new BigDecimal(minima.group(1)).multiply(MM_PER_NM).longValue();
        int feet = Integer.parseInt(minima.group(2));
        if (mm > 0 && mm <= 1_000_000_000 && feet > 0) {
          return new Minima(mm, feet);
        }
      }
      throw new TypeConversionException("minima are like 5nm,800ft, not “" + typed + "”");
    }
  }

  /** {@code 120s}. */
  static final class OfLookAhead implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String typed) {
      Matcher time = SECONDS.matcher(typed);
      int seconds = time.matches() ? Integer.parseInt(time.group(1)) : 0;
      if (seconds < LEAST_S || seconds > MOST_S) {
        throw new TypeConversionException("a look-ahead is 10s to 600s, not “" + typed + "”");
      }
      return seconds;
    }
  }

  /** {@code 3000ft}. */
  static final class OfHeight implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String typed) {
      Matcher height = FEET.matcher(typed);
      if (!height.matches()) {
        throw new TypeConversionException("a height is like 3000ft, not “" + typed + "”");
      }
      return Integer.parseInt(height.group(1));
    }
  }
}
