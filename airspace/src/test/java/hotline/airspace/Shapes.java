package hotline.airspace;

import hotline.testkit.Chance;
import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;

/**
 * Drawn shapes, and an oracle that shares nothing with the product but GeographicLib: it walks
 * outlines in small steps along their geodesics and never uses a vector.
 */
final class Shapes {
  static final long DEGREE = 1_000_000_000L;

  private Shapes() {}

  static Position at(double lat, double lng) {
    return Position.ofDegrees(lat, lng);
  }

  /** Anywhere; often near a pole, the antimeridian or the equator. */
  static Position anywhere(Chance chance) {
    double lat =
        switch ((int) chance.between(0, 3)) {
          case 0 -> 90 - chance.fraction() * 2;
          case 1 -> -90 + chance.fraction() * chance.fraction() * 0.1;
          case 2 -> chance.fraction() * 2 - 1;
          default -> chance.fraction() * 180 - 90;
        };
    double lng = chance.oneIn(3) ? 180 + chance.fraction() * 2 - 1 : chance.fraction() * 360 - 180;
    return at(lat, lng);
  }

  /** {@code metres} away in the direction {@code azimuth} (degrees). */
  static Position away(Position place, double azimuth, double metres) {
    GeodesicData there =
        Geodesic.WGS84.Direct(place.latDegrees(), place.lngDegrees(), azimuth, metres);
    return at(there.lat2, there.lon2);
  }

  static GeodesicLine line(Position a, Position b) {
    return Geodesic.WGS84.InverseLine(
        a.latDegrees(), a.lngDegrees(), b.latDegrees(), b.lngDegrees());
  }

  static GeodesicData inverse(Position a, Position b) {
    return Geodesic.WGS84.Inverse(a.latDegrees(), a.lngDegrees(), b.latDegrees(), b.lngDegrees());
  }

  /** A star-shaped outline around {@code middle}, so one that does not cross itself. */
  static Outline star(Chance chance, Position middle, double sizeM, int corners) {
    List<Position> vertices = new ArrayList<>();
    double turn = chance.fraction() * 360;
    for (int i = 0; i < corners; i++) {
      double azimuth = turn + 360.0 * (i + 0.6 * chance.fraction()) / corners;
      vertices.add(away(middle, azimuth, sizeM * (0.5 + 0.5 * chance.fraction())));
    }
    return new Outline(chance.oneIn(2) ? vertices : vertices.reversed());
  }

  static Footprint any(Chance chance, Position middle, double sizeM) {
    return chance.oneIn(3)
        ? new Circle(middle, Math.round(1000 * sizeM))
        : star(chance, middle, sizeM, (int) chance.between(4, 12));
  }

  /** Points of the border, at most {@code stepM} apart. */
  static List<Position> border(Footprint footprint, double stepM) {
    List<Position> points = new ArrayList<>();
    switch (footprint) {
      case Circle circle -> {
        double radius = circle.radiusMm() / 1000.0;
        int steps = (int) Math.ceil(2 * Math.PI * radius / stepM);
        for (int i = 0; i < steps; i++) {
          points.add(away(circle.centre(), 360.0 * i / steps, radius));
        }
      }
      case Outline outline -> {
        List<Position> vertices = outline.vertices();
        for (int i = 0; i < vertices.size(); i++) {
          GeodesicLine side = line(vertices.get(i), vertices.get((i + 1) % vertices.size()));
          int steps = (int) Math.ceil(side.Distance() / stepM);
          for (int k = 0; k < steps; k++) {
            GeodesicData point = side.Position(side.Distance() * k / steps);
            points.add(at(point.lat2, point.lon2));
          }
        }
      }
    }
    return points;
  }

  /**
   * Inside, by distance for a circle and by the sum of turns seen from the place for an outline.
   */
  static boolean inside(Footprint footprint, List<Position> border, Position place) {
    if (footprint instanceof Circle circle) {
      return inverse(circle.centre(), place).s12 <= circle.radiusMm() / 1000.0;
    }
    double turns = 0;
    double before = inverse(place, border.getLast()).azi1;
    for (Position point : border) {
      double azimuth = inverse(place, point).azi1;
      turns += Math.IEEEremainder(azimuth - before, 360);
      before = azimuth;
    }
    return Math.abs(turns) > 180;
  }

  /** The least distance between two sets of points, in metres. */
  static double leastM(List<Position> a, List<Position> b) {
    double least = Double.MAX_VALUE;
    for (Position p : a) {
      for (Position q : b) {
        // Far in latitude is far enough: a degree is never below 110 km.
        if (Math.abs(p.latDegrees() - q.latDegrees()) * 110_000 < least) {
          least = Math.min(least, inverse(p, q).s12);
        }
      }
    }
    return least;
  }
}
