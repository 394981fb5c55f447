package hotline.traffic.watch;

import hotline.traffic.Minima;
import hotline.traffic.report.Place;
import hotline.traffic.search.ConflictSearch;
import hotline.traffic.search.Movers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The pairs that {@link WayPredictor} has to look at: every pair for which it may predict a loss,
 * and not many more.
 *
 * <p>A way in plan is straight, unless the aircraft turns or is declared to; and a height on a way
 * lies between that of now and that of its rate at the end, or of the rate at which it will leave
 * its level, or is as far off as was declared. So the pairs are: those that straight motion brings
 * inside the minima and {@link #MARGIN_M}, whatever their rates, by {@link ConflictSearch}; and
 * each aircraft that turns, or will, with every other. Of both, those whose heights can meet by
 * their rates.
 *
 * <p>The margin covers where a prediction still stands outside of the minima (0.65 deviations of at
 * most 480 m), a declared way that is taken as straight, and by how much a plane differs from the
 * globe over 75 s and 60 NM below 80° of latitude.
 */
final class Candidates {
  /** No way is followed farther. */
  static final int AHEAD_S = 77;

  static final double MARGIN_M = 2_000 + 2 * Snapshot.STRAIGHT_M;
  static final double MARGIN_FT = 50;

  /** Looks at pairs in one update: a bound for aircraft that somebody has invented. */
  private static final long LOOKS_MAX = 40_000_000;

  private static final long TURNING_LOOKS_MAX = 10_000_000;

  /** A degree of latitude is nowhere shorter. */
  private static final double M_PER_DEGREE = 110_500;

  /** Latitudes are sorted by these: a step is a centimetre. */
  private static final double STEPS_PER_DEGREE = 1e7;

  /** Pairs that are judged in one update. */
  private static final int PAIRS_MAX = 100_000;

  /** Faster, and higher, is nothing that is watched for. */
  private static final double SPEED_MAX_MPS = 1_500;

  private final double turningRadiansPerS;
  private final double verticalFt;
  private final long horizontalMm;
  private final int aheadS;

  Candidates(Minima minima, int lookAheadS) {
    horizontalMm = minima.horizontalMm();
    verticalFt = minima.verticalFt();
    aheadS = Math.min(lookAheadS, AHEAD_S);
    turningRadiansPerS = Math.toRadians(Tuning.STANDARD.turningDegreesPerS());
  }

  /**
   * The pairs to judge.
   *
   * @param isWhole whether none was left out because there were too many
   */
  record Pairs(List<int[]> all, boolean isWhole) {}

  Pairs of(List<Snapshot> now) {
    double most = 0;
    Movers movers = new Movers(now.size());
    for (Snapshot each : now) {
      movers.add(
          place(each), each.heightFt(), limited(each.eastMps()), limited(each.northMps()), 0);
      most = Math.max(most, each.reachFt(aheadS));
    }
    Minima wide =
        new Minima(
            horizontalMm + Math.round(MARGIN_M * 1000),
            (int) Math.ceil(verticalFt + MARGIN_FT + 2 * most));
    ConflictSearch.Result found = new ConflictSearch(wide, aheadS).search(movers, LOOKS_MAX);
    List<int[]> pairs = new ArrayList<>();
    boolean whole = found.isWhole();
    for (ConflictSearch.Found each : found.found()) {
      Snapshot one = now.get(each.first());
      Snapshot other = now.get(each.second());
      if (!turns(one) && !turns(other) && heightsMayMeet(one, other)) {
        whole &= add(pairs, each.first(), each.second());
      }
    }
    return new Pairs(pairs, turning(now, pairs) && whole);
  }

  /** Adds each aircraft that turns with every other in its reach, found by their latitudes. */
  private boolean turning(List<Snapshot> now, List<int[]> pairs) {
    if (now.stream().noneMatch(this::turns)) {
      return true;
    }
    int[] byLat = byLatitude(now);
    double farthestM = now.stream().mapToDouble(each -> each.reachM(aheadS)).max().orElse(0);
    long looks = 0;
    boolean whole = true;
    for (int p = 0; p < byLat.length; p++) {
      Snapshot one = now.get(byLat[p]);
      if (!turns(one)) {
        continue;
      }
      double reach =
          (horizontalMm / 1000.0 + MARGIN_M + one.reachM(aheadS) + farthestM) / M_PER_DEGREE
              + 1 / STEPS_PER_DEGREE;
      for (int way = -1; way <= 1; way += 2) {
        for (int q = p + way; q >= 0 && q < byLat.length; q += way) {
          Snapshot other = now.get(byLat[q]);
          if (Math.abs(other.latDegrees() - one.latDegrees()) > reach) {
            break;
          }
          if (++looks > TURNING_LOOKS_MAX) {
            return false;
          }
          boolean once = way > 0 || !turns(other);
          if (once && heightsMayMeet(one, other) && mayMeet(one, other)) {
            whole &= add(pairs, Math.min(byLat[p], byLat[q]), Math.max(byLat[p], byLat[q]));
          }
        }
      }
    }
    return whole;
  }

  /** All by their latitudes, to a step. */
  private static int[] byLatitude(List<Snapshot> now) {
    // One number for both, because numbers are sorted much faster than what they stand for.
    long[] keys = new long[now.size()];
    for (int i = 0; i < keys.length; i++) {
      double lat = Math.clamp(now.get(i).latDegrees(), -90, 90);
      keys[i] = (long) Math.floor((lat + 90) * STEPS_PER_DEGREE) << Integer.SIZE | i;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  private static boolean add(List<int[]> pairs, int first, int second) {
    if (pairs.size() >= PAIRS_MAX) {
      return false;
    }
    pairs.add(new int[] {first, second});
    return true;
  }

  private boolean turns(Snapshot one) {
    return Math.abs(one.turnRadiansPerS()) >= turningRadiansPerS || one.bends();
  }

  private boolean heightsMayMeet(Snapshot one, Snapshot other) {
    return Math.abs(one.heightFt() - other.heightFt())
        <= verticalFt + MARGIN_FT + one.reachFt(aheadS) + other.reachFt(aheadS);
  }

  private boolean mayMeet(Snapshot one, Snapshot other) {
    double[] apart = one.from(other);
    double reachM = horizontalMm / 1000.0 + MARGIN_M + one.reachM(aheadS) + other.reachM(aheadS);
    return apart[0] * apart[0] + apart[1] * apart[1] <= reachM * reachM;
  }

  private static double limited(double mps) {
    return Math.clamp(mps, -SPEED_MAX_MPS, SPEED_MAX_MPS);
  }

  private static Place place(Snapshot at) {
    return place(at.latDegrees(), at.lngDegrees());
  }

  /** The place on the globe that degrees which may go past its edges stand for. */
  static Place place(double latDegrees, double lngDegrees) {
    double lng = Math.abs(lngDegrees) <= 180 ? lngDegrees : Math.IEEEremainder(lngDegrees, 360);
    return new Place(
        Math.round(Math.clamp(latDegrees, -90, 90) * 1e9),
        Math.clamp(Math.round(lng * 1e9), -180_000_000_000L, 180_000_000_000L));
  }
}
