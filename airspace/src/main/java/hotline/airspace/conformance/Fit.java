package hotline.airspace.conformance;

import hotline.airspace.Datum;
import hotline.airspace.HeightBand;
import hotline.airspace.TimeInterval;
import hotline.airspace.Volume;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How one sighting lies to the volumes of a notice. */
public sealed interface Fit {
  /**
   * In one of them: in its footprint, its heights and its time, ends included.
   *
   * @param datumsDiffer whether the height is of another datum than the volume's, and lies in it by
   *     the margin of the terms
   */
  record Inside(boolean datumsDiffer) implements Fit {}

  /** In the footprint and the time of one, with a height that nothing can be said of. */
  record NoHeight() implements Fit {}

  /**
   * In none of them. The three are from the volume that is nearest, counted in tolerances, and each
   * is 0 where it is inside of that one.
   *
   * @param horizontalMm from its footprint
   * @param verticalFeet from its band, rounded up; null if nothing can be said of the height
   * @param timeUs after its end, or before its start if negative
   * @param datumsDiffer whether the height is of another datum than the band's: the margin of the
   *     terms was taken off
   * @param beyond whether any of the three is more than the tolerance
   */
  record Outside(
      long horizontalMm,
      @Nullable Long verticalFeet,
      long timeUs,
      boolean datumsDiffer,
      boolean beyond)
      implements Fit {}

  /**
   * Looks at all volumes.
   *
   * @param volumes at least one
   * @param datumMarginFeet the terms' margin, used where a height is known only in the other datum
   */
  static Fit of(
      Sighting sighting, List<Volume> volumes, Tolerance tolerance, long datumMarginFeet) {
    if (volumes.isEmpty()) {
      throw new IllegalArgumentException("give at least one volume");
    }
    boolean mayBeInside = false;
    double least = Double.POSITIVE_INFINITY;
    Outside nearest = new Outside(0, null, 0, false, true);
    for (Volume volume : volumes) {
      long timeUs = outsideUs(volume.times(), sighting.timeUs());
      if (tolerance.times(0, 0, Math.abs(timeUs)) >= least) {
        continue;
      }
      Vertical vertical = Vertical.of(volume.heights(), sighting, datumMarginFeet);
      long feet = vertical.feet == null ? 0 : vertical.feet;
      if (tolerance.times(0, feet, Math.abs(timeUs)) >= least) {
        continue;
      }
      long mm = volume.footprint().distanceMm(sighting.position());
      if (mm == 0 && feet == 0 && timeUs == 0) {
        if (vertical.feet != null) {
          return new Inside(vertical.datumsDiffer);
        }
        mayBeInside = true;
        continue;
      }
      double times = tolerance.times(mm, feet, Math.abs(timeUs));
      if (times < least) {
        least = times;
        nearest = new Outside(mm, vertical.feet, timeUs, vertical.datumsDiffer, times > 1);
      }
    }
    return mayBeInside ? new NoHeight() : nearest;
  }

  /** After its end; before its start if negative; 0 in it, ends included. */
  private static long outsideUs(TimeInterval times, long atUs) {
    return atUs > times.endUs() ? atUs - times.endUs() : Math.min(0, atUs - times.startUs());
  }

  /**
   * How a height lies to a band.
   *
   * @param feet outside; null if nothing can be said
   */
  record Vertical(@Nullable Long feet, boolean datumsDiffer) {
    private static final Vertical UNKNOWN = new Vertical(null, false);

    static Vertical of(HeightBand band, Sighting sighting, long datumMarginFeet) {
      Datum datum = band.datum();
      OptionalLong same = sighting.height(datum);
      if (same.isPresent()) {
        return known(band.outsideFeet(datum, same.getAsLong(), 0), false);
      }
      Datum other = datum == Datum.W84 ? Datum.STANDARD_PRESSURE : Datum.W84;
      OptionalLong height = sighting.height(other);
      return height.isEmpty()
          ? UNKNOWN
          : known(band.outsideFeet(other, height.getAsLong(), datumMarginFeet), true);
    }

    private static Vertical known(OptionalLong feet, boolean datumsDiffer) {
      return feet.isEmpty() ? UNKNOWN : new Vertical(feet.getAsLong(), datumsDiffer);
    }
  }
}
