package hotline.line.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hotline.airspace.Circle;
import hotline.airspace.Datum;
import hotline.airspace.FlightPath;
import hotline.airspace.HeightBand;
import hotline.airspace.Outline;
import hotline.airspace.PathPoint;
import hotline.airspace.Position;
import hotline.airspace.TimeInterval;
import hotline.airspace.Volume;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborNull;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Decoded;
import hotline.testkit.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One form for each volume, and no bytes that do harm. */
class VolumeCodecTest {
  static LongStream seeds() {
    return Chance.seeds();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsWrittenIsReadBack(long seed) {
    ExactVolume volume = Draws.volume(Chance.of(seed));
    assertThat(VolumeCodec.decode(VolumeCodec.encode(volume)).orElseThrow()).isEqualTo(volume);
  }

  /** Whatever is read is written back to the same bytes; nothing throws. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void changedBytesAreAFaultOrAnotherVolumeInItsOneForm(long seed) {
    Chance chance = Chance.of(seed);
    byte[] bytes = VolumeCodec.encode(Draws.volume(chance));
    for (int i = 0; i < 40; i++) {
      byte[] changed = bytes.clone();
      for (long j = chance.between(1, 3); j > 0; j--) {
        changed[(int) chance.between(0, changed.length - 1)] = chance.bytes(1)[0];
      }
      if (VolumeCodec.decode(changed) instanceof Decoded.Value<ExactVolume>(ExactVolume read)) {
        assertThat(VolumeCodec.encode(read)).isEqualTo(changed);
      }
    }
    assertThat(VolumeCodec.decode(chance.bytes((int) chance.between(0, 200))).fault()).isPresent();
  }

  @Test
  void theLargestVolumeFits() {
    List<Position> circle = new ArrayList<>();
    Position middle = new Position(-47_123_456_789L, -171_123_456_789L);
    for (int i = 0; i < Outline.VERTICES_MAX; i++) {
      circle.add(middle.toward(i * 360_000L / Outline.VERTICES_MAX, 90_000_000));
    }
    long start = TimeInterval.MAX_US - 100_000_000;
    List<PathPoint> path =
        IntStream.range(0, ExactVolume.POINTS_MAX)
            .mapToObj(i -> new PathPoint(start + 1_000_000L * i, middle, 149_000_000 + i))
            .toList();
    ExactVolume largest =
        new ExactVolume(
            new Volume(
                new Outline(circle),
                new HeightBand(Datum.W84, 100_000_000, 150_000_000),
                new TimeInterval(start, TimeInterval.MAX_US)),
            new FlightPath(path, Datum.W84));
    byte[] bytes = VolumeCodec.encode(largest);
    assertThat(bytes).hasSizeBetween(3_000, VolumeCodec.BYTES_MAX);
    assertThat(VolumeCodec.decode(bytes).orElseThrow()).isEqualTo(largest);
  }

  @Test
  void impossibleVolumesAreFaultsThatSayWhatToDo() {
    CborValue circle = ints(0, 47_000_000_000L, 8_000_000_000L, 1_000);
    CborValue band = ints(1, 30_000, 31_000);
    CborValue times = ints(10, 20);
    CborValue noPath = CborNull.NULL;
    assertThat(fault(circle, band, times, noPath)).isEmpty();
    assertThat(fault(ints(0, 91_000_000_000L, 0, 1), band, times, noPath)).contains("latitude");
    assertThat(fault(ints(0, 0, -180_000_000_000L, 1), band, times, noPath)).contains("+180");
    assertThat(fault(ints(0, 0, 0, 0), band, times, noPath)).isNotEmpty();
    assertThat(fault(ints(1, 0, 0, 5), band, times, noPath)).isNotEmpty();
    assertThat(fault(outline(0, 0, 0, 1_000_000, 1_000_000), band, times, noPath)).isNotEmpty();
    assertThat(fault(outline(0, 0, 0, 1_000_000), band, times, noPath)).isNotEmpty();
    // A bow tie.
    assertThat(
            fault(
                outline(0, 0, 1_000_000, 1_000_000, 0, 1_000_000, 1_000_000, 0),
                band,
                times,
                noPath))
        .isNotEmpty();
    assertThat(fault(circle, ints(2, 1, 2), times, noPath)).isNotEmpty();
    assertThat(fault(circle, ints(1, 31_000, 31_000), times, noPath)).contains("ceiling");
    assertThat(fault(circle, ints(1, 0, 600_000), times, noPath)).isNotEmpty();
    assertThat(fault(circle, band, ints(20, 20), noPath)).contains("end after the start");
    assertThat(fault(circle, band, ints(-1, 20), noPath)).isNotEmpty();
    assertThat(fault(circle, band, times, path(ints(10, 0, 0, 30_000)))).isNotEmpty();
    CborValue second = ints(20, 0, 0, 31_000);
    assertThat(fault(circle, band, times, path(ints(10, 0, 0, 30_000), second))).isEmpty();
    assertThat(fault(circle, band, times, path(ints(9, 0, 0, 30_000), second))).contains("within");
    assertThat(fault(circle, band, times, path(ints(10, 0, 0, 29_999), second))).contains("within");
    assertThat(fault(circle, band, times, path(second, second))).contains("order");
  }

  @Test
  void aPathIsOfItsVolume() {
    FlightPath path =
        new FlightPath(
            List.of(
                new PathPoint(10, new Position(0, 0), 100),
                new PathPoint(20, new Position(0, 0), 100)),
            Datum.STANDARD_PRESSURE);
    Circle around = new Circle(new Position(0, 0), 1);
    TimeInterval times = new TimeInterval(10, 20);
    HeightBand feet = new HeightBand(Datum.STANDARD_PRESSURE, 100, 200);
    assertThat(new ExactVolume(new Volume(around, feet, times), path).path()).isEqualTo(path);
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new ExactVolume(new Volume(around, new HeightBand(Datum.W84, 100, 200), times), path));
  }

  private static String fault(CborValue... parts) {
    return VolumeCodec.decode(CborArray.of(parts).encode()).fault().orElse("");
  }

  private static CborValue outline(long... numbers) {
    return CborArray.of(CborValue.of(1), ints(numbers));
  }

  private static CborValue path(CborValue... points) {
    return CborArray.of(points);
  }

  private static CborArray ints(long... numbers) {
    return new CborArray(LongStream.of(numbers).mapToObj(CborValue::of).toList());
  }
}
