package hotline.line.disclosure;

import hotline.airspace.Circle;
import hotline.airspace.Datum;
import hotline.airspace.FlightPath;
import hotline.airspace.Footprint;
import hotline.airspace.HeightBand;
import hotline.airspace.Outline;
import hotline.airspace.PathPoint;
import hotline.airspace.Position;
import hotline.airspace.TimeInterval;
import hotline.airspace.Volume;
import hotline.line.body.EntityId;
import hotline.line.body.NoticeRef;
import hotline.record.statement.LineId;
import hotline.testkit.Chance;
import java.util.ArrayList;
import java.util.List;

/** Random volumes near one another, and names for them. */
public final class Draws {
  /** 2026-01-01T00:00Z. */
  public static final long NEW_YEAR_US = 1_767_225_600_000_000L;

  private static final long SECOND_US = 1_000_000;

  private Draws() {}

  /** Some volumes within some sixty kilometres and ten minutes, of one or both datums. */
  public static List<ExactVolume> volumes(Chance chance, int most) {
    List<ExactVolume> volumes = new ArrayList<>();
    for (long i = chance.between(1, most); i > 0; i--) {
      volumes.add(volume(chance));
    }
    return volumes;
  }

  /** One such volume. */
  public static ExactVolume volume(Chance chance) {
    return volume(chance, chance.oneIn(3) ? Datum.W84 : Datum.STANDARD_PRESSURE);
  }

  /** One such volume in this datum. */
  public static ExactVolume volume(Chance chance, Datum datum) {
    List<PathPoint> points = new ArrayList<>();
    long timeUs = NEW_YEAR_US + chance.between(0, 600) * SECOND_US;
    long lat = 47_000_000_000L + chance.between(-300_000_000, 300_000_000);
    long lng = 8_000_000_000L + chance.between(-400_000_000, 400_000_000);
    long unit = datum == Datum.W84 ? 304 : 1;
    long height = (30_000 + chance.between(0, 60) * 100) * unit;
    long lowest = height;
    long highest = height;
    for (long i = chance.between(2, 13); i > 0; i--) {
      points.add(new PathPoint(timeUs, new Position(lat, lng), height));
      lowest = Math.min(lowest, height);
      highest = Math.max(highest, height);
      timeUs += chance.between(1, 10_000_000);
      lat += chance.between(-20_000_000, 20_000_000);
      lng += chance.between(-20_000_000, 20_000_000);
      height += chance.between(-3, 3) * 25 * unit;
    }
    FlightPath path = new FlightPath(points, datum);
    List<Position> places = points.stream().map(PathPoint::position).distinct().toList();
    long radiusMm = chance.between(1_000_000, 10_000_000);
    Footprint footprint =
        chance.oneIn(3)
            ? new Circle(places.getFirst(), radiusMm)
            : Outline.around(places, radiusMm);
    Volume volume =
        new Volume(
            footprint,
            new HeightBand(datum, lowest - 500 * unit, highest + 500 * unit),
            new TimeInterval(path.times().startUs() - 30_000_000, path.times().endUs() + 1));
    return new ExactVolume(volume, chance.oneIn(4) ? null : path);
  }

  /** Any version of any notice. */
  public static NoticeRef notice(Chance chance) {
    return new NoticeRef(
        new EntityId(chance.bytes(EntityId.LENGTH)), chance.between(1, NoticeRef.VERSION_MAX));
  }

  /** Any version of any notice of a party on a line. */
  public static Subject subject(Chance chance, String party) {
    return new Subject(LineId.of(chance.bytes(LineId.BYTES)), party, notice(chance));
  }

  /** Any secret. */
  public static DisclosureSecret secret(Chance chance) {
    return new DisclosureSecret(chance.bytes(DisclosureSecret.LENGTH));
  }
}
