package hotline.line.planning;

import hotline.airspace.Circle;
import hotline.airspace.Datum;
import hotline.airspace.FlightPath;
import hotline.airspace.HeightBand;
import hotline.airspace.Outline;
import hotline.airspace.PathPoint;
import hotline.airspace.Position;
import hotline.airspace.TimeInterval;
import hotline.airspace.Volume;
import hotline.line.disclosure.ExactVolume;
import hotline.line.terms.Limits;
import hotline.line.terms.Planning;
import hotline.line.terms.Separation;
import hotline.traffic.RecordedTrack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The volumes of a flight by the terms: the path cut into pieces of at most the terms' length, each
 * with the buffers around it and the piece itself kept inside.
 *
 * <p>Where twice each buffer is at least the minimum, two flights that are inside both minima at
 * some common instant have volumes that overlap: each footprint holds all within its buffer of its
 * path, each band all within its buffer of the heights flown, and both pieces run at that instant.
 */
public final class TrackNotices {
  /**
   * Added to the horizontal buffer, 10 m: flights evenly moved in latitude and longitude, as
   * recordings are interpolated, stray from the geodesics of a path by up to 8 m over legs of a
   * minute (0.2 m over 10 s), and no such difference may hide a conflict.
   */
  static final long INTERPOLATION_MARGIN_MM = 10_000;

  private static final long TENTHS_OF_MM_PER_FOOT = 3_048;

  private TrackNotices() {}

  /** What became of a path. */
  public sealed interface Result {
    /** Its volumes, in the order of time. */
    record Volumes(List<ExactVolume> volumes) implements Result {}

    /** Why the terms or the formats have no place for it, and what to do. */
    record Refused(String code, String sentence) implements Result {}
  }

  /** A recorded track as a path; empty if it has one point only: that is no flight. */
  public static Optional<FlightPath> path(RecordedTrack track) {
    return track.points().size() < 2
        ? Optional.empty()
        : Optional.of(
            new FlightPath(
                track.points().stream()
                    .map(point ->
                        new PathPoint(
                            point.timeUs(),
                            new Position(point.latNanodegrees(), point.lngNanodegrees()),
                            point.heightFt()))
                    .toList(),
                Datum.STANDARD_PRESSURE));
  }

  /** The volumes of a path by these terms. */
  public static Result volumes(
      FlightPath path, Separation separation, Planning planning, Limits limits) {
    List<ExactVolume> volumes = new ArrayList<>();
    TimeInterval times = path.times().widenedBy(separation.bufferTimeUs());
    if (times.endUs() - times.startUs() > limits.noticeDurationUs()) {
      return new Result.Refused(
          "notice-too-long",
          "Declare the flight in several notices: the terms bound their length.");
    }
    for (List<PathPoint> piece : pieces(path, planning.segmentUs())) {
      if (volumes.size() == limits.volumesPerNotice()) {
        return new Result.Refused(
            "too-many-volumes",
            "Declare the flight in several notices: the terms allow %d volumes in one."
                .formatted(limits.volumesPerNotice()));
      }
      Optional<HeightBand> heights = heights(piece, path, separation.bufferVerticalFt());
      if (heights.isEmpty()) {
        return new Result.Refused(
            "height-out-of-range", "Give heights that have room for the buffer above and below.");
      }
      volumes.add(volume(piece, path.datum(), heights.get(), separation));
    }
    return new Result.Volumes(List.copyOf(volumes));
  }

  private static ExactVolume volume(
      List<PathPoint> piece, Datum datum, HeightBand heights, Separation separation) {
    FlightPath path = new FlightPath(piece, datum);
    long aroundMm = separation.bufferHorizontalMm() + INTERPOLATION_MARGIN_MM;
    List<Position> places = piece.stream().map(PathPoint::position).distinct().toList();
    return new ExactVolume(
        new Volume(
            places.size() == 1
                ? new Circle(places.getFirst(), aroundMm)
                : Outline.around(places, aroundMm),
            heights,
            path.times().widenedBy(separation.bufferTimeUs())),
        path);
  }

  /**
   * The pieces, each beginning where the one before ends; shorter than the terms' length where it
   * would have more points than a piece may have.
   */
  private static List<List<PathPoint>> pieces(FlightPath path, long segmentUs) {
    List<PathPoint> points = path.points();
    List<List<PathPoint>> pieces = new ArrayList<>();
    PathPoint begin = points.getFirst();
    int next = 1;
    while (next < points.size()) {
      long limitUs = begin.timeUs() + segmentUs;
      List<PathPoint> piece = new ArrayList<>(List.of(begin));
      while (next < points.size()
          && points.get(next).timeUs() <= limitUs
          && piece.size() < ExactVolume.POINTS_MAX) {
        piece.add(points.get(next++));
      }
      if (next < points.size()
          && piece.size() < ExactVolume.POINTS_MAX
          && piece.getLast().timeUs() < limitUs) {
        piece.add(path.at(limitUs).orElseThrow());
      }
      pieces.add(piece);
      begin = piece.getLast();
    }
    return pieces;
  }

  /**
   * The heights of a piece with the buffer, and one unit more: where the path was cut between two
   * points, the height there was rounded.
   */
  private static Optional<HeightBand> heights(
      List<PathPoint> piece, FlightPath path, long bufferFt) {
    Datum datum = path.datum();
    long buffer =
        switch (datum) {
          case STANDARD_PRESSURE -> bufferFt;
          case W84 -> Math.ceilDiv(bufferFt * TENTHS_OF_MM_PER_FOOT, 10L);
        };
    long lowest = Long.MAX_VALUE;
    long highest = Long.MIN_VALUE;
    for (PathPoint point : piece) {
      lowest = Math.min(lowest, point.height());
      highest = Math.max(highest, point.height());
    }
    long floor = lowest - buffer - 1;
    long ceiling = highest + buffer + 1;
    return HeightBand.check(datum, floor, ceiling).isPresent()
        ? Optional.empty()
        : Optional.of(new HeightBand(datum, floor, ceiling));
  }
}
