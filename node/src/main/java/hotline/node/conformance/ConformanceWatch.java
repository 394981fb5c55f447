package hotline.node.conformance;

import hotline.line.LineState;
import hotline.line.Reference;
import hotline.line.body.EntityId;
import hotline.line.body.NoticeBody;
import hotline.line.body.NoticeState;
import hotline.line.notice.Notice;
import hotline.node.Changes;
import hotline.node.Loop;
import hotline.node.Troubles;
import hotline.node.desk.Core;
import hotline.node.desk.Voice;
import hotline.node.details.PrivateStore;
import hotline.node.feed.ConformanceConfig;
import hotline.node.feed.LiveTraffic;
import hotline.node.record.Applied;
import hotline.node.record.LocalRecord;
import hotline.traffic.track.Track;
import hotline.traffic.watch.Declarations;
import java.io.Closeable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The watch over this party's own aircraft: at each look it finds which track flies which own
 * notice, judges whether it keeps to it, and proposes what an officer should say; where the
 * settings let it, it says NONCONFORMING itself. At most {@link #JUDGED_MAX} notices are judged,
 * those whose time is nearest.
 */
public final class ConformanceWatch implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(ConformanceWatch.class);

  /** So many take a fraction of a second; more is told of. */
  static final int JUDGED_MAX = 1_000;

  private static final String LEFT = "conformance";
  private static final String CROWDED = "conformance-crowded";
  private static final Duration IDLE = Duration.ofMinutes(1);
  private static final int NAMED_MAX = 3;

  private final ConformanceConfig config;
  private final LocalRecord record;
  private final OwnNotices notices;
  private final OpenedWays opened;
  private final Voice voice;
  private final Troubles troubles;
  private final Changes changes;
  private final Loop speaker;

  /** Used by the thread that looks alone. */
  private final Map<EntityId, Watched> watched = new HashMap<>();

  private String told = "";

  /**
   * Of which this node has said that they are nonconforming; guarded by itself, as is the queue.
   */
  private final Set<Saying> said = new HashSet<>();

  private final Deque<Saying> sayings = new ArrayDeque<>();

  private volatile List<Standing> standings = List.of();
  private volatile Set<String> own = Set.of();
  private volatile boolean readsOpened;
  private volatile Declarations declarations = Declarations.NONE;

  /** What is to be said once: of a notice in one state, which the entry of that state names. */
  private record Saying(EntityId entity, long version, long stateIndex) {}

  /** Over these parts; not started. */
  public ConformanceWatch(ConformanceConfig config, Core core, PrivateStore store) {
    this.config = config;
    record = core.record();
    voice = core.voice();
    troubles = core.troubles();
    changes = core.changes();
    notices = new OwnNotices(core.config().party(), record, store);
    opened = new OpenedWays(record, store);
    // What is said goes to the disk and what was opened comes from it: neither holds up traffic.
    speaker = core.pace().loop("conformance", this::speak);
  }

  /**
   * Looks at this traffic from now on, and tells it what it cannot know: whose tracks are this
   * party's own, and which terms are in force.
   */
  public void watch(LiveTraffic traffic) {
    traffic.terms(() -> record.read(LineState::terms));
    traffic.before(this::look);
    traffic.own(this::isOwn);
    traffic.declared(() -> declarations);
  }

  /** Starts what it may say. */
  public void start() {
    speaker.start();
  }

  /** An entry was applied. */
  public void onRecorded(Applied.Recorded entry) {
    notices.hear(entry.outcome().effects());
  }

  /** Looks at the tracks, on the traffic's thread. */
  void look(long nowUs, List<Track> tracks) {
    Collection<OwnNotice> all = notices.now();
    Matching matching = new Matching(all, tracks, nowUs);
    own = matching.own();
    declarations = new Declarations(matching.ways(all), opened.now(nowUs));
    readsOpened = opened.isBehind();
    if (readsOpened) {
      speaker.wake();
    }
    List<OwnNotice> judged =
        all.stream()
            .filter(each -> each.canBeFlown(nowUs))
            .sorted(
                Comparator.comparing((OwnNotice each) -> !each.isFlying())
                    .thenComparingLong(each -> each.awayUs(nowUs))
                    .thenComparing(each -> each.notice().entity()))
            .toList();
    if (judged.size() > JUDGED_MAX) {
      troubles.raise(
          CROWDED,
          "More than 1,000 own notices are flown at once: the rest is not watched. End those that"
              + " are over.");
      judged = judged.subList(0, JUDGED_MAX);
    } else {
      troubles.over(CROWDED);
    }
    long margin =
        record.read(
            state -> state.terms().map(terms -> terms.separation().datumMarginFt()).orElse(0L));
    List<Standing> now = new ArrayList<>();
    for (OwnNotice each : judged) {
      EntityId entity = each.notice().entity();
      now.add(
          watched
              .computeIfAbsent(entity, _ -> new Watched(config, nowUs))
              .look(each, matching.of(entity), margin, nowUs));
    }
    Set<EntityId> still =
        judged.stream().map(each -> each.notice().entity()).collect(Collectors.toSet());
    var _ = watched.keySet().retainAll(still);
    standings = List.copyOf(now);
    say(now);
    tell(now);
  }

  private void say(List<Standing> now) {
    if (config.raise() != ConformanceConfig.Raise.SAY) {
      return;
    }
    boolean any = false;
    synchronized (said) {
      Set<Saying> due = new HashSet<>();
      for (Standing each : now) {
        if (each.proposal() == NoticeState.NONCONFORMING) {
          Notice notice = each.notice();
          Saying saying = new Saying(notice.entity(), notice.version(), notice.stateIndex());
          due.add(saying);
          if (said.add(saying)) {
            sayings.add(saying);
            any = true;
          }
        }
      }
      // What is no longer due may be said again another time.
      var _ = said.retainAll(due);
    }
    if (any) {
      speaker.wake();
    }
  }

  private Duration speak() {
    for (Saying next = next(); next != null && !speaker.isClosed(); next = next()) {
      if (voice
          .post(new NoticeBody.Move(next.entity(), next.version(), NoticeState.NONCONFORMING))
          .isEmpty()) {
        LOG.atWarn().log("{} could not be said nonconforming", Reference.notice(next.entity()));
        synchronized (said) {
          said.remove(next);
        }
      }
    }
    // Only where there is traffic to look at: nobody else needs it.
    if (readsOpened) {
      opened.read();
    }
    return IDLE;
  }

  private @Nullable Saying next() {
    synchronized (said) {
      return sayings.poll();
    }
  }

  /** Tells people of what waits for them, and wakes the pages when something is another. */
  private void tell(List<Standing> now) {
    List<String> left =
        now.stream()
            .filter(each ->
                each.proposal() == NoticeState.NONCONFORMING
                    || each.proposal() == NoticeState.CONTINGENT)
            .map(each -> Reference.notice(each.notice().entity()))
            .toList();
    if (left.isEmpty()) {
      troubles.over(LEFT);
    } else {
      troubles.raise(
          LEFT,
          "Not flown as declared: "
              + left.stream().limit(NAMED_MAX).collect(Collectors.joining(", "))
              + (left.size() > NAMED_MAX ? " and others" : "")
              + ". Say so, or amend: hotline conformance list.");
    }
    String words =
        now.stream()
            .map(each ->
                Reference.notice(each.notice().entity())
                    + each.state()
                    + (each.proposal() == null ? "" : each.proposal()))
            .collect(Collectors.joining(","));
    if (!words.equals(told)) {
      told = words;
      changes.happened();
    }
  }

  /** How each own notice stands that is flown, or may be: flown ones first. */
  public List<Standing> standings() {
    return standings;
  }

  /** Whether a track is of this party's own aircraft. */
  public boolean isOwn(Track track) {
    return own.contains(track.id());
  }

  @Override
  public void close() {
    speaker.close();
  }
}
