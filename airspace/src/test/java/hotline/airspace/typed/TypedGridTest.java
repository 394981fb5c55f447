package hotline.airspace.typed;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.airspace.Position;
import hotline.testkit.Chance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The military grid against NGA's own program, and there and back; bearings from named points. */
class TypedGridTest {
  private static final Map<String, Position> POINTS =
      Map.of(
          "ZUE", new Position(47_460_000_000L, 8_550_000_000L),
          "Zürich-Ost", new Position(47_400_000_000L, 8_700_000_000L));

  private static List<String[]> golden() throws IOException {
    try (var in = Objects.requireNonNull(TypedGridTest.class.getResourceAsStream("grid.csv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(";", -1))
          .toList();
    }
  }

  private static Position position(String lat, String lng) {
    return new Position(Math.round(Double.parseDouble(lat) * 1e9), nano(lng));
  }

  private static long nano(String lng) {
    return Math.round(Double.parseDouble(lng) * 1e9);
  }

  @Test
  void theGridIsReadAndWrittenAsByGeotrans() throws IOException {
    List<String[]> golden = golden();
    assertThat(golden).hasSizeGreaterThan(70);
    for (String[] row : golden) {
      Position read = TypedPosition.read(row[0]).asOptional().orElseThrow();
      // Its figures have nine digits of a degree, and its series some millimetres.
      assertThat(read.distanceMm(position(row[3], row[4]))).as(row[0]).isLessThanOrEqualTo(10);
      Position point = position(row[1], row[2]);
      assertThat(read.distanceMm(point)).as(row[0]).isLessThanOrEqualTo(715);
      assertThat(TypedGrid.write(point).orElseThrow().replace(" ", ""))
          .isEqualTo(row[0].length() == 14 ? "0" + row[0] : row[0]);
    }
  }

  @Test
  void whatIsWrittenReadsBackAsTheSameSquare() {
    Chance.seeds()
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          Position position =
              new Position(
                  chance.between(-80_000_000_000L, 84_000_000_000L),
                  chance.between(-180_000_000_000L, 180_000_000_000L));
          String grid = TypedGrid.write(position).orElseThrow();
          Position read = TypedGrid.read(grid).asOptional().orElseThrow();
          assertThat(read.distanceMm(position)).as(grid).isLessThanOrEqualTo(715);
          for (int digits = 3; digits <= 5; digits++) {
            String coarse =
                grid.substring(0, 7)
                    + grid.substring(7, 7 + digits)
                    + " "
                    + grid.substring(13, 13 + digits);
            long size = Math.round(Math.pow(10, 5 - digits) * 1_000 * 0.7075) + 5;
            assertThat(
                    TypedGrid.read(coarse)
                        .asOptional()
                        .orElseThrow(() -> new AssertionError(coarse))
                        .distanceMm(position))
                .as(coarse)
                .isLessThanOrEqualTo(size);
          }
        });
  }

  @Test
  void everyHabitOfWritingIsRead() {
    Position place = TypedGrid.read("32TMT4979160945").asOptional().orElseThrow();
    for (String text :
        List.of("32t mt 49791 60945", "32 T MT 4979160945", " 32TMT 49791  60945 ")) {
      assertThat(TypedPosition.read(text).asOptional()).as(text).contains(place);
    }
    assertThat(place.distanceMm(new Position(47_500_000_000L, 8_333_333_300L))).isLessThan(1_000);
  }

  @Test
  void whatIsNoSquareIsRefusedWithWords() {
    for (String text :
        List.of(
            "32T MT 4979 160945", // unequal parts
            "32T MT 49791 6094", // an odd number of digits
            "32T MT 49 60", // a square kilometre is no position
            "32T MT", // nor is a hundred of them
            "32T AT 49791 60945", // no such column in this zone
            "32O MT 49791 60945", // no such band
            "32T MI 49791 60945", // no such row
            "0T MT 49791 60945",
            "61T ST 49791 60945",
            "32X MT 49791 60945", // Svalbard has no zone 32
            "32C MK 49791 60945", // the row is not in the band
            "31V HF 99999 00000")) { // outside of the zone
      assertThat(TypedPosition.read(text)).as(text).isInstanceOf(Typed.Wrong.class);
    }
    assertThat(TypedGrid.write(new Position(85_000_000_000L, 0))).isEmpty();
  }

  @Test
  void aBearingAndADistanceFromANamedPointIsAPosition() {
    Position place = Objects.requireNonNull(POINTS.get("ZUE")).toward(124_000, 11 * 1_852_000L);
    for (String text :
        List.of(
            "124 11 NM from ZUE",
            "124° 11.0 NM from zue",
            "124 T, 11NM of ZUE",
            "11 NM at 124° true from ZUE",
            "11 NM, 124 from ZUE")) {
      assertThat(TypedBearing.looksLike(text)).isTrue();
      assertThat(TypedBearing.read(text, POINTS).asOptional()).as(text).contains(place);
    }
    assertThat(TypedBearing.read("360 1 NM from Zürich-Ost", POINTS).asOptional())
        .isEqualTo(TypedBearing.read("000 1852 m from zürich-ost", POINTS).asOptional())
        .isPresent();
  }

  @Test
  void aBearingThatMeansNothingIsRefusedWithWords() {
    assertThat(TypedBearing.read("124 11 NM from XYZ", POINTS))
        .isEqualTo(
            new Typed.Wrong<>(
                "There is no reference point of that name; there is ZUE, Zürich-Ost."));
    for (String text :
        List.of(
            "361 11 NM from ZUE",
            "24 11 NM from ZUE",
            "124 M 11 NM from ZUE",
            "124 11 from ZUE",
            "124 1001 NM from ZUE",
            "-124 11 NM from ZUE",
            "124 11 NM from ",
            "from ZUE")) {
      assertThat(TypedBearing.read(text, POINTS)).as(text).isInstanceOf(Typed.Wrong.class);
    }
    assertThat(TypedBearing.read("124 11 NM from ZUE", Map.of())).isInstanceOf(Typed.Wrong.class);
  }
}
