package hotline.node;

import static hotline.node.NodeConfigFile.quoted;

import hotline.node.feed.ConformanceConfig;
import hotline.node.feed.FeedConfig;
import hotline.node.feed.TrafficConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The settings of live traffic as the file has them: feeds, minima, conformance. */
public final class TrafficSettings {
  private TrafficSettings() {}

  /**
   * How near aircraft may come, as it is written.
   *
   * @param minima {@code 5nm,800ft}, everywhere; absent: as the terms say
   * @param jitter {@code 200ft}, taken off what the terms say
   * @param lookahead {@code 120s}
   */
  public record Separation(
      @Nullable String minima, @Nullable String jitter, @Nullable String lookahead) {
    private static final Separation STANDARD = new Separation(null, null, null);
  }

  /**
   * When an own aircraft counts as outside of its notice, as it is written: {@link
   * ConformanceConfig}.
   *
   * @param raise {@code propose} or {@code say}
   * @param tolerance {@code 0.2nm,200ft,30s}
   * @param after {@code 10s}
   * @param contingent {@code 60s}
   */
  public record Conformance(
      @Nullable String raise,
      @Nullable String tolerance,
      @Nullable String after,
      @Nullable String contingent) {
    private static final Conformance STANDARD = new Conformance(null, null, null, null);
  }

  /**
   * A source of traffic as it is written: {@link FeedConfig}.
   *
   * @param at a file is meant from the data folder
   */
  public record Feed(
      @Nullable String kind,
      @Nullable String at,
      @Nullable String network,
      @Nullable Integer speed,
      @Nullable Boolean start) {
    FeedConfig complete(String name, Path data) {
      if (kind == null || at == null) {
        throw new IllegalArgumentException("feeds: " + name + ": say its kind and at");
      }
      FeedConfig.Kind what;
      try {
        what = FeedConfig.Kind.of(kind);
      } catch (IllegalArgumentException unknown) {
        throw new IllegalArgumentException("feeds: " + name + ": " + unknown.getMessage(), unknown);
      }
      return new FeedConfig(
          name,
          what,
          what.isRecorded() ? data.resolve(at).toString() : at,
          network,
          Objects.requireNonNullElse(speed, 1),
          !Boolean.FALSE.equals(start));
    }
  }

  static TrafficConfig complete(
      @Nullable Map<String, Feed> feeds,
      @Nullable Separation separation,
      @Nullable Conformance conformance,
      @Nullable AlertSettings alerts,
      Path data) {
    Separation apart = Objects.requireNonNullElse(separation, Separation.STANDARD);
    Conformance own = Objects.requireNonNullElse(conformance, Conformance.STANDARD);
    return new TrafficConfig(
        Objects.requireNonNullElse(feeds, Map.<String, Feed>of()).entrySet().stream()
            .map(each -> each.getValue().complete(each.getKey(), data))
            .toList(),
        apart.minima == null ? null : TrafficConfig.minima(apart.minima),
        apart.jitter == null
            ? TrafficConfig.STANDARD_JITTER_FT
            : TrafficConfig.jitter(apart.jitter),
        apart.lookahead == null
            ? TrafficConfig.STANDARD_S
            : TrafficConfig.lookAhead(apart.lookahead),
        ConformanceConfig.of(own.raise, own.tolerance, own.after, own.contingent),
        Objects.requireNonNullElse(alerts, AlertSettings.STANDARD).complete());
  }

  static void text(
      List<String> lines,
      @Nullable Map<String, Feed> feeds,
      @Nullable Separation separation,
      @Nullable Conformance conformance,
      @Nullable AlertSettings alerts) {
    lines.add(
        "# How near aircraft may come, and how far ahead that is predicted. Without minima it");
    lines.add("# is what the terms say, area by area, less the jitter of reported heights.");
    lines.add(separation == null ? "#[separation]" : "[separation]");
    setting(lines, "minima", separation == null ? null : separation.minima, "5nm,800ft");
    setting(lines, "jitter", separation == null ? null : separation.jitter, "200ft");
    setting(lines, "lookahead", separation == null ? null : separation.lookahead, "120s");
    lines.add("");
    lines.add("# When our own aircraft count as outside of their notices: docs/watch.md.");
    lines.add(conformance == null ? "#[conformance]" : "[conformance]");
    Conformance own = Objects.requireNonNullElse(conformance, Conformance.STANDARD);
    setting(lines, "raise", own.raise, "propose");
    setting(lines, "tolerance", own.tolerance, "0.2nm,200ft,30s");
    setting(lines, "after", own.after, "10s");
    setting(lines, "contingent", own.contingent, "60s");
    lines.addAll(Objects.requireNonNullElse(alerts, AlertSettings.STANDARD).text());
    feeds(lines, feeds);
  }

  private static void setting(
      List<String> lines, String key, @Nullable String value, String example) {
    lines.add(value == null ? "#" + key + " = " + quoted(example) : key + " = " + quoted(value));
  }

  private static void feeds(List<String> lines, @Nullable Map<String, Feed> feeds) {
    lines.add("");
    lines.add("# Where live traffic comes from: docs/watch.md.");
    if (feeds == null) {
      lines.add("#[feeds.tower]");
      lines.add("#kind = \"sbs\"");
      lines.add("#at = \"127.0.0.1:30003\"");
      return;
    }
    feeds.forEach((name, feed) -> {
      lines.add("[feeds." + name + "]");
      lines.add("kind = " + quoted(Objects.requireNonNullElse(feed.kind, "")));
      lines.add("at = " + quoted(Objects.requireNonNullElse(feed.at, "")));
      if (feed.network != null) {
        lines.add("network = " + quoted(feed.network));
      }
      if (feed.speed != null) {
        lines.add("speed = " + feed.speed);
      }
      if (feed.start != null) {
        lines.add("start = " + feed.start);
      }
    });
  }
}
