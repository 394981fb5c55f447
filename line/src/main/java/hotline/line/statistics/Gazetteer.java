package hotline.line.statistics;

import hotline.airspace.Cells;
import hotline.airspace.Position;
import hotline.line.terms.ReferencePoint;
import hotline.line.terms.Terms;
import hotline.line.terms.Zone;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Names places by terms: the first zone, in the terms' order, that something is in; else the
 * nearest reference point.
 *
 * <p>Nearest is by differences of latitude, and of longitude times the cosine of the latitude to a
 * whole degree: in whole numbers, and near enough for a name.
 */
final class Gazetteer {
  /** Places of cells that are kept to be found again; when there are more, all are dropped. */
  private static final int KNOWN_MAX = 65_536;

  private static final long NANODEGREES_IN_MICRO = 1_000;
  private static final long MICRODEGREES_IN_DEGREE = 1_000_000;
  private static final long TURN = 360 * MICRODEGREES_IN_DEGREE;

  /** Millionths, by whole degree. */
  private static final long[] COSINES =
      IntStream.rangeClosed(0, 90)
          .mapToLong(degree -> Math.round(1e6 * StrictMath.cos(Math.toRadians(degree))))
          .toArray();

  private final Terms terms;
  private final Map<Long, Place> known = new HashMap<>();

  Gazetteer(Terms terms) {
    this.terms = terms;
  }

  /** The place of cells: that of the one in their middle. */
  Place of(Cells cells) {
    long cell = cells.id(cells.count() / 2);
    if (known.size() >= KNOWN_MAX) {
      known.clear();
    }
    return known.computeIfAbsent(
        cell,
        id -> {
          Cells one = Cells.of(id);
          return find(zone -> zone.cells().meets(one), Cells.corners(id).getFirst());
        });
  }

  /** The place of a position. */
  Place of(Position position) {
    return find(zone -> zone.cells().contains(position), position);
  }

  private Place find(Predicate<Zone> isIn, Position position) {
    for (Zone zone : terms.zones()) {
      if (isIn.test(zone)) {
        return new Place(Place.Sort.ZONE, zone.zone());
      }
    }
    Place nearest = Place.NOWHERE;
    long least = Long.MAX_VALUE;
    for (ReferencePoint point : terms.points()) {
      long square = square(position, point.position());
      if (square < least) {
        least = square;
        nearest = new Place(Place.Sort.NEAR, point.name());
      }
    }
    return nearest;
  }

  /** Of the distance, in square microdegrees: less than 10¹⁷. */
  static long square(Position a, Position b) {
    long latA = Math.floorDiv(a.latNanodegrees(), NANODEGREES_IN_MICRO);
    long latB = Math.floorDiv(b.latNanodegrees(), NANODEGREES_IN_MICRO);
    long apart =
        Math.abs(
            Math.floorDiv(a.lngNanodegrees(), NANODEGREES_IN_MICRO)
                - Math.floorDiv(b.lngNanodegrees(), NANODEGREES_IN_MICRO));
    long lng = Math.min(apart, TURN - apart);
    long degree = Math.abs(latA + latB) / 2 / MICRODEGREES_IN_DEGREE;
    long across = lng * COSINES[(int) degree] / MICRODEGREES_IN_DEGREE;
    long along = latA - latB;
    return along * along + across * across;
  }
}
