package hotline.traffic.watch;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was declared of the aircraft that a watch sees.
 *
 * @param own the ways of this party's own notices, by the track that flies each
 * @param others the ways that other parties have opened, which name no aircraft: a track that keeps
 *     to one is taken to fly it. At most {@link #OTHERS_MAX} are looked at
 */
public record Declarations(Map<String, List<DeclaredWay>> own, List<DeclaredWay> others) {
  /** Every track that is not an own one is held against all of them once a second. */
  public static final int OTHERS_MAX = 1_000;

  /** Nothing was declared. */
  public static final Declarations NONE = new Declarations(Map.of(), List.of());

  /** Keeps unmodifiable copies. */
  public Declarations {
    own = Map.copyOf(own);
    others = others.stream().limit(OTHERS_MAX).toList();
  }

  /** How a track goes on by what was declared of it; null if it keeps to none of it. */
  @Nullable Declared of(String track, Snapshot now, long nowUs) {
    List<DeclaredWay> flown = own.get(track);
    Declared nearest = null;
    for (DeclaredWay each : flown == null ? others : flown) {
      Declared found = each.mayFly(now, nowUs) ? each.from(now, nowUs) : null;
      if (found != null && (nearest == null || found.offM() < nearest.offM())) {
        nearest = found;
      }
    }
    return nearest;
  }
}
