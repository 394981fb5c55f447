package hotline.airspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bands inside bands, exactly within a datum and with the margin inward between two. */
class HeightBandTest {
  @Test
  void withinADatumInsideIsExact() {
    List<HeightBand> bands = new ArrayList<>();
    for (int floor = 0; floor < 5; floor++) {
      for (int ceiling = floor + 1; ceiling <= 5; ceiling++) {
        bands.add(new HeightBand(Datum.STANDARD_PRESSURE, floor, ceiling));
      }
    }
    for (HeightBand outer : bands) {
      for (HeightBand inner : bands) {
        assertThat(outer.holds(inner, 3_000))
            .as("%s in %s", inner, outer)
            .isEqualTo(outer.floor() <= inner.floor() && inner.ceiling() <= outer.ceiling());
      }
    }
  }

  /** 1,000 ft are 304.8 m: a millimetre more or less at either end decides. */
  @Test
  void betweenDatumsTheMarginGoesInward() {
    HeightBand outer = new HeightBand(Datum.STANDARD_PRESSURE, 10_000, 20_000);
    long floorMm = 11_000 * 3_048L / 10;
    long ceilingMm = 19_000 * 3_048L / 10;
    assertThat(outer.holds(new HeightBand(Datum.W84, floorMm, ceilingMm), 1_000)).isTrue();
    assertThat(outer.holds(new HeightBand(Datum.W84, floorMm - 1, ceilingMm), 1_000)).isFalse();
    assertThat(outer.holds(new HeightBand(Datum.W84, floorMm, ceilingMm + 1), 1_000)).isFalse();
    assertThat(outer.holds(new HeightBand(Datum.W84, floorMm, ceilingMm), 1_001)).isFalse();
    HeightBand metres = new HeightBand(Datum.W84, floorMm, ceilingMm);
    assertThat(metres.holds(new HeightBand(Datum.STANDARD_PRESSURE, 12_000, 18_000), 1_000))
        .isTrue();
    assertThat(metres.holds(new HeightBand(Datum.STANDARD_PRESSURE, 11_999, 18_000), 1_000))
        .isFalse();
    assertThat(metres.holds(new HeightBand(Datum.STANDARD_PRESSURE, 12_000, 18_001), 1_000))
        .isFalse();
    assertThatThrownBy(() -> metres.holds(metres, -1)).hasMessageContaining("margin");
  }

  /** A margin wider than the band leaves nothing inside, and nothing overflows. */
  @Test
  void aMarginWiderThanTheBandHoldsNothing() {
    HeightBand outer = new HeightBand(Datum.W84, -2_000_000, 150_000_000);
    assertThat(
            outer.holds(
                new HeightBand(Datum.STANDARD_PRESSURE, 200_000, 200_001),
                HeightBand.DATUM_MARGIN_MAX_FEET))
        .isTrue();
    assertThat(
            new HeightBand(Datum.STANDARD_PRESSURE, 0, 5_000)
                .holds(new HeightBand(Datum.W84, 700_000, 800_000), 3_000))
        .isFalse();
  }
}
