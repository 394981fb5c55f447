package hotline.node.feed;

import hotline.airspace.conformance.Tolerance;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When an own aircraft counts as outside of its notice, and who says so.
 *
 * @param raise who says that a notice is nonconforming
 * @param tolerance how far out it may be seen before that counts
 * @param afterS so long outside, 0 to 600, until NONCONFORMING is proposed or said; so long inside
 *     again until ACTIVATED is proposed
 * @param contingentS so long outside, 1 to 3,600, until CONTINGENT is proposed
 */
public record ConformanceConfig(Raise raise, Tolerance tolerance, int afterS, int contingentS) {
  private static final Pattern TOLERANCE =
      Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?)nm,([1-9]\\d{0,4})ft,([1-9]\\d{0,4})s");
  private static final Pattern SECONDS = Pattern.compile("(\\d{1,4})s");
  private static final BigDecimal MM_PER_NM = BigDecimal.valueOf(1_852_000);
  private static final long MICROS = 1_000_000;

  /** Proposed to the officer; 0.2 NM, 200 ft and 30 s; after 10 s; contingent after a minute. */
  public static final ConformanceConfig STANDARD =
      new ConformanceConfig(Raise.PROPOSE, new Tolerance(370_400, 200, 30 * MICROS), 10, 60);

  /** Who says it. */
  public enum Raise {
    /** An officer, to whom it is proposed. */
    PROPOSE,
    /** The node, at once; what cannot be taken back is proposed all the same. */
    SAY
  }

  /** Refuses, in one sentence, what cannot be watched by. */
  public ConformanceConfig {
    require(afterS <= 600, "conformance: after: up to 600s");
    require(contingentS >= 1 && contingentS <= 3_600, "conformance: contingent: 1s to 3600s");
  }

  /** From the settings as they are written; what is null is as in {@link #STANDARD}. */
  public static ConformanceConfig of(
      @Nullable String raise,
      @Nullable String tolerance,
      @Nullable String after,
      @Nullable String contingent) {
    return new ConformanceConfig(
        raise == null ? STANDARD.raise : raise(raise),
        tolerance == null ? STANDARD.tolerance : tolerance(tolerance),
        after == null ? STANDARD.afterS : seconds("after", after),
        contingent == null ? STANDARD.contingentS : seconds("contingent", contingent));
  }

  private static Raise raise(String word) {
    return Arrays.stream(Raise.values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("conformance: raise: propose or say, not “" + word + "”"));
  }

  private static Tolerance tolerance(String text) {
    Matcher found = TOLERANCE.matcher(text.toLowerCase(Locale.ROOT));
    require(found.matches(), "conformance: tolerance: like 0.2nm,200ft,30s, not “" + text + "”");
    long mm = new BigDecimal(found.group(1)).multiply(MM_PER_NM).longValue();
    require(mm > 0 && mm <= 1_000_000_000, "conformance: tolerance: more than 0 NM, up to 539");
    return new Tolerance(
        mm,
        Long.parseLong(found.group(2)),
        Math.min(86_400, Long.parseLong(found.group(3))) * MICROS);
  }

  private static int seconds(String key, String text) {
    Matcher found = SECONDS.matcher(text);
    require(found.matches(), "conformance: " + key + ": like 10s, not “" + text + "”");
    return Integer.parseInt(found.group(1));
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
