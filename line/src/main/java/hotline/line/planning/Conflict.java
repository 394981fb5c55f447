package hotline.line.planning;

import hotline.airspace.ClosestApproach;
import hotline.airspace.HeightBand;
import hotline.airspace.Position;
import hotline.airspace.TimeInterval;
import hotline.line.body.NoticeRef;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Two notices whose buffered volumes overlap: strictly in height and time, and in space.
 *
 * @param times from the first common instant of overlapping volumes to the last
 * @param heights from the lowest to the highest common level of overlapping volumes; where the
 *     datums differ, the heights of the own ones
 * @param datumsDiffer whether heights of two datums were compared, with the terms' margin: to be
 *     said wherever the conflict is shown
 * @param place where both are or may be: between the two at their closest if that lies in both,
 *     else a place common to the volumes that overlap first, to some metres
 * @param closest of the unbuffered paths at common times; null if one has none or they fly there at
 *     different times
 */
public record Conflict(
    NoticeRef own,
    NoticeRef other,
    TimeInterval times,
    HeightBand heights,
    boolean datumsDiffer,
    Position place,
    @Nullable ClosestApproach closest) {
  /** Soonest first, then by own and other notice: an order without ties. */
  public static final Comparator<Conflict> SOONEST_FIRST =
      Comparator.comparingLong((Conflict conflict) -> conflict.times().startUs())
          .thenComparing(Conflict::own)
          .thenComparing(Conflict::other);
}
