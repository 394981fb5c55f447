package hotline.record.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.record.merkle.TlogVectors;
import hotline.testkit.Chance;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TilePathTest {
  static LongStream seeds() {
    return Chance.seeds();
  }

  @Test
  void pathsAreThoseOfTheVectors() {
    for (JsonNode known : TlogVectors.list("tile_paths")) {
      TilePath hashes =
          new TilePath(
              known.get("level").asInt(), known.get("index").asLong(), known.get("width").asInt());
      TilePath entries = TilePath.entries(hashes.index(), hashes.width());
      assertThat(hashes).hasToString(known.get("tile_path").asString());
      assertThat(TilePath.parse(hashes.toString())).contains(hashes);
      assertThat(entries).hasToString(known.get("entries_path_if_level0").asString());
      assertThat(TilePath.parse(entries.toString())).contains(entries);
    }
  }

  @Test
  void theTilesOfALogOfSeventyThousandAreThoseOfTheVectors() {
    List<String> edge = Tiles.edge(70_000).stream().map(TilePath::toString).toList();
    assertThat(edge)
        .isSubsetOf(
            TlogVectors.ALL
                .get("size_70000")
                .get("rightmost_paths")
                .valueStream()
                .map(JsonNode::asString)
                .toList())
        .hasSize(3);
    assertThat(Tiles.hashes(70_000, 0) / 256).isEqualTo(273);
    assertThat(Tiles.hashes(70_000, 1) / 256).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tile",
        "tile/",
        "tile/0",
        "tile/0/",
        "tile/0/0",
        "tile/0/00",
        "tile/0/0000",
        "tile/00/000",
        "tile/-1/000",
        "tile/8/000",
        "tile/64/000",
        "tile/x/000",
        "tile/entry/000",
        "tile/0/x000/001",
        "tile/0/x001",
        "tile/0/001/x001",
        "tile/0/x001/x002",
        "tile/0/x001//002",
        "tile/0/000/",
        "tile/0/000.p",
        "tile/0/000.p/",
        "tile/0/000.p/0",
        "tile/0/000.p/01",
        "tile/0/000.p/256",
        "tile/0/000.p/-1",
        "tile/0/000.p/1/",
        "tile/0/000.p/1.p/1",
        "tile/0/.p/1000",
        "tile/0/../000",
        "tile/../checkpoint",
        "/tile/0/000",
        "./tile/0/000",
        "tile//0/000",
        "tile/0/%30%30%30",
        "tile/0/000\u0000",
        "tile/0/000\n",
        "tile/0/٠٠٠",
        "tile/0/x999/x999/x999/x999/x999/x999/999",
        "checkpoint",
        ".lock",
        ".staging/0"
      })
  void aStrangerAsksForNothingElse(String path) {
    assertThat(TilePath.parse(path)).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsReadIsWrittenAlikeAndNothingNearIt(long seed) {
    Chance chance = Chance.of(seed);
    TilePath path =
        new TilePath(
            (int) chance.between(TilePath.ENTRIES, TilePath.LEVEL_MAX),
            chance.between(0, Long.MAX_VALUE) >> chance.between(TilePath.HEIGHT, 62),
            (int) chance.between(1, TilePath.FULL));
    assertThat(TilePath.parse(path.toString())).contains(path);
    StringBuilder near = new StringBuilder(path.toString());
    near.setCharAt((int) chance.between(0, near.length() - 1), (char) chance.between(0, 0x7f));
    TilePath.parse(near.toString())
        .ifPresent(read -> assertThat(read).hasToString(near.toString()));
  }
}
