package hotline.node.feed;

import hotline.node.Pace;
import hotline.node.Waiting;
import hotline.node.api.TrafficViews;
import hotline.traffic.report.TargetReport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Feeds that run, and all that they brought. */
final class Heard implements AutoCloseable {
  final Feeds feeds;
  private final List<Map.Entry<String, TargetReport>> all = new ArrayList<>();

  Heard(FeedConfig... configs) {
    feeds = new Feeds(List.of(configs), InstantSource.system(), Pace.real());
    feeds.start();
  }

  /** A live feed that starts at once. */
  static FeedConfig config(String name, FeedConfig.Kind kind, String at) {
    return new FeedConfig(name, kind, at, null, 1, true);
  }

  List<TargetReport> of(String feed) {
    feeds.drain((name, report) -> all.add(Map.entry(name, report)));
    return all.stream()
        .filter(each -> each.getKey().equals(feed))
        .map(Map.Entry::getValue)
        .toList();
  }

  TrafficViews.Feed view(String feed) {
    return feeds.views().stream()
        .filter(each -> each.name().equals(feed))
        .findFirst()
        .orElseThrow();
  }

  long rejects(String feed, String reason) {
    return view(feed).rejects().stream()
        .filter(each -> each.reason().equals(reason))
        .mapToLong(TrafficViews.Count::count)
        .sum();
  }

  void until(BooleanSupplier holds, String what) {
    Waiting.until(holds, what + ": " + feeds.views(), Duration.ofSeconds(60), Map.of());
  }

  @Override
  public void close() {
    feeds.close();
  }
}
