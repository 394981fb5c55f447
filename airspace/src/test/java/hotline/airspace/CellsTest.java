package hotline.airspace;

import static hotline.airspace.Shapes.at;
import static hotline.airspace.Shapes.away;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2CellUnion;
import hotline.testkit.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CellsTest {
  static LongStream seeds() {
    return Chance.seeds();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aCoveringHoldsAllOfItsFootprint(long seed) {
    Chance chance = Chance.of(seed);
    double sizeM = Math.pow(10, 1 + 5.5 * chance.fraction());
    Position middle = Shapes.anywhere(chance);
    Footprint footprint = Shapes.any(chance, middle, sizeM);
    int levelMax = (int) chance.between(0, Cells.LEVEL_MAX);
    int countMax = (int) chance.between(Cells.COVERING_LEAST, 64);
    Cells cells = Cells.covering(footprint, levelMax, countMax);
    assertThat(cells.count()).isLessThanOrEqualTo(countMax);
    assertThat(Cells.check(cells.ids(), levelMax, countMax)).isEmpty();
    for (Position point : Shapes.border(footprint, sizeM / 20)) {
      assertThat(cells.contains(point)).isTrue();
    }
    for (int i = 0; i < 30; i++) {
      Position point = away(middle, 360 * chance.fraction(), sizeM * chance.fraction());
      if (footprint.contains(point)) {
        assertThat(cells.contains(point)).isTrue();
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aCoveringHoldsItsFootprintAndMeetsIt(long seed) {
    Chance chance = Chance.of(seed);
    double sizeM = Math.pow(10, 2 + 4 * chance.fraction());
    Footprint footprint = Shapes.any(chance, Shapes.anywhere(chance), sizeM);
    Cells cells = Cells.covering(footprint, (int) chance.between(4, Cells.LEVEL_MAX), 64);
    assertThat(cells.meets(footprint)).isTrue();
    assertThat(cells.hold(footprint)).isTrue();
  }

  @Test
  void whatReachesBeyondIsNotHeldAndWhatKeepsOffDoesNotMeet() {
    Position place = at(47, 8);
    Cells cells = Cells.covering(new Circle(place, 5_000_000), 10, 32);
    assertThat(cells.hold(new Circle(place, 4_000_000))).isTrue();
    assertThat(cells.hold(new Circle(place, 60_000_000))).isFalse();
    // All corners inside, the middle of a long side outside.
    Position far = at(47, 20);
    Cells ends =
        Cells.covering(new Circle(place, 5_000_000), 10, 32)
            .union(Cells.covering(new Circle(far, 5_000_000), 10, 32), 64);
    Outline corridor = Outline.around(List.of(place, at(47, 9)), 3_000_000);
    assertThat(cells.hold(corridor)).isFalse();
    assertThat(ends.hold(new Outline(List.of(place, far, at(47.02, 14))))).isFalse();
    assertThat(cells.meets(new Circle(far, 5_000_000))).isFalse();
    assertThat(ends.meets(new Circle(far, 1))).isTrue();
    assertThat(cells.meets(new Circle(away(place, 90, 60_000), 5_000_000))).isFalse();
  }

  /** A long side strays from its arc by more than the finest cells' walls are thick. */
  @Test
  void aCoveringFollowsLongGeodesics() {
    Position west = at(48, -20);
    Position east = away(west, 85, 3_000_000);
    Outline corridor = new Outline(List.of(west, east, away(east, 180, 50), away(west, 180, 50)));
    Cells cells = Cells.covering(corridor, 13, Cells.COUNT_MAX);
    for (Position point : Shapes.border(corridor, 900)) {
      assertThat(cells.contains(point)).isTrue();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void footprintsThatIntersectHaveCellsThatMeet(long seed) {
    Chance chance = Chance.of(seed);
    double sizeM = Math.pow(10, 2 + 3 * chance.fraction());
    Position middle = Shapes.anywhere(chance);
    Circle a = new Circle(middle, Math.round(1000 * sizeM));
    // Apart by less than the bound: intersecting, though no point is in both.
    Circle b =
        new Circle(
            away(middle, 360 * chance.fraction(), 3 * sizeM + 0.006), Math.round(2000 * sizeM));
    assertThat(a.intersects(b)).isTrue();
    assertThat(Cells.covering(a, 13, 64).meets(Cells.covering(b, 13, 64))).isTrue();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void setOperationsAgreeWithThoseOfS2(long seed) {
    Chance chance = Chance.of(seed);
    Cells a = draw(chance);
    Cells b = draw(chance);
    assertThat(a.meets(b)).isEqualTo(union(a).intersects(union(b)));
    assertThat(a.contains(b)).isEqualTo(union(a).contains(union(b)));
    S2CellUnion both = new S2CellUnion();
    both.getUnion(union(a), union(b));
    Cells together = a.union(b, Cells.COUNT_MAX);
    assertThat(together.ids()).isEqualTo(both.cellIds().stream().mapToLong(S2CellId::id).toArray());
    Cells fewer = a.union(b, Cells.COVERING_LEAST);
    assertThat(fewer.count()).isLessThanOrEqualTo(Cells.COVERING_LEAST);
    assertThat(fewer.contains(together)).isTrue();
  }

  @Test
  void onlyTheCanonicalWayIsTaken() {
    long face = S2CellId.fromFace(5).id();
    long child = new S2CellId(face).child(0).id();
    long second = new S2CellId(face).child(1).id();
    long third = new S2CellId(face).child(2).id();
    long fourth = new S2CellId(face).child(3).id();
    assertThat(Cells.of(child, second)).isEqualTo(Cells.of(child, second));
    assertThat(fault(second, child)).contains("rising order");
    assertThat(fault(child, child)).contains("rising order");
    assertThat(fault(child, face)).contains("none inside another");
    assertThat(fault(child, second, third, fourth)).contains("parent b instead");
    assertThat(fault()).contains("1 to 512");
    for (long id : new long[] {0, -1, 2, (7L << 61) | 1, (6L << 61) | (1L << 60)}) {
      assertThat(fault(id)).contains("S2 cell ids");
    }
    assertThat(fault(S2CellId.fromFacePosLevel(0, 0, 14).id())).contains("level 13");
    assertThat(Cells.check(new long[] {child, second}, 0, 6).orElseThrow()).contains("level 0");
    assertThat(Cells.check(new long[] {child, second}, 9, 1).orElseThrow()).contains("1 to 1");
    assertThatThrownBy(() -> Cells.of(2)).hasMessageContaining("S2 cell ids");
  }

  @Test
  void faceCellsAreNotSiblings() {
    long[] faces = LongStream.range(0, 6).map(f -> S2CellId.fromFace((int) f).id()).toArray();
    assertThat(Cells.check(faces, 0, 6)).isEmpty();
    assertThat(Cells.of(faces).contains(at(12, 34))).isTrue();
  }

  @Test
  void cornersSurroundTheCell() {
    Position here = at(46.5, 8.25);
    Cells cells = Cells.covering(new Circle(here, 1), 13, 6);
    assertThat(new Outline(Cells.corners(cells.id(0))).contains(here)).isTrue();
    assertThat(Cells.token(cells.id(0))).startsWith("47");
  }

  private static String fault(long... ids) {
    return Cells.check(ids, Cells.LEVEL_MAX, Cells.COUNT_MAX).orElseThrow();
  }

  private static S2CellUnion union(Cells cells) {
    S2CellUnion union = new S2CellUnion();
    union.initFromIds(LongStream.of(cells.ids()).boxed().toList());
    return union;
  }

  /** A few cells about one place, so that they often nest. */
  static Cells draw(Chance chance) {
    List<Cells> parts = new ArrayList<>();
    for (long i = chance.between(1, 12); i > 0; i--) {
      S2CellId cell =
          S2CellId.fromFacePosLevel(
              chance.oneIn(6) ? 5 : 2,
              chance.between(0, 1 << 12) << 46,
              (int) chance.between(2, 8));
      parts.add(Cells.of(cell.id()));
    }
    return Cells.union(parts, Cells.COUNT_MAX);
  }
}
