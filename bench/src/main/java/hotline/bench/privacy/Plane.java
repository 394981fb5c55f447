package hotline.bench.privacy;

import hotline.airspace.Cells;
import hotline.airspace.Position;
import java.util.List;

/**
 * Places on a flat map, in km: good to half a percent over a country, which is far less than what
 * is measured here.
 */
final class Plane {
  private static final double KM_PER_DEGREE = 111.195;
  private static final double NANO = 1e-9;
  private static final double ORIGIN_LAT = 46.8;
  private static final double ORIGIN_LNG = 8.2;
  private static final double NARROWING = Math.cos(Math.toRadians(ORIGIN_LAT));

  private Plane() {}

  /** A place. */
  record Spot(double east, double north) {
    double distance(Spot other) {
      return Math.hypot(east - other.east, north - other.north);
    }

    Spot plus(Spot other, double times) {
      return new Spot(east + times * other.east, north + times * other.north);
    }

    Spot minus(Spot other) {
      return new Spot(east - other.east, north - other.north);
    }

    Spot mid(Spot other) {
      return new Spot((east + other.east) / 2, (north + other.north) / 2);
    }

    /** The least distance to the way from one spot to another. */
    double distance(Spot from, Spot to) {
      Spot along = to.minus(from);
      double length = along.east * along.east + along.north * along.north;
      Spot here = minus(from);
      double part = (here.east * along.east + here.north * along.north) / length;
      return length == 0 ? distance(from) : distance(from.plus(along, Math.clamp(part, 0, 1)));
    }
  }

  static Spot spot(long latNanodegrees, long lngNanodegrees) {
    return new Spot(
        (lngNanodegrees * NANO - ORIGIN_LNG) * KM_PER_DEGREE * NARROWING,
        (latNanodegrees * NANO - ORIGIN_LAT) * KM_PER_DEGREE);
  }

  /** Area in km², and where its middle is. */
  record Patch(double area, Spot middle) {}

  static Patch patch(long[] cells) {
    double area = 0;
    Spot sum = new Spot(0, 0);
    for (long cell : cells) {
      Patch one = patch(Cells.corners(cell));
      area += one.area;
      sum = sum.plus(one.middle, one.area);
    }
    return new Patch(area, new Spot(sum.east / area, sum.north / area));
  }

  private static Patch patch(List<Position> corners) {
    double area = 0;
    Spot sum = new Spot(0, 0);
    for (int i = 0; i < corners.size(); i++) {
      Spot one = spot(corners.get(i));
      Spot next = spot(corners.get((i + 1) % corners.size()));
      area += one.east * next.north - next.east * one.north;
      sum = sum.plus(one, 1.0 / corners.size());
    }
    return new Patch(Math.abs(area) / 2, sum);
  }

  private static Spot spot(Position position) {
    return spot(position.latNanodegrees(), position.lngNanodegrees());
  }
}
