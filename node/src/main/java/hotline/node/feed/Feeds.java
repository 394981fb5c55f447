package hotline.node.feed;

import hotline.node.Pace;
import hotline.node.api.Said;
import hotline.node.api.TrafficViews;
import hotline.traffic.report.TargetReport;
import java.io.Closeable;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** All feeds of a node. Thread-safe. */
public final class Feeds implements Closeable {
  private final InstantSource clock;
  private final TrafficClock time;
  private final Map<String, Feed> feeds = new LinkedHashMap<>();

  /** None started. */
  public Feeds(List<FeedConfig> configs, InstantSource clock, Pace pace) {
    this.clock = clock;
    int speed = configs.stream().mapToInt(FeedConfig::speed).max().orElse(1);
    TrafficClock traffic = new TrafficClock(clock, pace, speed);
    time = traffic;
    for (FeedConfig config : configs) {
      feeds.put(
          config.name(),
          new Feed(config, () -> Source.of(config, traffic), new Intake(traffic::nowUs)));
    }
  }

  /** Starts those that are to start with the node. */
  public void start() {
    feeds.values().stream()
        .filter(each -> each.config().start())
        .forEach(each -> each.start(clock.instant()));
  }

  /** How many seconds of the traffic a second has. */
  int speed() {
    return time.speed();
  }

  /** Whether there is none at all. */
  public boolean isEmpty() {
    return feeds.isEmpty();
  }

  /** The time of the traffic, µs since 1970 UTC. */
  public long nowUs() {
    return time.nowUs();
  }

  /** Gives away what came since the last call: each feed's reports, oldest first. */
  public void drain(BiConsumer<String, TargetReport> to) {
    feeds.forEach((name, feed) -> feed.drain().forEach(report -> to.accept(name, report)));
  }

  /** Each feed, in the order of the settings. */
  public List<TrafficViews.Feed> views() {
    long now = nowUs();
    return feeds.values().stream().map(each -> each.view(now)).toList();
  }

  /** Starts or stops one. */
  public Said run(String name, boolean running) {
    Feed feed = feeds.get(name);
    if (feed == null) {
      return Said.refused(
          "feed-unknown",
          "There is no feed of this name; feeds are set in hotline.toml under [feeds].");
    }
    if (running) {
      feed.start(clock.instant());
    } else {
      feed.stop(clock.instant());
    }
    String sentence = running ? "Feed " + name + " runs." : "Feed " + name + " is stopped.";
    return new Said(true, Said.State.RECORDED, "ok", sentence, null, null);
  }

  @Override
  public void close() {
    feeds.values().forEach(Feed::close);
  }
}
