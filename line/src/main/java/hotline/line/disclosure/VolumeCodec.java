package hotline.line.disclosure;

import hotline.airspace.Circle;
import hotline.airspace.FlightPath;
import hotline.airspace.Footprint;
import hotline.airspace.HeightBand;
import hotline.airspace.Outline;
import hotline.airspace.PathPoint;
import hotline.airspace.Position;
import hotline.airspace.TimeInterval;
import hotline.airspace.Volume;
import hotline.line.body.Shapes;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborReader;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Decoded;
import hotline.record.cbor.Field;
import hotline.record.cbor.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code volume} of docs/format.md §7: what is committed to, and what is opened.
 *
 * <p>Total on hostile bytes: a volume that can stand, or one sentence. One volume has one form, so
 * what was read is written back to the same bytes.
 */
public final class VolumeCodec {
  /** The largest volume: 128 vertices and 32 points of path, each number at its longest. */
  public static final int BYTES_MAX = 4_096;

  private static final long ANY_LEAST = Long.MIN_VALUE;
  private static final long ANY_MOST = Long.MAX_VALUE;
  private static final int CIRCLE = 0;
  private static final int OUTLINE = 1;

  private VolumeCodec() {}

  /** The bytes of a volume. */
  public static byte[] encode(ExactVolume exact) {
    Volume volume = exact.volume();
    return CborArray.builder()
        .add(encode(volume.footprint()))
        .add(Shapes.encode(volume.heights()))
        .add(
            CborArray.of(
                CborValue.of(volume.times().startUs()), CborValue.of(volume.times().endUs())))
        .addOrNull(
            Optional.ofNullable(exact.path()),
            path -> CborArray.of(path.points(), VolumeCodec::encode))
        .build()
        .encode();
  }

  /** The volume that these bytes are, or what is wrong with them. */
  public static Decoded<ExactVolume> decode(byte[] bytes) {
    return CborReader.read(bytes, BYTES_MAX)
        .then(value -> Field.decode(value, field -> field.tuple(4, VolumeCodec::read)));
  }

  private static CborValue encode(Footprint footprint) {
    return switch (footprint) {
      case Circle(Position centre, long radiusMm) ->
          CborArray.of(
              CborValue.of(CIRCLE),
              CborValue.of(centre.latNanodegrees()),
              CborValue.of(centre.lngNanodegrees()),
              CborValue.of(radiusMm));
      case Outline outline -> {
        CborArray.Builder vertices = CborArray.builder();
        for (Position vertex : outline.vertices()) {
          vertices.add(vertex.latNanodegrees()).add(vertex.lngNanodegrees());
        }
        yield CborArray.of(CborValue.of(OUTLINE), vertices.build());
      }
    };
  }

  private static CborValue encode(PathPoint point) {
    return CborArray.of(
        CborValue.of(point.timeUs()),
        CborValue.of(point.position().latNanodegrees()),
        CborValue.of(point.position().lngNanodegrees()),
        CborValue.of(point.height()));
  }

  private static ExactVolume read(Fields at) {
    HeightBand heights = Shapes.band(at.at(1));
    TimeInterval times =
        at.tuple(
            2,
            2,
            span ->
                new TimeInterval(
                    span.integer(0, 0, TimeInterval.MAX_US),
                    span.integer(1, 0, TimeInterval.MAX_US)));
    Optional<List<PathPoint>> path =
        at.nullable(3, field -> field.list(2, ExactVolume.POINTS_MAX, VolumeCodec::readPoint));
    return new ExactVolume(
        new Volume(readFootprint(at.at(0)), heights, times),
        path.map(points -> new FlightPath(points, heights.datum())).orElse(null));
  }

  private static Footprint readFootprint(Field field) {
    boolean isCircle = field.value() instanceof CborArray array && array.size() == 4;
    return isCircle
        ? field.tuple(
            4,
            at -> {
              at.integer(0, CIRCLE, CIRCLE);
              return new Circle(position(at, 1), at.integer(3, 1, Circle.RADIUS_MAX_MM));
            })
        : field.tuple(
            2,
            at -> {
              at.integer(0, OUTLINE, OUTLINE);
              return new Outline(vertices(at.at(1)));
            });
  }

  private static List<Position> vertices(Field field) {
    List<Long> numbers =
        field.list(6, 2 * Outline.VERTICES_MAX, number -> number.integer(ANY_LEAST, ANY_MOST));
    field.require(numbers.size() % 2 == 0, "a latitude and a longitude of each vertex");
    List<Position> vertices = new ArrayList<>(numbers.size() / 2);
    for (int i = 0; i < numbers.size(); i += 2) {
      vertices.add(position(numbers.get(i), numbers.get(i + 1)));
    }
    return vertices;
  }

  private static PathPoint readPoint(Field field) {
    return field.tuple(
        4,
        at ->
            new PathPoint(
                at.integer(0, 0, TimeInterval.MAX_US),
                position(at, 1),
                at.integer(3, ANY_LEAST, ANY_MOST)));
  }

  private static Position position(Fields at, int lat) {
    return position(
        at.integer(lat, ANY_LEAST, ANY_MOST), at.integer(lat + 1L, ANY_LEAST, ANY_MOST));
  }

  /** A position in its canonical form; another form of the same place is refused. */
  static Position position(long latNanodegrees, long lngNanodegrees) {
    Position.check(latNanodegrees, lngNanodegrees)
        .ifPresent(fault -> {
          throw new IllegalArgumentException(fault);
        });
    return new Position(latNanodegrees, lngNanodegrees);
  }
}
