package hotline.line.body;

import hotline.airspace.Extent;
import java.util.List;

/**
 * What will fly, as far as everyone may know it: what scopes and conditions are asked about.
 *
 * @param category of activity
 * @param extents cells, heights and times, at least one
 */
public record Activity(String category, List<Extent> extents) {
  /** Refuses an activity that is nowhere. */
  public Activity {
    extents = List.copyOf(extents);
    if (extents.isEmpty()) {
      throw new IllegalArgumentException("an activity is somewhere");
    }
  }
}
