package hotline.line.planning;

import hotline.airspace.Cells;
import hotline.airspace.Extent;
import hotline.airspace.FlightPath;
import hotline.airspace.HeightBand;
import hotline.airspace.Outline;
import hotline.airspace.PathPoint;
import hotline.airspace.Position;
import hotline.line.disclosure.ExactVolume;
import hotline.line.terms.AgreedLine;
import hotline.line.terms.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Which agreed lines and corridors of terms a notice crosses or uses. Made once for terms, then
 * asked for each notice. Immutable.
 *
 * <p>From coarse extents it is a matter of cells: what the line's cover shares none of does not
 * cross it, every doubt may. From exact volumes it is a matter of footprints: a volume crosses that
 * reaches over the line (taken as {@value #LINE_RADIUS_MM} mm to each side, a corridor as its
 * width) in heights that the line is for. The time is that at which the unbuffered path comes
 * there, if it is known to; else that at which the volume begins.
 */
public final class Crossings {
  private static final long LINE_RADIUS_MM = 1_000;

  /** As far apart as the pieces of a line may be long, to be drawn around. */
  private static final long PIECE_MM = 100_000_000;

  /** Of one leg; a longer one has longer pieces, which are drawn only as far as they can be. */
  private static final int PIECES_MAX = 256;

  private static final double FULL_TURN_NANODEGREES = 360e9;
  private static final int COVER_LEVEL = 11;
  private static final int COVER_MAX = 512;
  private static final int PIECE_COVER_MAX = 64;

  /** The same everywhere: an agreed line, as it is drawn and covered. */
  private record Drawn(AgreedLine line, List<Outline> pieces, Cells cover) {}

  private final List<Drawn> lines;
  private final long datumMarginFt;

  /** The lines and corridors of these terms. */
  public Crossings(Terms terms) {
    lines = terms.lines().stream().map(Crossings::drawn).toList();
    datumMarginFt = terms.separation().datumMarginFt();
  }

  private static Drawn drawn(AgreedLine line) {
    long radiusMm = Math.max(LINE_RADIUS_MM, line.widthMm() / 2);
    List<Outline> pieces = new ArrayList<>();
    for (int i = 1; i < line.points().size(); i++) {
      Position from = line.points().get(i - 1);
      Position to = line.points().get(i);
      long lengthMm = from.distanceMm(to);
      int count = Math.clamp(Math.ceilDiv(lengthMm, PIECE_MM), 1, PIECES_MAX);
      long bearing = from.initialBearingMillidegrees(to);
      Position before = from;
      for (int piece = 1; piece <= count; piece++) {
        Position next = piece == count ? to : from.toward(bearing, lengthMm / count * piece);
        pieces.add(Outline.around(List.of(before, next), radiusMm));
        before = next;
      }
    }
    List<Cells> covers =
        pieces.stream().map(piece -> Cells.covering(piece, COVER_LEVEL, PIECE_COVER_MAX)).toList();
    return new Drawn(line, pieces, Cells.union(covers, COVER_MAX));
  }

  /** Whether the terms have any. */
  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /**
   * What a notice may cross, by what everyone knows of it, in the order of the terms.
   *
   * @param saidUs when the notice was signed
   */
  public List<Crossing> coarse(List<Extent> extents, long saidUs) {
    List<Crossing> found = new ArrayList<>();
    for (Drawn drawn : lines) {
      extents.stream()
          .filter(extent -> isFor(drawn.line(), extent.heights()))
          .filter(extent -> drawn.cover().meets(extent.cells()))
          .mapToLong(extent -> extent.times().startUs())
          .min()
          .ifPresent(atUs -> found.add(new Crossing(drawn.line(), false, atUs, atUs - saidUs)));
    }
    return found;
  }

  /** What exact volumes cross, in the order of the terms. */
  public List<Crossing> exact(List<ExactVolume> volumes, long saidUs) {
    List<Crossing> found = new ArrayList<>();
    for (Drawn drawn : lines) {
      volumes.stream()
          .flatMapToLong(volume -> at(drawn, volume).stream())
          .min()
          .ifPresent(atUs -> found.add(new Crossing(drawn.line(), true, atUs, atUs - saidUs)));
    }
    return found;
  }

  /**
   * What is known of another party's notice: exactly where a volume that was opened crosses, else
   * as the cells allow.
   */
  public List<Crossing> known(List<Extent> extents, List<ExactVolume> opened, long saidUs) {
    List<Crossing> coarse = coarse(extents, saidUs);
    if (coarse.isEmpty() || opened.isEmpty()) {
      return coarse;
    }
    List<Crossing> exact = exact(opened, saidUs);
    return coarse.stream()
        .map(may ->
            exact.stream().filter(each -> each.line().equals(may.line())).findFirst().orElse(may))
        .toList();
  }

  private boolean isFor(AgreedLine line, HeightBand heights) {
    return line.band().map(band -> band.overlaps(heights, datumMarginFt)).orElse(true);
  }

  private OptionalLong at(Drawn drawn, ExactVolume volume) {
    if (!isFor(drawn.line(), volume.volume().heights())
        || drawn.pieces().stream().noneMatch(volume.volume().footprint()::intersects)) {
      return OptionalLong.empty();
    }
    OptionalLong onPath = onPath(drawn, volume.path());
    return onPath.isPresent() ? onPath : OptionalLong.of(volume.volume().times().startUs());
  }

  /** When the path is first in the corridor or on the line; empty if it never is, or not known. */
  private static OptionalLong onPath(Drawn drawn, @Nullable FlightPath path) {
    if (path == null) {
      return OptionalLong.empty();
    }
    List<PathPoint> points = path.points();
    for (int i = 0; i < points.size(); i++) {
      PathPoint to = points.get(i);
      OptionalLong on = i == 0 ? OptionalLong.empty() : crossed(drawn, points.get(i - 1), to);
      if (on.isPresent()) {
        return on;
      }
      if (drawn.pieces().stream().anyMatch(piece -> piece.contains(to.position()))) {
        return OptionalLong.of(to.timeUs());
      }
    }
    return OptionalLong.empty();
  }

  /**
   * When a leg of a path comes over the middle of a line, both taken as straight in latitude and
   * longitude: for a time in minutes near enough.
   */
  private static OptionalLong crossed(Drawn drawn, PathPoint from, PathPoint to) {
    List<Position> line = drawn.line().points();
    double abX = east(from.position(), to.position());
    double abY = north(from.position(), to.position());
    double first = 2;
    for (int i = 1; i < line.size(); i++) {
      double acX = east(from.position(), line.get(i - 1));
      double acY = north(from.position(), line.get(i - 1));
      double cdX = east(line.get(i - 1), line.get(i));
      double cdY = north(line.get(i - 1), line.get(i));
      double cross = abX * cdY - abY * cdX;
      double onPath = (acX * cdY - acY * cdX) / cross;
      double onLine = (acX * abY - acY * abX) / cross;
      if (cross != 0 && onPath >= 0 && onPath <= 1 && onLine >= 0 && onLine <= 1) {
        first = Math.min(first, onPath);
      }
    }
    return first > 1
        ? OptionalLong.empty()
        : OptionalLong.of(from.timeUs() + Math.round(first * (to.timeUs() - from.timeUs())));
  }

  /** The way east, the short way round, in 10⁻⁹ degree. */
  private static double east(Position from, Position to) {
    return Math.IEEEremainder(
        (double) to.lngNanodegrees() - from.lngNanodegrees(), FULL_TURN_NANODEGREES);
  }

  private static double north(Position from, Position to) {
    return (double) to.latNanodegrees() - from.latNanodegrees();
  }
}
