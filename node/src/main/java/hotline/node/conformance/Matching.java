package hotline.node.conformance;

import hotline.line.body.EntityId;
import hotline.node.details.FlownBy;
import hotline.traffic.track.Track;
import hotline.traffic.watch.DeclaredWay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which track flies which own notice.
 *
 * <ul>
 *   <li>An officer's hand comes first, then the transponder address, the call sign, the squawk; the
 *       first by which there is any track decides. A track whose address is another than the one
 *       that was given is never taken by call sign or squawk.
 *   <li>Of several tracks the one that is live; of several live ones none, and that is said.
 *   <li>A track flies one notice: one that is taken by hand, else one whose time it is, else the
 *       nearest in time; those that fly before those that are only accepted. More than an hour
 *       before its time nobody flies a notice that is only accepted.
 *   <li>An aircraft is this party's own, at any time, if its address, its call sign or a hand says
 *       so; by its squawk only as long as it flies the notice: squawks are used again.
 * </ul>
 */
final class Matching {
  /**
   * What was found for a notice.
   *
   * @param track null if there is none, or several
   * @param several live tracks of which any may be the one
   */
  record Match(@Nullable Track track, @Nullable MatchedBy by, int several) {
    static final Match NONE = new Match(null, null, 0);
  }

  private final Map<EntityId, Match> matches = new TreeMap<>();
  private final Set<String> own = new HashSet<>();

  /** Tracks by one of their names; only those that some notice asks for. */
  private final Map<MatchedBy, Map<String, List<Track>>> tracks = new HashMap<>();

  /** Matches all. */
  Matching(Collection<OwnNotice> notices, List<Track> seen, long nowUs) {
    for (MatchedBy by : MatchedBy.values()) {
      tracks.put(by, new HashMap<>());
    }
    for (OwnNotice each : notices) {
      for (MatchedBy by : MatchedBy.values()) {
        String name = name(each.flownBy(), by);
        if (name != null) {
          var _ = of(by).computeIfAbsent(name, _ -> new ArrayList<>());
        }
      }
    }
    seen.forEach(this::sort);
    choose(notices, nowUs);
  }

  private Map<String, List<Track>> of(MatchedBy by) {
    return tracks.getOrDefault(by, Map.of());
  }

  private static @Nullable String name(FlownBy flownBy, MatchedBy by) {
    return switch (by) {
      case HAND -> flownBy.track();
      case ADDRESS -> flownBy.address();
      case CALLSIGN -> flownBy.callsign();
      case SQUAWK -> flownBy.squawk();
    };
  }

  private static @Nullable String name(Track track, MatchedBy by) {
    return switch (by) {
      case HAND, ADDRESS -> track.id();
      case CALLSIGN ->
          track.callsign() == null ? null : track.callsign().strip().toUpperCase(Locale.ROOT);
      case SQUAWK -> track.squawk();
    };
  }

  private void sort(Track track) {
    for (MatchedBy by : MatchedBy.values()) {
      String name = name(track, by);
      List<Track> named = name == null ? null : of(by).get(name);
      if (named != null) {
        named.add(track);
        if (by != MatchedBy.SQUAWK) {
          own.add(track.id());
        }
      }
    }
  }

  private void choose(Collection<OwnNotice> notices, long nowUs) {
    record Wish(OwnNotice notice, Match match) {}
    Map<String, Wish> flown = new HashMap<>();
    Comparator<Wish> first =
        Comparator.comparing((Wish each) -> each.match.by() != MatchedBy.HAND)
            .thenComparingLong(each -> each.notice.awayUs(nowUs))
            .thenComparing(each -> !each.notice.isFlying())
            .thenComparing(each -> each.notice.notice().entity());
    for (OwnNotice each : notices) {
      Match match = each.canBeFlown(nowUs) ? find(each.flownBy()) : Match.NONE;
      matches.put(each.notice().entity(), match);
      Track track = match.track();
      if (track == null) {
        continue;
      }
      Wish wish = new Wish(each, match);
      Wish before = flown.get(track.id());
      boolean takes = before == null || first.compare(wish, before) < 0;
      Wish taken = takes ? wish : before;
      Wish left = takes ? before : wish;
      flown.put(track.id(), taken);
      own.add(track.id());
      if (left != null) {
        matches.put(left.notice.notice().entity(), Match.NONE);
      }
    }
  }

  private Match find(FlownBy flownBy) {
    for (MatchedBy by : MatchedBy.values()) {
      String name = name(flownBy, by);
      List<Track> found =
          name == null
              ? List.of()
              : of(by).getOrDefault(name, List.of()).stream()
                  .filter(each -> by == MatchedBy.HAND || !isAnother(flownBy.address(), each))
                  .toList();
      if (!found.isEmpty()) {
        return best(found, by);
      }
    }
    return Match.NONE;
  }

  private static boolean isAnother(@Nullable String address, Track track) {
    return address != null && !track.id().contains("/") && !track.id().equals(address);
  }

  private static Match best(List<Track> found, MatchedBy by) {
    List<Track> live = found.stream().filter(each -> each.state() == Track.State.LIVE).toList();
    if (live.size() > 1) {
      return new Match(null, by, live.size());
    }
    return live.isEmpty()
        ? new Match(
            found.stream().max(Comparator.comparingLong(Track::lastUs)).orElseThrow(), by, 0)
        : new Match(live.getFirst(), by, 0);
  }

  /** What flies a notice. */
  Match of(EntityId notice) {
    return matches.getOrDefault(notice, Match.NONE);
  }

  /** What was declared of each track that flies one of these notices. */
  Map<String, List<DeclaredWay>> ways(Collection<OwnNotice> notices) {
    Map<String, List<DeclaredWay>> ways = new HashMap<>();
    for (OwnNotice each : notices) {
      Track track = of(each.notice().entity()).track();
      if (track != null && !each.ways().isEmpty()) {
        ways.put(track.id(), each.ways());
      }
    }
    return ways;
  }

  /** The tracks of this party's own aircraft, by their names. */
  Set<String> own() {
    return Set.copyOf(own);
  }
}
