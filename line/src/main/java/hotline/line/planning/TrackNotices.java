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

  /** Everything this far from one place is within 250 km of the middle of all: {@link Outline}. */
  private static final long REACH_MAX_MM = 125_000_000;

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
    for (Piece piece : pieces(path, planning.segmentUs())) {
      if (volumes.size() == limits.volumesPerNotice()) {
        return new Result.Refused(
            "too-many-volumes",
            "Declare the flight in several notices: the terms allow %d volumes in one."
                .formatted(limits.volumesPerNotice()));
      }
      if (isWide(piece.points())) {
        return new Result.Refused(
            "piece-too-wide",
            "Give more points: what one volume holds must stay within 125 km of where it begins.");
      }
      Optional<HeightBand> heights = heights(piece, path.datum(), separation.bufferVerticalFt());
      if (heights.isEmpty()) {
        return new Result.Refused(
            "height-out-of-range", "Give heights that have room for the buffer above and below.");
      }
      volumes.add(volume(piece.points(), path.datum(), heights.get(), separation));
    }
    return new Result.Volumes(List.copyOf(volumes));
  }

  /** Whether a piece goes farther than one outline can be drawn around. */
  private static boolean isWide(List<PathPoint> piece) {
    Position begin = piece.getFirst().position();
    return piece.stream().anyMatch(point -> begin.distanceMm(point.position()) > REACH_MAX_MM);
  }

  /** A piece of a path, and the heights that it certainly stays within. */
  private record Piece(List<PathPoint> points, long lowest, long highest) {}

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
  private static List<Piece> pieces(FlightPath path, long segmentUs) {
    List<PathPoint> points = path.points();
    List<Piece> pieces = new ArrayList<>();
    Cut begin = Cut.at(points.getFirst());
    int next = 1;
    while (next < points.size()) {
      long limitUs = begin.point().timeUs() + segmentUs;
      List<PathPoint> piece = new ArrayList<>(List.of(begin.point()));
      long lowest = begin.lowest();
      long highest = begin.highest();
      while (next < points.size()
          && points.get(next).timeUs() <= limitUs
          && piece.size() < ExactVolume.POINTS_MAX) {
        PathPoint point = points.get(next++);
        piece.add(point);
        lowest = Math.min(lowest, point.height());
        highest = Math.max(highest, point.height());
      }
      begin = Cut.at(piece.getLast());
      if (next < points.size()
          && piece.size() < ExactVolume.POINTS_MAX
          && begin.point().timeUs() < limitUs) {
        begin = Cut.between(points.get(next - 1), points.get(next), path.at(limitUs).orElseThrow());
        piece.add(begin.point());
        lowest = Math.min(lowest, begin.lowest());
        highest = Math.max(highest, begin.highest());
      }
      pieces.add(new Piece(piece, lowest, highest));
    }
    return pieces;
  }

  /**
   * Where one piece ends and the next begins. Between two points of the path its height was
   * rounded, so the flight may be a unit higher or lower there, but not beyond the two points:
   * flights that are exactly at the minimum must not meet by rounding.
   */
  private record Cut(PathPoint point, long lowest, long highest) {
    static Cut at(PathPoint point) {
      return new Cut(point, point.height(), point.height());
    }

    static Cut between(PathPoint before, PathPoint after, PathPoint point) {
      return new Cut(
          point,
          Math.max(Math.min(before.height(), after.height()), point.height() - 1),
          Math.min(Math.max(before.height(), after.height()), point.height() + 1));
    }
  }

  private static Optional<HeightBand> heights(Piece piece, Datum datum, long bufferFt) {
    long buffer =
        switch (datum) {
          case STANDARD_PRESSURE -> bufferFt;
          case W84 -> Math.ceilDiv(bufferFt * TENTHS_OF_MM_PER_FOOT, 10L);
        };
    long floor = piece.lowest() - buffer;
    long ceiling = Math.max(piece.highest() + buffer, floor + 1);
    return HeightBand.check(datum, floor, ceiling).isPresent()
        ? Optional.empty()
        : Optional.of(new HeightBand(datum, floor, ceiling));
  }
}
