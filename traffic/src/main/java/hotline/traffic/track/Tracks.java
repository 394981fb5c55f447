package hotline.traffic.track;

import hotline.traffic.report.TargetReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tracks of all aircraft that any feed has told of.
 *
 * <ul>
 *   <li>Reports with one transponder address are of one aircraft, whatever feed they come by; a
 *       feed's own track number stands for the address that it was last told with.
 *   <li>The place follows one feed, and another only when that is {@link Aircraft#TAKEOVER_US}
 *       newer: two receivers that disagree by a little do not make an aircraft that jumps.
 *   <li>A place that cannot have been flown to is left out, until three in a row agree with each
 *       other; a height that cannot be, or cannot be reached, likewise. A place repeated to the
 *       last digit by an aircraft that flies is no news.
 *   <li>At most {@link #LIMIT} are kept. When there is no room the longest lost go, then the
 *       longest coasting, and that is counted; live ones never make room, what is new is refused.
 * </ul>
 *
 * <p>Not thread-safe.
 */
public final class Tracks {
  /** More than fly over a continent. */
  public static final int LIMIT = 120_000;

  /** What moves is known for so long after it was said. */
  public static final long HELD_US = 15_000_000;

  /** An aircraft not heard of for so long is lost. */
  public static final long LOST_US = 60_000_000;

  /** When room is made, it is made for a tenth at once: to look for the silent ones takes time. */
  private static final int ROOM = 10;

  private static final long FULL_US = 1_000_000;

  private final int limit;
  private final Map<String, Aircraft> aircraft = new LinkedHashMap<>();
  private final LinkedHashMap<Numbered, String> addresses = new LinkedHashMap<>();

  /** What a feed calls a track by itself. */
  private record Numbered(String feed, int number) {
    /** As the track is known if nobody tells its address. */
    String id() {
      return feed + "/" + number;
    }
  }

  private long fullUs = Long.MIN_VALUE / 2;
  private long forgotten;
  private long refused;
  private long nameless;

  /** None yet. */
  public Tracks() {
    this(LIMIT);
  }

  /** None yet, and never more than so many. */
  Tracks(int limit) {
    this.limit = limit;
  }

  /** Takes a report that came by this feed. */
  public void hear(String feed, TargetReport report) {
    String id = id(feed, report);
    if (id == null) {
      nameless++;
      return;
    }
    Aircraft known = aircraft.get(id);
    if (known == null) {
      if (aircraft.size() >= limit && !hasRoom(report.timeUs())) {
        refused++;
        return;
      }
      known = new Aircraft(id);
      aircraft.put(id, known);
    }
    known.hear(feed, report);
  }

  private @Nullable String id(String feed, TargetReport report) {
    String address = report.aircraft();
    Integer number = report.trackNumber();
    if (number == null) {
      return address;
    }
    Numbered own = new Numbered(feed, number);
    String known = addresses.get(own);
    if (address == null) {
      return known == null ? own.id() : known;
    }
    if (!address.equals(known)) {
      addresses.put(own, address);
      if (addresses.size() > limit) {
        addresses.pollFirstEntry();
      }
    }
    return address;
  }

  /** Looks for room at most once a second: a flood of invented aircraft costs no more than that. */
  private boolean hasRoom(long nowUs) {
    if (Math.abs(nowUs - fullUs) < FULL_US) {
      return false;
    }
    boolean made = makeRoom(nowUs);
    fullUs = made ? Long.MIN_VALUE / 2 : nowUs;
    return made;
  }

  /** Forgets the tracks that were silent longest, a tenth of all at most; false: all are live. */
  private boolean makeRoom(long nowUs) {
    List<Map.Entry<String, Aircraft>> silent =
        aircraft.entrySet().stream()
            .filter(each -> each.getValue().state(nowUs) != Track.State.LIVE)
            .sorted(Comparator.comparingLong(each -> each.getValue().freshUs()))
            .limit(Math.max(1, limit / ROOM))
            .toList();
    silent.forEach(each -> aircraft.remove(each.getKey()));
    forgotten += silent.size();
    return !silent.isEmpty();
  }

  /** All of them as of this time, in the order in which they were first heard of. */
  public List<Track> at(long nowUs) {
    List<Track> all = new ArrayList<>(aircraft.size());
    aircraft.values().forEach(each -> all.add(each.view(nowUs)));
    return all;
  }

  /** Silent tracks that made room for others. */
  public long forgotten() {
    return forgotten;
  }

  /** Reports of new aircraft for which there was no room. */
  public long refused() {
    return refused;
  }

  /** Reports that name no aircraft. */
  public long nameless() {
    return nameless;
  }
}
