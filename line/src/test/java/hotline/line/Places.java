package hotline.line;

import hotline.airspace.Cells;
import hotline.airspace.Circle;
import hotline.airspace.Datum;
import hotline.airspace.Extent;
import hotline.airspace.HeightBand;
import hotline.airspace.Position;
import hotline.airspace.TimeInterval;
import hotline.line.body.EntityId;
import hotline.line.body.NoticeBody;
import hotline.line.terms.ReferencePoint;
import hotline.line.terms.Zone;
import hotline.record.merkle.Merkle;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Places and notices for tests: whole degrees, whole minutes, whole levels. */
final class Places {
  static final long MINUTE_US = 60_000_000;
  private static final long DEGREE = 1_000_000_000;
  private static final Map<List<Integer>, Cells> CELLS = new HashMap<>();

  private Places() {}

  static Position position(int lat, int lng) {
    return new Position(lat * DEGREE, lng * DEGREE);
  }

  /** Cells of level 10 or coarser around a position of whole degrees. */
  static synchronized Cells cells(int lat, int lng, int radiusKm) {
    return CELLS.computeIfAbsent(
        List.of(lat, lng, radiusKm),
        _ -> Cells.covering(new Circle(position(lat, lng), radiusKm * 1_000_000L), 10, 32));
  }

  static Zone zone(String name, int lng) {
    return new Zone(
        name,
        "Zone " + name,
        cells(46, lng, 300),
        List.of(position(44, lng - 3), position(44, lng + 3), position(48, lng)));
  }

  static ReferencePoint point(String name, int lat, int lng) {
    return new ReferencePoint(name, "Point " + name, position(lat, lng));
  }

  /** Some 5 km around a place, one flight level of 1,000 ft, ten minutes. */
  static Extent extent(int lat, int lng, int level, long minute) {
    long startUs = TestLine.NOON_US + minute * MINUTE_US;
    return new Extent(
        cells(lat, lng, 5),
        new HeightBand(Datum.STANDARD_PRESSURE, level * 1_000L, (level + 1) * 1_000L),
        new TimeInterval(startUs, startUs + 10 * MINUTE_US));
  }

  static EntityId entity(long number) {
    return new EntityId(ByteBuffer.allocate(16).putLong(number).putLong(~number).array());
  }

  static NoticeBody.Declare declare(long entity, long version, Extent... extents) {
    return declare(entity, version, "transit", extents);
  }

  static NoticeBody.Declare declare(long entity, long version, String category, Extent... extents) {
    return new NoticeBody.Declare(
        entity(entity),
        version,
        category,
        List.of(extents),
        Merkle.EMPTY_ROOT,
        4,
        Optional.empty());
  }
}
