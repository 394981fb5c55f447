package hotline.line.planning;

import hotline.airspace.Circle;
import hotline.airspace.Footprint;
import hotline.airspace.Outline;
import hotline.airspace.Position;
import hotline.airspace.Separation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A place that two intersecting footprints share, for a person to look at on a map.
 *
 * <p>The middle of what corners, centres and points of a rim of one lie in the other; where none
 * does, sides cross, and the crossing is worked on the plane of latitude and longitude; where they
 * do not quite, it is the corner that is nearest to the other footprint. A rim is taken as {@value
 * #RIM_POINTS} points, so all this is right to about a thousandth of the size of the footprints.
 */
final class CommonPlace {
  private static final int RIM_POINTS = 64;
  private static final double FULL_TURN_NANODEGREES = 360e9;

  private CommonPlace() {}

  static Position of(Footprint one, Footprint other) {
    List<Position> shared = new ArrayList<>();
    places(one).filter(other::contains).forEach(shared::add);
    places(other).filter(one::contains).forEach(shared::add);
    if (shared.isEmpty()) {
      shared.addAll(crossings(corners(one), corners(other)));
    }
    return shared.isEmpty() ? nearest(one, other) : middle(shared, one, other);
  }

  /** The middle of the places, if both hold it (they do where both are convex); else the first. */
  private static Position middle(List<Position> places, Footprint one, Footprint other) {
    Position first = places.getFirst();
    double lat = 0;
    double lng = 0;
    for (Position place : places) {
      lat += (double) place.latNanodegrees() / places.size();
      lng += along(first, place) / places.size();
    }
    Position middle = at(lat, first.lngNanodegrees() + lng);
    return one.contains(middle) && other.contains(middle) ? middle : first;
  }

  private static Stream<Position> places(Footprint footprint) {
    return switch (footprint) {
      case Circle circle -> Stream.concat(Stream.of(circle.centre()), corners(circle).stream());
      case Outline outline -> outline.vertices().stream();
    };
  }

  private static List<Position> corners(Footprint footprint) {
    return switch (footprint) {
      case Circle circle ->
          IntStream.range(0, RIM_POINTS)
              .mapToObj(i -> circle.centre().toward(i * 360_000L / RIM_POINTS, circle.radiusMm()))
              .toList();
      case Outline outline -> outline.vertices();
    };
  }

  private static List<Position> crossings(List<Position> ones, List<Position> others) {
    List<Position> found = new ArrayList<>();
    for (int i = 0; i < ones.size(); i++) {
      for (int j = 0; j < others.size(); j++) {
        Position a = ones.get(i);
        Position b = ones.get((i + 1) % ones.size());
        Position c = others.get(j);
        Position d = others.get((j + 1) % others.size());
        double abX = along(a, b);
        double abY = (double) b.latNanodegrees() - a.latNanodegrees();
        double acX = along(a, c);
        double acY = (double) c.latNanodegrees() - a.latNanodegrees();
        double cdX = along(c, d);
        double cdY = (double) d.latNanodegrees() - c.latNanodegrees();
        double cross = abX * cdY - abY * cdX;
        double onAb = (acX * cdY - acY * cdX) / cross;
        double onCd = (acX * abY - acY * abX) / cross;
        if (cross != 0 && onAb >= 0 && onAb <= 1 && onCd >= 0 && onCd <= 1) {
          found.add(at(a.latNanodegrees() + onAb * abY, a.lngNanodegrees() + onAb * abX));
        }
      }
    }
    return found;
  }

  private static Position nearest(Footprint one, Footprint other) {
    return Stream.concat(places(one), places(other))
        .min(Comparator.comparingLong(place -> apartMm(place, one) + apartMm(place, other)))
        .orElseThrow();
  }

  private static long apartMm(Position place, Footprint footprint) {
    return Separation.horizontalMm(new Circle(place, 1), footprint);
  }

  /** The way east from one to the other, the short way round. */
  private static double along(Position from, Position to) {
    return Math.IEEEremainder(
        (double) to.lngNanodegrees() - from.lngNanodegrees(), FULL_TURN_NANODEGREES);
  }

  private static Position at(double lat, double lng) {
    return new Position(
        Math.clamp(Math.round(lat), -Position.LAT_MAX_NANODEGREES, Position.LAT_MAX_NANODEGREES),
        Math.round(Math.IEEEremainder(lng, FULL_TURN_NANODEGREES)));
  }
}
