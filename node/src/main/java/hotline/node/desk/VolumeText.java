package hotline.node.desk;

import hotline.airspace.Circle;
import hotline.airspace.FlightPath;
import hotline.airspace.Footprint;
import hotline.airspace.HeightBand;
import hotline.airspace.Outline;
import hotline.airspace.PathPoint;
import hotline.airspace.Position;
import hotline.airspace.TimeInterval;
import hotline.airspace.Volume;
import hotline.airspace.typed.TypedPathPoint;
import hotline.line.disclosure.ExactVolume;
import hotline.line.terms.Terms;
import hotline.node.api.Requests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Volumes as typed, read into exact ones. */
final class VolumeText {
  private VolumeText() {}

  /**
   * Reads them.
   *
   * @throws Read.NotUnderstood if a part is not in one of its forms
   * @throws IllegalArgumentException if a volume cannot be; the message says why
   */
  static List<ExactVolume> read(List<Requests.Volume> typed, Instant now, Optional<Terms> terms)
      throws Read.NotUnderstood {
    List<ExactVolume> volumes = new ArrayList<>();
    for (Requests.Volume each : typed) {
      volumes.add(read(each, now, terms));
    }
    return volumes;
  }

  private static ExactVolume read(Requests.Volume typed, Instant now, Optional<Terms> terms)
      throws Read.NotUnderstood {
    HeightBand heights = NoticeText.band(typed.floor(), typed.ceiling());
    long startUs = Read.timeUs(typed.start(), now);
    long endUs = Read.endUs(typed.end(), startUs);
    refuse(TimeInterval.check(startUs, endUs));
    return new ExactVolume(
        new Volume(footprint(typed, terms), heights, new TimeInterval(startUs, endUs)),
        path(typed.path(), heights, startUs));
  }

  private static Footprint footprint(Requests.Volume typed, Optional<Terms> terms)
      throws Read.NotUnderstood {
    List<Position> outline = new ArrayList<>();
    for (String each : typed.outline()) {
      outline.add(Read.position(each, terms));
    }
    String radius = typed.radius();
    if (radius == null || radius.isBlank()) {
      refuse(Outline.check(outline));
      return new Outline(outline);
    }
    if (outline.size() != 1) {
      throw new IllegalArgumentException(
          "Give one position and a radius, or an outline of three positions and more.");
    }
    long radiusMm = Read.distanceMm(radius);
    refuse(Circle.check(radiusMm));
    return new Circle(outline.getFirst(), radiusMm);
  }

  /** Lines of a time, a position and a height, the last in the volume's datum. */
  private static @Nullable FlightPath path(
      @Nullable List<String> lines, HeightBand heights, long startUs) throws Read.NotUnderstood {
    if (lines == null || lines.isEmpty()) {
      return null;
    }
    List<PathPoint> points = new ArrayList<>();
    for (String line : lines) {
      TypedPathPoint.Point point = Read.point(line, startUs);
      if (point.datum() != heights.datum()) {
        throw new IllegalArgumentException("Give the path in the datum of its volume.");
      }
      points.add(point.point());
    }
    refuse(FlightPath.check(points, heights.datum()));
    return new FlightPath(points, heights.datum());
  }

  private static void refuse(Optional<String> fault) {
    fault.ifPresent(sentence -> {
      throw new IllegalArgumentException(sentence);
    });
  }
}
