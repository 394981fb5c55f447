package hotline.record.tiles;

import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import java.util.ArrayList;
import java.util.List;

/** The shape of a log's tiles: which there are for a size, and the little trees inside them. */
final class Tiles {
  private Tiles() {}

  /** How many hashes level {@code level} has in a log of this size. */
  static long hashes(long size, int level) {
    return size >>> (TilePath.HEIGHT * level);
  }

  /** The partial tiles of hashes of a log of this size, lowest level first; none empty. */
  static List<TilePath> edge(long size) {
    List<TilePath> edge = new ArrayList<>();
    for (int level = 0; level <= TilePath.LEVEL_MAX; level++) {
      long hashes = hashes(size, level);
      int width = (int) (hashes % TilePath.FULL);
      if (width > 0) {
        edge.add(TilePath.hashes(level, hashes / TilePath.FULL, width));
      }
    }
    return edge;
  }

  /** Hash {@code at} of a tile. */
  static Hash hash(byte[] tile, int at) {
    return Hash.of(tile, at * Hash.LENGTH, Hash.LENGTH);
  }

  /** All hashes of a tile. */
  static List<Hash> hashes(byte[] tile) {
    List<Hash> hashes = new ArrayList<>(tile.length / Hash.LENGTH);
    for (int at = 0; at < tile.length / Hash.LENGTH; at++) {
      hashes.add(hash(tile, at));
    }
    return hashes;
  }

  /** The bytes of a tile with these hashes. */
  static byte[] bytes(List<Hash> hashes) {
    byte[] tile = new byte[hashes.size() * Hash.LENGTH];
    for (int at = 0; at < hashes.size(); at++) {
      hashes.get(at).copyTo(tile, at * Hash.LENGTH);
    }
    return tile;
  }

  /** The root over a power of two of hashes. */
  static Hash root(List<Hash> hashes) {
    List<Hash> row = hashes;
    while (row.size() > 1) {
      List<Hash> above = new ArrayList<>(row.size() / 2);
      for (int i = 0; i < row.size(); i += 2) {
        above.add(Merkle.node(row.get(i), row.get(i + 1)));
      }
      row = above;
    }
    return row.getFirst();
  }
}
