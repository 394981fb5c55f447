package hotline.airspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.geometry.S2CellId;
import hotline.testkit.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VolumeIndexTest {
  private static final long MINUTE = 60_000_000L;
  private static final long MARGIN = 3_000;

  static LongStream seeds() {
    return Chance.seeds();
  }

  /** Any history of puts, replacements and removals, against asking every extent. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void agreesWithAskingEveryExtent(long seed) {
    Chance chance = Chance.of(seed);
    VolumeIndex<Long> index = new VolumeIndex<>();
    Map<Long, List<Extent>> all = new TreeMap<>();
    // One seed in twenty fills trees three levels deep.
    long keys = chance.oneIn(20) ? 3_000 : chance.between(1, 200);
    for (long i = chance.between(0, keys * 2); i > 0; i--) {
      long key = chance.between(1, keys);
      if (chance.oneIn(3)) {
        assertThat(index.remove(key)).isEqualTo(all.remove(key) != null);
      } else {
        List<Extent> extents = new ArrayList<>();
        for (long n = chance.oneIn(4) ? chance.between(1, 5) : 1; n > 0; n--) {
          extents.add(draw(chance));
        }
        index.put(key, extents);
        all.put(key, extents);
      }
    }
    agree(chance, index, all, 8);
    // Down to nothing, so that every joining of nodes happens.
    for (Long key : List.copyOf(all.keySet())) {
      assertThat(index.remove(key)).isTrue();
      all.remove(key);
      if (chance.oneIn(200)) {
        agree(chance, index, all, 2);
      }
    }
    assertThat(index.size()).isZero();
    assertThat(index.overlapping(draw(chance), MARGIN)).isEmpty();
  }

  private static void agree(
      Chance chance, VolumeIndex<Long> index, Map<Long, List<Extent>> all, int queries) {
    assertThat(index.size()).isEqualTo(all.size());
    for (int i = 0; i < queries; i++) {
      Extent query = draw(chance);
      List<Long> expected =
          all.entrySet().stream()
              .filter(e -> e.getValue().stream().anyMatch(x -> x.overlaps(query, MARGIN)))
              .map(Map.Entry::getKey)
              .toList();
      assertThat(index.overlapping(query, MARGIN)).isEqualTo(expected);
    }
  }

  @Test
  void touchingInTimeOrHeightIsNotOverlapping() {
    Cells here = Cells.of(S2CellId.fromFacePosLevel(2, 0, 10).id());
    VolumeIndex<String> index = new VolumeIndex<>();
    index.put("a", extent(here, 10_000, 20_000, 10, 20));
    assertThat(index.overlapping(extent(here, 19_999, 30_000, 19, 30), 0)).containsExactly("a");
    assertThat(index.overlapping(extent(here, 20_000, 30_000, 10, 20), 0)).isEmpty();
    assertThat(index.overlapping(extent(here, 10_000, 20_000, 20, 30), 0)).isEmpty();
    assertThat(index.extents("a")).hasSize(1);
    assertThat(index.extents("b")).isEmpty();
  }

  @Test
  void theMarginBetweenDatumsIsExact() {
    Cells here = Cells.of(S2CellId.fromFacePosLevel(2, 0, 10).id());
    VolumeIndex<String> index = new VolumeIndex<>();
    TimeInterval times = new TimeInterval(0, 1);
    // 1,250 ft are 381 m exactly.
    index.put("w84", new Extent(here, new HeightBand(Datum.W84, 381_000, 400_000), times));
    for (long margin : new long[] {0, 1, 250, 3_000}) {
      HeightBand touching = new HeightBand(Datum.STANDARD_PRESSURE, -5_000, 1_250 - margin);
      HeightBand over = new HeightBand(Datum.STANDARD_PRESSURE, -5_000, 1_251 - margin);
      assertThat(index.overlapping(new Extent(here, touching, times), margin)).isEmpty();
      assertThat(index.overlapping(new Extent(here, over, times), margin)).containsExactly("w84");
    }
  }

  @Test
  void aKeyHasOneExtentAtLeast() {
    VolumeIndex<String> index = new VolumeIndex<>();
    assertThatThrownBy(() -> index.put("a", List.of())).hasMessageContaining("1 to 1024");
    assertThat(index.size()).isZero();
  }

  private static Extent extent(Cells cells, long floor, long ceiling, long start, long end) {
    return new Extent(
        cells,
        new HeightBand(Datum.STANDARD_PRESSURE, floor, ceiling),
        new TimeInterval(start, end));
  }

  /** Mostly small and about one place and day, so that much overlaps; sometimes years long. */
  static Extent draw(Chance chance) {
    Cells cells = CellsTest.draw(chance);
    Datum datum = chance.oneIn(3) ? Datum.W84 : Datum.STANDARD_PRESSURE;
    double unit = datum == Datum.W84 ? 304.8 : 1;
    long floor = Math.round(chance.between(0, 400) * 100 * unit);
    long thick = Math.round(chance.between(1, 50) * 100 * unit);
    long start = chance.between(0, 2_000) * MINUTE;
    long lasts = chance.oneIn(10) ? chance.between(1, 1L << 45) : chance.between(1, 30 * MINUTE);
    return new Extent(
        cells, new HeightBand(datum, floor, floor + thick), new TimeInterval(start, start + lasts));
  }
}
