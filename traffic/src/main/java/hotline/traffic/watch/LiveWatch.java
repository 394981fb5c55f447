package hotline.traffic.watch;

import hotline.traffic.Minima;
import hotline.traffic.report.Place;
import hotline.traffic.track.Track;
import hotline.traffic.watch.Predictor.Prediction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The watch over live tracks: predicts as {@link Replay} does, update by update, and keeps one
 * situation a pair over its life.
 *
 * <p>Watched are tracks that fly, with a pressure height; a geometric height never stands for one.
 * A track's place is moved on straight to the time of the update, for at most {@link
 * Tracker#CARRY_US}. At most {@link #SITUATIONS_MAX} situations stand at a time, those that begin
 * soonest, and as many that are over are kept for {@link #KEPT_US}. Not thread-safe.
 */
public final class LiveWatch {
  /** More than any desk could look at. */
  public static final int SITUATIONS_MAX = 1_000;

  /** A situation that is over is shown for so long. */
  public static final long KEPT_US = 1_800_000_000;

  /** A prediction that fails for a moment does not make a situation past. */
  private static final long MOMENT_US = 5_000_000;

  /** Areas have fewer minima than that; a predictor is kept for each. */
  private static final int MINIMA_MAX = 256;

  private final int lookAheadS;
  private final Map<Minima, Predictor> predictors = new HashMap<>();
  private Candidates candidates;
  private Areas areas;
  private final Map<String, Watched> watched = new HashMap<>();
  private final Map<Pair, Open> open = new TreeMap<>();
  private final Deque<Situation> over = new ArrayDeque<>();
  private long lastUpdateUs = Long.MIN_VALUE / 2;
  private long raised;
  private boolean whole = true;
  private int watchedNow;
  private Scene scene = Scene.EMPTY;
  private Minima widest;
  private Declarations declarations = Declarations.NONE;

  /**
   * A watch that has seen nothing.
   *
   * @param lookAheadS 10 to 600
   */
  public LiveWatch(Minima minima, int lookAheadS) {
    if (lookAheadS < 10 || lookAheadS > 600) {
      throw new IllegalArgumentException("a look-ahead is 10 s to 600 s, not " + lookAheadS);
    }
    widest = minima;
    this.lookAheadS = lookAheadS;
    candidates = new Candidates(minima, lookAheadS);
    areas = (_, _, _) -> minima;
  }

  /** How near aircraft may come, by where they are. Pure: the same there until it is replaced. */
  @FunctionalInterface
  public interface Areas {
    /**
     * The minima at a place.
     *
     * @param latNanodegrees W84
     * @param lngNanodegrees above −180° up to 180°
     * @param pressureFt height on 1013.25 hPa
     */
    Minima at(long latNanodegrees, long lngNanodegrees, int pressureFt);
  }

  /**
   * From the next update on each pair is judged by the minima of the area in which it comes nearest
   * to each other if both go straight on, within the look-ahead; where the two are in different
   * areas then, or the minima differ with height, by the larger of both in each direction. Whether
   * they have lost separation is judged so by where they are.
   *
   * @param widest no area has larger ones
   */
  public void areas(Minima widest, Areas by) {
    this.widest = widest;
    candidates = new Candidates(widest, lookAheadS);
    areas = by;
    predictors.clear();
  }

  /** From the next update on this is what was declared. */
  public void declarations(Declarations now) {
    declarations = now;
  }

  private Minima minima(Snapshot one, Snapshot other) {
    Minima first = minima(one);
    Minima second = minima(other);
    return first.equals(second)
        ? first
        : new Minima(
            Math.max(first.horizontalMm(), second.horizontalMm()),
            Math.max(first.verticalFt(), second.verticalFt()));
  }

  private Minima minima(Snapshot at) {
    double lng = Math.IEEEremainder(at.lngDegrees(), 360);
    return areas.at(
        Math.round(Math.clamp(at.latDegrees(), -90, 90) * 1e9),
        Math.round((lng == -180 ? 180 : lng) * 1e9),
        (int) Math.round(at.heightFt()));
  }

  /** Seconds until the two are nearest over the ground, straight on, within the look-ahead. */
  private double nearestInS(Snapshot one, Snapshot other, double[] apart) {
    double east = one.eastMps() - other.eastMps();
    double north = one.northMps() - other.northMps();
    double squared = east * east + north * north;
    return squared == 0
        ? 0
        : Math.clamp(-(apart[0] * east + apart[1] * north) / squared, 0, lookAheadS);
  }

  private Predictor predictor(Minima minima) {
    if (predictors.size() >= MINIMA_MAX) {
      predictors.clear();
    }
    return predictors.computeIfAbsent(
        minima, each -> Predictor.of(Predictor.Kind.WAYS, each, lookAheadS));
  }

  /** One aircraft between updates. */
  private static final class Watched {
    private final Tracker tracker = new Tracker();
    private long placeUs = Long.MIN_VALUE;

    /** The last update in which it flew. */
    private long seenUs;

    private @Nullable Snapshot known;
  }

  /** Two tracks by their names, in their order. */
  private record Pair(String first, String second) implements Comparable<Pair> {
    static Pair of(String one, String other) {
      return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
    }

    @Override
    public int compareTo(Pair other) {
      int byFirst = first.compareTo(other.first);
      return byFirst != 0 ? byFirst : second.compareTo(other.second);
    }
  }

  /** A situation, or a prediction that is not confirmed yet. */
  private static final class Open {
    private final Standing standing;
    private long number;
    private Situation.State state = Situation.State.PREDICTED;
    private Cause cause = Cause.STRAIGHT;
    private long beginsUs;
    private double closestM = Double.POSITIVE_INFINITY;
    private double closestFt;

    Open(long timeUs) {
      standing = new Standing(timeUs);
    }

    Situation as(Pair pair) {
      return new Situation(
          number,
          pair.first(),
          pair.second(),
          state,
          cause,
          standing.firstUs(),
          standing.lastUs(),
          beginsUs,
          Math.round(closestM * 1000),
          (int) Math.round(closestFt));
    }
  }

  /**
   * Looks at all pairs as of a time that is later than that of the last update.
   *
   * @param own whether a track is this party's: its own controllers keep those apart
   */
  public void update(long nowUs, List<Track> tracks, Predicate<Track> own) {
    List<Track> flying = new ArrayList<>(tracks.size());
    List<Snapshot> now = new ArrayList<>(tracks.size());
    int seen = 0;
    for (Track track : tracks) {
      if (track.state() != Track.State.LIVE || track.onGround() || track.place() == null) {
        continue;
      }
      Watched each = watched.computeIfAbsent(track.id(), _ -> new Watched());
      each.seenUs = nowUs;
      seen++;
      Snapshot known = known(each, track, track.place(), nowUs);
      if (known != null) {
        flying.add(track);
        now.add(known.declared(declarations.of(track.id(), known, nowUs)));
      }
    }
    if (seen < watched.size()) {
      watched.values().removeIf(each -> each.seenUs != nowUs);
    }
    watchedNow = flying.size();
    scene = new Scene(nowUs, flying.stream().map(Track::id).toList(), now, widest, lookAheadS);
    Candidates.Pairs pairs = candidates.of(now);
    whole = pairs.isWhole();
    settle(nowUs);
    for (int[] pair : pairs.all()) {
      Track one = flying.get(pair[0]);
      Track other = flying.get(pair[1]);
      look(
          Pair.of(one.id(), other.id()),
          now.get(pair[0]),
          now.get(pair[1]),
          own.test(one) && own.test(other),
          nowUs);
    }
    settle(nowUs);
    lastUpdateUs = nowUs;
  }

  private static @Nullable Snapshot known(Watched each, Track track, Place place, long nowUs) {
    if (track.placeUs() > each.placeUs) {
      each.placeUs = track.placeUs();
      each.known =
          each.tracker.hear(
              new Tracker.Sight(
                  track.placeUs(),
                  place.latNanodegrees() * 1e-9,
                  place.lngNanodegrees() * 1e-9,
                  false,
                  real(track.pressureFt(), 1),
                  real(track.speedMilliknots(), 1e-3),
                  real(track.trackMillidegrees(), 1e-3),
                  real(track.climbFpm(), 1),
                  real(track.clearedFt(), 1)));
    }
    Snapshot known = each.known;
    return known == null || nowUs - each.placeUs > Tracker.CARRY_US
        ? null
        : known.moved((nowUs - each.placeUs) / 1e6);
  }

  private static double real(@Nullable Integer value, double scale) {
    return value == null ? Double.NaN : value * scale;
  }

  private void look(Pair pair, Snapshot one, Snapshot other, boolean sameParty, long nowUs) {
    Open known = open.get(pair);
    boolean standing = known != null && known.standing.isRaised();
    double[] apart = one.from(other);
    double inS = nearestInS(one, other, apart);
    Optional<Prediction> predicted =
        predictor(minima(one.moved(inS), other.moved(inS)))
            .predict(one, other, sameParty, standing);
    double metres = Math.hypot(apart[0], apart[1]);
    double feet = Math.abs(one.heightFt() - other.heightFt());
    Minima here = minima(one, other);
    boolean lost = metres * 1000 < here.horizontalMm() && feet < here.verticalFt();
    if (predicted.isEmpty() && !lost) {
      return;
    }
    if (known == null) {
      known = new Open(nowUs);
      open.put(pair, known);
    }
    boolean before = known.standing.isRaised();
    if (predicted.isPresent()) {
      predict(known, predicted.get(), nowUs);
    }
    if (lost) {
      lose(known, nowUs);
    } else {
      known.state = Situation.State.PREDICTED;
    }
    if (!before && known.standing.isRaised()) {
      known.number = ++raised;
    }
    if (metres < known.closestM) {
      known.closestM = metres;
      known.closestFt = feet;
    }
  }

  private void predict(Open known, Prediction predicted, long nowUs) {
    known.standing.hear(predicted, nowUs, lastUpdateUs);
    if (known.state != Situation.State.CURRENT) {
      known.beginsUs = nowUs + Math.round(predicted.inS() * 1e6);
      known.cause = predicted.cause();
    }
  }

  /** They are inside the minima: that is raised whatever was predicted. */
  private static void lose(Open known, long nowUs) {
    if (known.state != Situation.State.CURRENT) {
      known.beginsUs = nowUs;
    }
    known.state = Situation.State.CURRENT;
    if (known.standing.isRaised()) {
      known.standing.hold(nowUs);
    } else {
      known.standing.raise(nowUs, nowUs, Cause.CURRENT);
      known.cause = Cause.CURRENT;
    }
  }

  /** What has not stood for a moment is past; what no prediction can bring back is over. */
  private void settle(long nowUs) {
    Iterator<Map.Entry<Pair, Open>> all = open.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<Pair, Open> each = all.next();
      Standing standing = each.getValue().standing;
      if (nowUs - standing.lastUs() > MOMENT_US) {
        each.getValue().state = Situation.State.PAST;
      }
      if (standing.isOver(nowUs)) {
        if (standing.isRaised()) {
          over.addLast(each.getValue().as(each.getKey()));
        }
        all.remove();
      }
    }
    if (open.size() > SITUATIONS_MAX) {
      whole = false;
      open.entrySet().stream()
          .sorted(Comparator.comparingLong(each -> each.getValue().beginsUs))
          .skip(SITUATIONS_MAX)
          .map(Map.Entry::getKey)
          .toList()
          .forEach(open::remove);
    }
    while (over.size() > SITUATIONS_MAX
        || (!over.isEmpty() && nowUs - over.getFirst().lastUs() > KEPT_US)) {
      over.removeFirst();
    }
  }

  /** What was raised, latest first. */
  public List<Situation> situations() {
    List<Situation> all = new ArrayList<>(over);
    open.forEach((pair, each) -> {
      if (each.standing.isRaised()) {
        all.add(each.as(pair));
      }
    });
    all.sort(Comparator.comparingLong(Situation::number).reversed());
    return all;
  }

  /** What the last update knew of all aircraft, to ask what a situation will come to. */
  public Scene scene() {
    return scene;
  }

  /** Whether the last update looked at every pair: not if there were too many, or too near. */
  public boolean isWhole() {
    return whole;
  }

  /** How many tracks the last update could predict from. */
  public int watched() {
    return watchedNow;
  }
}
