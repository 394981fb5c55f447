package hotline.traffic;

import hotline.traffic.separation.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Exhaustive search for losses of separation between two groups of tracks: every pair is looked at.
 *
 * <p>The horizontal distance is that of the straight chord between the two points of the W84
 * ellipsoid below the aircraft, heights left aside. A chord is never longer than the geodesic, and
 * at 5 NM shorter by less than 1 mm: the search errs towards a loss.
 *
 * <p>There is no index and nothing is passed over: this is the yardstick that faster searches are
 * held to.
 */
public final class LossSearch {
  private LossSearch() {}

  /** The pairs that are inside the minima at an instant that both tracks have a point for. */
  public static List<Loss> atInstants(
      List<RecordedTrack> first, List<RecordedTrack> second, Minima minima) {
    return everyPair(first, second, (one, other) -> instants(one, other, minima));
  }

  /**
   * The pairs that are inside the minima at any time in which both tracks run.
   *
   * <p>Between neighbouring points of either track the relative motion is taken as linear, and the
   * time inside solved for in closed form. The distance so found differs from that of the two
   * aircraft moved evenly in latitude and longitude ({@link RecordedTrack#at}) by less than {@code
   * L² (1 + tan|lat|) / (4 R)} for points {@code L} apart: under 1 m for ten seconds at 280 m/s
   * below 60° of latitude, under 35 m for a minute. It holds below 80°.
   */
  public static List<Loss> continuous(
      List<RecordedTrack> first, List<RecordedTrack> second, Minima minima) {
    return everyPair(first, second, (one, other) -> throughout(one, other, minima));
  }

  private static List<Loss> everyPair(
      List<RecordedTrack> first,
      List<RecordedTrack> second,
      BiFunction<Motion, Motion, Inside> judge) {
    List<Motion> ones = first.stream().map(Motion::new).toList();
    List<Motion> others = second.stream().map(Motion::new).toList();
    List<Loss> found = new ArrayList<>();
    for (int i = 0; i < ones.size(); i++) {
      for (int j = 0; j < others.size(); j++) {
        judge.apply(ones.get(i), others.get(j)).loss(i, j).ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  private static Inside instants(Motion one, Motion other, Minima minima) {
    Inside inside = new Inside();
    int i = 0;
    int j = 0;
    while (i < one.size() && j < other.size()) {
      int order = Long.compare(one.timeUs(i), other.timeUs(j));
      if (order == 0) {
        Relative still = Relative.between(one, other, one.timeUs(i), one.timeUs(i));
        still.inside(minima).ifPresent(part -> inside.add(still, part));
        i++;
        j++;
      } else if (order < 0) {
        i++;
      } else {
        j++;
      }
    }
    return inside;
  }

  private static Inside throughout(Motion one, Motion other, Minima minima) {
    Inside inside = new Inside();
    long fromUs = Math.max(one.timeUs(0), other.timeUs(0));
    long endUs = Math.min(one.timeUs(one.size() - 1), other.timeUs(other.size() - 1));
    boolean more = fromUs <= endUs;
    while (more) {
      long untilUs = Math.min(endUs, Math.min(one.nextAfter(fromUs), other.nextAfter(fromUs)));
      Relative relative = Relative.between(one, other, fromUs, untilUs);
      relative.inside(minima).ifPresent(part -> inside.add(relative, part));
      more = untilUs < endUs;
      fromUs = untilUs;
    }
    return inside;
  }

  /** What a pair's stretches inside the minima add up to. */
  private static final class Inside {
    private boolean any;
    private long fromUs;
    private long untilUs;
    private long closestUs;
    private double closestMm = Double.POSITIVE_INFINITY;
    private double verticalFt;

    void add(Relative relative, Interval part) {
      if (!any) {
        fromUs = relative.floorUs(part.fromS());
        any = true;
      }
      untilUs = relative.ceilUs(part.untilS());
      double closest = relative.closest(part);
      double mm = relative.horizontalMm(closest);
      if (mm < closestMm) {
        closestMm = mm;
        closestUs = relative.nearestUs(closest);
        verticalFt = relative.verticalFt(closest);
      }
    }

    Optional<Loss> loss(int first, int second) {
      return any
          ? Optional.of(
              new Loss(
                  first,
                  second,
                  fromUs,
                  untilUs,
                  closestUs,
                  Math.round(closestMm),
                  Math.round(verticalFt)))
          : Optional.empty();
    }
  }
}
