package hotline.node.feed;

import hotline.node.alert.AlertConfig;
import hotline.traffic.Minima;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where live traffic comes from, and what is watched for in it.
 *
 * @param minima how near aircraft may come, everywhere; the tolerance for heights that jitter is in
 *     them. Null: as the terms in force say, area by area, less the jitter
 * @param jitterFt what is taken off the terms' vertical minima, 0 to {@link #JITTER_MAX_FT}
 * @param lookAheadS how far ahead is predicted, 10 to 600
 * @param conformance when an own aircraft counts as outside of its notice
 * @param alerts whom its alerts are told to
 */
public record TrafficConfig(
    List<FeedConfig> feeds,
    @Nullable Minima minima,
    int jitterFt,
    int lookAheadS,
    ConformanceConfig conformance,
    AlertConfig alerts) {
  private static final Pattern MINIMA =
      Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?)nm,([1-9]\\d{0,4})ft");
  private static final Pattern SECONDS = Pattern.compile("([1-9]\\d{0,2})s");
  private static final Pattern FEET = Pattern.compile("(\\d{1,3})ft");
  private static final BigDecimal MM_PER_NM = BigDecimal.valueOf(1_852_000);

  /** Where no terms are: 5 NM and 800 ft, levels 1,000 ft apart with their jitter. */
  public static final Minima STANDARD = new Minima(9_260_000, 800);

  /** Up to 100 ft of each of two aircraft. */
  public static final int STANDARD_JITTER_FT = 200;

  /** More would hide what is watched for. */
  public static final int JITTER_MAX_FT = 500;

  /** Two minutes. */
  public static final int STANDARD_S = 120;

  /** No feeds. */
  public static final TrafficConfig NONE =
      new TrafficConfig(
          List.of(), null, STANDARD_JITTER_FT, STANDARD_S, ConformanceConfig.STANDARD);

  /** Refuses, in one sentence, what cannot be run. */
  public TrafficConfig {
    require(feeds.size() <= FeedConfig.FEEDS_MAX, "feeds: at most " + FeedConfig.FEEDS_MAX);
    require(
        feeds.size() == 1 || feeds.stream().allMatch(each -> each.speed() == 1),
        "feeds: a recording with a speed is the only feed, for it sets the time of all traffic");
    require(jitterFt >= 0 && jitterFt <= JITTER_MAX_FT, "separation: jitter: 0ft to 500ft");
    require(lookAheadS >= 10 && lookAheadS <= 600, "separation: lookahead: 10s to 600s");
    feeds = List.copyOf(feeds);
  }

  /** Alerts go to this party's officers alone. */
  public TrafficConfig(
      List<FeedConfig> feeds,
      @Nullable Minima minima,
      int jitterFt,
      int lookAheadS,
      ConformanceConfig conformance) {
    this(feeds, minima, jitterFt, lookAheadS, conformance, AlertConfig.STANDARD);
  }

  /** The minima in {@code 5nm,800ft}. */
  public static Minima minima(String text) {
    Matcher minima = MINIMA.matcher(text.toLowerCase(Locale.ROOT));
    require(minima.matches(), "separation: minima: like 5nm,800ft, not “" + text + "”");
    long mm = new BigDecimal(minima.group(1)).multiply(MM_PER_NM).longValue();
    require(mm > 0 && mm <= 1_000_000_000, "separation: minima: more than 0 NM, up to 539");
    return new Minima(mm, Integer.parseInt(minima.group(2)));
  }

  /** The feet in {@code 200ft}. */
  public static int jitter(String text) {
    Matcher feet = FEET.matcher(text);
    require(feet.matches(), "separation: jitter: like 200ft, not “" + text + "”");
    return Integer.parseInt(feet.group(1));
  }

  /** The seconds in {@code 120s}. */
  public static int lookAhead(String text) {
    Matcher time = SECONDS.matcher(text);
    require(time.matches(), "separation: lookahead: like 120s, not “" + text + "”");
    return Integer.parseInt(time.group(1));
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
