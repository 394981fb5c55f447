package hotline.traffic.watch;

import hotline.traffic.report.Place;
import java.util.List;

/**
 * What one manoeuvre of one aircraft of a situation would lead to, if the others go on as they may.
 * It is for an officer, who then asks the other side or the own unit; never an order to a pilot.
 *
 * @param aircraft which of the two
 * @param trackDegrees the track that it would then have, 1 to 360
 * @param levelFt the level it would then keep; of one that goes on climbing or descending, its
 *     height at the end of the look-ahead
 * @param meets who else it would then lose separation with, whether it would so anyhow or not; at
 *     most {@link Scene#MEETS_MAX}
 * @param way where it would then be, every {@link Ways#STEP_S} seconds
 */
public record Advice(
    String aircraft,
    Manoeuvre manoeuvre,
    int trackDegrees,
    int levelFt,
    Effect effect,
    List<String> meets,
    List<Point> way) {
  /** Keeps unmodifiable copies. */
  public Advice {
    meets = List.copyOf(meets);
    way = List.copyOf(way);
  }

  /** What it does for the situation itself. */
  public enum Effect {
    /** However the other goes on, separation is not lost. */
    SOLVES,
    /** It is lost for a shorter time than if nothing is asked for. */
    SHORTENS,
    /** Neither. */
    NONE
  }

  /**
   * A place on the way.
   *
   * @param timeUs µs since 1970 UTC
   * @param heightFt pressure height
   */
  public record Point(long timeUs, Place place, int heightFt) {}
}
