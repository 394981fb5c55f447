package hotline.line.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hotline.airspace.Cells;
import hotline.airspace.Circle;
import hotline.airspace.Datum;
import hotline.airspace.Extent;
import hotline.airspace.HeightBand;
import hotline.airspace.Position;
import hotline.airspace.TimeInterval;
import hotline.airspace.Volume;
import hotline.line.body.ExtentCodec;
import hotline.line.terms.Granularity;
import hotline.line.terms.TermsDefaults;
import hotline.record.cbor.CborReader;
import hotline.record.cbor.Decoded;
import hotline.record.cbor.Field;
import hotline.testkit.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Coarse, but never smaller than what is inside. */
class ExtentsTest {
  private static final Granularity USUAL = TermsDefaults.GRANULARITY;

  static LongStream seeds() {
    return Chance.seeds();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyVolumeLiesInAnExtentAndTheStepsAreKept(long seed) {
    Chance chance = Chance.of(seed);
    List<ExactVolume> volumes = Draws.volumes(chance, 20);
    Granularity granularity =
        new Granularity(
            (int) chance.between(4, 11),
            (int) chance.between(Cells.COVERING_LEAST, 40),
            chance.between(1, 600_000_000),
            chance.between(1, 1_000_000),
            chance.between(1, 3_000));
    Extents extents = Extents.around(volumes, granularity);
    assertThat(extents.check(granularity)).isEmpty();
    for (ExactVolume volume : volumes) {
      assertThat(extents.hold(volume)).isTrue();
      assertThat(extents.meets(volume, 0)).isTrue();
    }
    assertThat(read(extents.encoded().encode()).orElseThrow()).isEqualTo(extents);
  }

  /** What overlaps exactly also overlaps coarsely: nothing is lost by asking the extents first. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void volumesThatOverlapHaveExtentsThatOverlap(long seed) {
    Chance chance = Chance.of(seed);
    List<ExactVolume> ones = Draws.volumes(chance, 6);
    List<ExactVolume> others = Draws.volumes(chance, 6);
    long marginFt = chance.between(0, 3_000);
    Extents one = Extents.around(ones, USUAL);
    Extents other = Extents.around(others, USUAL);
    for (ExactVolume a : ones) {
      for (ExactVolume b : others) {
        if (a.volume().overlaps(b.volume(), marginFt)) {
          assertThat(one.overlaps(other, marginFt)).isTrue();
          assertThat(one.meets(b, marginFt)).isTrue();
          assertThat(other.meets(a, marginFt)).isTrue();
        }
      }
    }
  }

  /** An hour eastward in two-minute circles: eight short extents, not one around it all. */
  @Test
  void aLongFlightIsToldInPartsAndNotAsOneHull() {
    List<ExactVolume> flight = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      flight.add(circle(47_000_000_000L, 2_000_000_000L + i * 400_000_000L, 34_000, i * 120L));
    }
    Extents extents = Extents.around(flight, USUAL);
    assertThat(extents.list()).hasSize(ExtentCodec.COUNT_MAX);
    for (Extent extent : extents.list()) {
      assertThat(extent.times().endUs() - extent.times().startUs())
          .isLessThanOrEqualTo(720_000_000);
    }
    // At the time of the first circle nothing is told of the place of the last.
    assertThat(extents.meets(circle(47_000_000_000L, 14_400_000_000L, 34_000, 0), 0)).isFalse();
    assertThat(extents.meets(circle(47_000_000_000L, 2_000_000_000L, 34_000, 0), 0)).isTrue();
  }

  @Test
  void oneVolumeIsOneExtentAndDatumsAreNeverMixed() {
    ExactVolume feet = Draws.volume(Chance.of(1), Datum.STANDARD_PRESSURE);
    ExactVolume metres = Draws.volume(Chance.of(2), Datum.W84);
    assertThat(Extents.around(List.of(feet), USUAL).list()).hasSize(1);
    assertThat(Extents.around(List.of(feet, metres, feet, metres), USUAL).list())
        .extracting(extent -> extent.heights().datum())
        .contains(Datum.W84, Datum.STANDARD_PRESSURE);
  }

  @Test
  void theEndsOfWhatCanBeWrittenCutTheStepsShort() {
    Granularity coarse = new Granularity(10, 32, 7_000_000, 999_983, 4_999);
    for (Datum datum : Datum.values()) {
      ExactVolume whole =
          new ExactVolume(
              new Volume(
                  new Circle(new Position(0, 0), 1_000),
                  new HeightBand(datum, datum.least(), datum.most()),
                  new TimeInterval(0, TimeInterval.MAX_US)),
              null);
      Extents extents = Extents.around(List.of(whole), coarse);
      assertThat(extents.hold(whole)).isTrue();
      assertThat(extents.check(coarse)).isEmpty();
    }
  }

  @Test
  void finerThanTheTermsIsFound() {
    Extents rounded = Extents.around(List.of(Draws.volume(Chance.of(3))), USUAL);
    Extent extent = rounded.list().getFirst();
    HeightBand heights = extent.heights();
    TimeInterval times = extent.times();
    HeightBand finer = new HeightBand(heights.datum(), heights.floor() + 1, heights.ceiling());
    TimeInterval shorter = new TimeInterval(times.startUs(), times.endUs() - 1);
    Cells small = Cells.covering(new Circle(new Position(0, 0), 1_000), 13, 8);
    for (Extent wrong :
        List.of(
            new Extent(extent.cells(), finer, times),
            new Extent(extent.cells(), heights, shorter),
            new Extent(small, heights, times))) {
      assertThat(new Extents(List.of(extent, wrong)).check(USUAL)).isPresent();
    }
  }

  @Test
  void volumesOutsideAreNotHeld() {
    ExactVolume inside = circle(47_000_000_000L, 8_000_000_000L, 34_000, 0);
    Extents extents = Extents.around(List.of(inside), USUAL);
    assertThat(extents.hold(circle(47_000_000_000L, 8_000_000_000L, 34_000, 3_600))).isFalse();
    assertThat(extents.hold(circle(47_000_000_000L, 8_000_000_000L, 38_000, 0))).isFalse();
    assertThat(extents.hold(circle(47_500_000_000L, 8_000_000_000L, 34_000, 0))).isFalse();
  }

  @Test
  void areaIsCountedInFineCells() {
    HeightBand heights = new HeightBand(Datum.STANDARD_PRESSURE, 0, 1_000);
    TimeInterval times = new TimeInterval(0, 60_000_000);
    long face = 1L << 60; // S2's first face, level 0
    Extents globe = new Extents(List.of(new Extent(Cells.of(face), heights, times)));
    assertThat(globe.cellsOfLevel(0)).isEqualTo(1);
    assertThat(globe.cellsOfLevel(10)).isEqualTo(1L << 20);
    Cells fine = Cells.covering(new Circle(new Position(0, 0), 1_000), 10, 8);
    assertThat(new Extents(List.of(new Extent(fine, heights, times))).cellsOfLevel(10))
        .isEqualTo(fine.count());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void hostileBytesAreAFaultOrExtentsInTheirOneForm(long seed) {
    Chance chance = Chance.of(seed);
    byte[] bytes = Extents.around(Draws.volumes(chance, 3), USUAL).encoded().encode();
    for (int i = 0; i < 50; i++) {
      byte[] changed = bytes.clone();
      changed[(int) chance.between(0, changed.length - 1)] = chance.bytes(1)[0];
      if (read(changed) instanceof Decoded.Value<Extents>(Extents extents)) {
        assertThat(extents.encoded().encode()).isEqualTo(changed);
      }
    }
  }

  @Test
  void noneAndTooManyAreRefused() {
    Extent one = Extents.around(List.of(Draws.volume(Chance.of(4))), USUAL).list().getFirst();
    assertThatIllegalArgumentException().isThrownBy(() -> new Extents(List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Extents(java.util.Collections.nCopies(9, one)));
  }

  private static Decoded<Extents> read(byte[] bytes) {
    return CborReader.read(bytes, 1 << 16).then(value -> Field.decode(value, Extents::read));
  }

  private static ExactVolume circle(long lat, long lng, long floorFt, long startS) {
    long startUs = Draws.NEW_YEAR_US + startS * 1_000_000;
    return new ExactVolume(
        new Volume(
            new Circle(new Position(lat, lng), 5_000_000),
            new HeightBand(Datum.STANDARD_PRESSURE, floorFt, floorFt + 1_000),
            new TimeInterval(startUs, startUs + 120_000_000)),
        null);
  }
}
