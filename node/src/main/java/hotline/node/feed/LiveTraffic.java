package hotline.node.feed;

import hotline.line.terms.Terms;
import hotline.node.Loop;
import hotline.node.Pace;
import hotline.node.Troubles;
import hotline.node.api.TrafficViews;
import hotline.record.merkle.Hash;
import hotline.traffic.track.Track;
import hotline.traffic.track.Tracks;
import hotline.traffic.watch.Declarations;
import hotline.traffic.watch.LiveWatch;
import hotline.traffic.watch.Scene;
import hotline.traffic.watch.Situation;
import java.io.Closeable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The watch over live traffic: takes what the feeds brought, keeps the tracks, and looks at all
 * pairs twice a second of the traffic's time. What it sees is read by anybody at any time; nobody
 * waits for it. It runs only where there are feeds.
 */
public final class LiveTraffic implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveTraffic.class);
  private static final long UPDATE_US = 500_000;
  private static final Duration ROUND = Duration.ofMillis(125);
  private static final String CROWDED = "traffic-crowded";

  private final TrafficConfig config;
  private final Feeds feeds;
  private final Troubles troubles;
  private final Runnable changed;
  private final Loop loop;

  /** Only its own loop touches these. */
  private final Tracks tracks = new Tracks();

  private final LiveWatch watch;
  private Optional<Hash> watchedBy = Optional.empty();
  private long nextUs = Long.MIN_VALUE;
  private String told = "";

  private volatile Predicate<Track> own = any -> false;
  private volatile Supplier<Optional<Terms>> terms = Optional::empty;
  private volatile Supplier<Declarations> declared = () -> Declarations.NONE;
  private volatile Look before = (_, _) -> {};
  private volatile Scene scene = Scene.EMPTY;
  private volatile Picture picture = new Picture(0, List.of(), List.of(), 0, 0, 0, true);

  /** Looks at all tracks before the pairs are looked at; on the traffic's thread, so quickly. */
  @FunctionalInterface
  public interface Look {
    /** All tracks as of this time, µs since 1970 UTC, which is later than before. */
    void at(long nowUs, List<Track> tracks);
  }

  /**
   * What was seen at one time.
   *
   * @param nowUs the traffic's time, µs since 1970 UTC; 0 before the first update
   * @param watched tracks that could be predicted from
   * @param forgotten silent tracks that made room
   * @param refused reports of new aircraft without room
   * @param isWhole whether every pair was looked at
   */
  public record Picture(
      long nowUs,
      List<Track> tracks,
      List<Situation> situations,
      int watched,
      long forgotten,
      long refused,
      boolean isWhole) {
    /** Keeps unmodifiable copies. */
    public Picture {
      tracks = List.copyOf(tracks);
      situations = List.copyOf(situations);
    }
  }

  /**
   * Over the feeds that are set; not started.
   *
   * @param changed called when a situation appears or changes its state
   */
  public LiveTraffic(
      TrafficConfig config, InstantSource clock, Pace pace, Troubles troubles, Runnable changed) {
    feeds = new Feeds(config.feeds(), clock, pace);
    this.troubles = troubles;
    this.changed = changed;
    watch =
        new LiveWatch(
            Objects.requireNonNullElse(config.minima(), TrafficConfig.STANDARD),
            config.lookAheadS());
    this.config = config;
    Duration round = ROUND.dividedBy(feeds.speed());
    // It computes for long: on a virtual thread it would keep a core from all others.
    loop =
        pace.writer(
            "traffic",
            Duration.ZERO,
            () -> {
              round();
              return round;
            });
  }

  /** Starts the feeds and the watch, if there is any feed. */
  public void start() {
    if (!feeds.isEmpty()) {
      feeds.start();
      loop.start();
    }
  }

  /** Says whose tracks are this party's own. */
  public void own(Predicate<Track> whose) {
    own = whose;
  }

  /** Whether a track is this party's own. */
  public boolean isOwn(Track track) {
    return own.test(track);
  }

  /**
   * Says which terms are in force: by them the pairs are judged, where the settings say nothing.
   */
  public void terms(Supplier<Optional<Terms>> inForce) {
    terms = inForce;
  }

  /** Says where to ask, at each look, what was declared. */
  public void declared(Supplier<Declarations> by) {
    declared = by;
  }

  private void takeTerms() {
    Optional<Terms> now = config.minima() == null ? terms.get() : Optional.empty();
    Optional<Hash> hash = now.map(Terms::hash);
    if (!hash.equals(watchedBy)) {
      TermsMinima minima = TermsMinima.of(now, config.jitterFt());
      watch.areas(minima.widest(), minima);
      watchedBy = hash;
    }
  }

  /** Says who looks at the tracks before the pairs. */
  public void before(Look look) {
    before = look;
  }

  private void look(long nowUs, List<Track> all) {
    try {
      before.at(nowUs, all);
    } catch (RuntimeException failed) {
      // Whatever failed there, pairs are looked at all the same.
      LOG.atError().setCause(failed).log("own tracks could not be looked at");
    }
  }

  private void round() {
    feeds.drain(tracks::hear);
    long now = feeds.nowUs();
    if (now < nextUs) {
      return;
    }
    nextUs = now + UPDATE_US;
    List<Track> all = tracks.at(now);
    look(now, all);
    takeTerms();
    watch.declarations(declared.get());
    watch.update(now, all, own);
    scene = watch.scene();
    picture =
        new Picture(
            now,
            all,
            watch.situations(),
            watch.watched(),
            tracks.forgotten(),
            tracks.refused(),
            watch.isWhole());
    tell();
  }

  private void tell() {
    if (picture.isWhole()) {
      troubles.over(CROWDED);
    } else {
      troubles.raise(
          CROWDED,
          "There are too many aircraft too near to each other to look at every pair: stop the feed"
              + " that invents them (hotline feed list).");
    }
    for (TrafficViews.Feed feed : feeds.views()) {
      String code = "feed-" + feed.name();
      if (feed.trouble() != null) {
        troubles.raise(code, "Feed " + feed.name() + ": " + feed.trouble());
      } else if (!feed.state().equals("CONNECTING")) {
        troubles.over(code);
      }
    }
    String now =
        picture.situations().stream()
            .map(each -> each.number() + " " + each.state())
            .collect(Collectors.joining(","));
    if (!now.equals(told)) {
      told = now;
      changed.run();
    }
  }

  /** The feeds. */
  public Feeds feeds() {
    return feeds;
  }

  /** What was seen last. */
  public Picture picture() {
    return picture;
  }

  /** What a situation that was seen last will come to. */
  public Scene scene() {
    return scene;
  }

  /** Whether both aircraft are this party's own: nobody else is told of those. */
  public boolean isOwnAffair(Situation situation) {
    return picture().tracks().stream()
            .filter(
                each -> each.id().equals(situation.first()) || each.id().equals(situation.second()))
            .filter(own)
            .count()
        == 2;
  }

  @Override
  public void close() {
    loop.close();
    feeds.close();
  }
}
