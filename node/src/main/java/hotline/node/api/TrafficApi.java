package hotline.node.api;

import java.util.List;

/**
 * Live traffic as this node sees it. It is this party's own: nothing of it enters the record or
 * goes to another party.
 */
public interface TrafficApi {
  /** The feeds, in the order of the settings. */
  List<TrafficViews.Feed> feeds();

  /** Starts or stops a feed. */
  Said runFeed(String name, boolean running);

  /** All traffic in numbers. */
  TrafficViews.Sky sky();

  /** Tracks, live ones first, then coasting and lost ones; at most so many (1 to 10,000). */
  List<TrafficViews.Track> tracks(int limit);

  /**
   * Pairs that will be, or are, too near to each other; {@code all}: and those that were. First
   * those of which one is this party's own and the other is not, each time latest first.
   */
  List<TrafficViews.Alert> alerts(boolean all);
}
