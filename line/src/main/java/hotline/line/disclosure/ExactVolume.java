package hotline.line.disclosure;

import hotline.airspace.FlightPath;
import hotline.airspace.HeightBand;
import hotline.airspace.TimeInterval;
import hotline.airspace.Volume;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A volume as its issuer knows it: buffered, and with the unbuffered piece of path that it was
 * drawn around, where there is one. Private, until opened to one party.
 *
 * @param path within the volume's times and heights, in its datum; 2 to {@link #POINTS_MAX} points.
 *     That it also lies within the footprint is the issuer's word
 */
public record ExactVolume(Volume volume, @Nullable FlightPath path) {
  /** The most points a piece of path has. */
  public static final int POINTS_MAX = 32;

  /** Refuses a path that is not of this volume. */
  public ExactVolume {
    if (path != null) {
      String fault = fault(volume, path);
      if (fault != null) {
        throw new IllegalArgumentException(fault);
      }
    }
  }

  /** The same volume so much later and higher; empty if that cannot be written. */
  public Optional<ExactVolume> moved(long laterUs, long higher) {
    HeightBand heights = volume.heights();
    TimeInterval times = volume.times();
    long floor = heights.floor() + higher;
    long ceiling = heights.ceiling() + higher;
    long startUs = times.startUs() + laterUs;
    long endUs = times.endUs() + laterUs;
    if (HeightBand.check(heights.datum(), floor, ceiling).isPresent()
        || TimeInterval.check(startUs, endUs).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new ExactVolume(
            new Volume(
                volume.footprint(),
                new HeightBand(heights.datum(), floor, ceiling),
                new TimeInterval(startUs, endUs)),
            path == null ? null : path.shifted(laterUs, higher)));
  }

  private static @Nullable String fault(Volume volume, FlightPath path) {
    if (path.points().size() > POINTS_MAX) {
      return "give a path of at most " + POINTS_MAX + " points, not " + path.points().size();
    }
    HeightBand heights = volume.heights();
    if (path.datum() != heights.datum()) {
      return "give the path in the datum of its volume";
    }
    boolean inside =
        path.times().startUs() >= volume.times().startUs()
            && path.times().endUs() <= volume.times().endUs()
            && path.points().stream()
                .allMatch(point ->
                    point.height() >= heights.floor() && point.height() <= heights.ceiling());
    return inside ? null : "give a path within the times and heights of its volume";
  }
}
