package hotline.line.planning;

import hotline.line.disclosure.ExactVolume;
import hotline.line.terms.Planning;
import java.util.List;
import java.util.Optional;

/**
 * Exhaustive search for a shift that takes a notice out of every conflict.
 *
 * <p>Every allowed shift is tried in the order of {@link Shift#allowed}, so that {@link Exhausted}
 * is a proof: UNABLE may be said only with it.
 */
public final class ShiftSearch {
  private ShiftSearch() {}

  /** What the search came to. */
  public sealed interface Result {
    /** How many shifts were tried against the others' volumes. */
    int tried();
  }

  /**
   * The nearest shift without conflict.
   *
   * @param volumes the notice so shifted
   */
  public record Found(Shift shift, List<ExactVolume> volumes, int tried) implements Result {}

  /**
   * No allowed shift is without conflict.
   *
   * @param ruledOut shifts that were not tried, because they begin too early or leave the heights
   *     or times that can be written
   */
  public record Exhausted(int tried, int ruledOut) implements Result {}

  /**
   * Searches.
   *
   * @param volumes the notice as it is; at least one
   * @param others everything it must be clear of
   * @param earliestStartUs no volume may begin before; the caller's clock and the terms' lead
   */
  public static Result search(
      List<ExactVolume> volumes, KnownVolumes others, Planning rules, long earliestStartUs) {
    List<ExactVolume> bare =
        volumes.stream().map(exact -> new ExactVolume(exact.volume(), null)).toList();
    int tried = 0;
    int ruledOut = 0;
    for (Shift shift : Shift.allowed(rules)) {
      Optional<List<ExactVolume>> moved =
          shift.apply(bare).filter(at -> startUs(at) >= earliestStartUs);
      if (moved.isEmpty()) {
        ruledOut++;
        continue;
      }
      tried++;
      if (!others.conflictsWith(moved.get())) {
        // Paths are costly to move and do not bear on the conflict: only the found one is.
        return new Found(shift, shift.apply(volumes).orElseThrow(), tried);
      }
    }
    return new Exhausted(tried, ruledOut);
  }

  private static long startUs(List<ExactVolume> volumes) {
    return volumes.stream()
        .mapToLong(exact -> exact.volume().times().startUs())
        .min()
        .orElseThrow();
  }
}
