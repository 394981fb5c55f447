package hotline.record.tiles;

import hotline.record.merkle.Frontier;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.note.Checkpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Says which file is wrong when two do not agree, and where in it: every hash is computed again
 * from the file below it, and the file whose correction makes the root right is the wrong one.
 */
final class Diagnosis {
  private static final String REMEDY =
      "; take the file from another party's copy of the log, which holds the same bytes";

  private static final Comparator<TilePath> LEVEL_ORDER = Comparator.comparingInt(TilePath::level);

  private final TileSource source;

  Diagnosis(TileSource source) {
    this.source = source;
  }

  /** A full tile does not hash to the hash above it. */
  LogDamage tile(TilePath path, List<Hash> hashes, Hash above) throws IOException {
    List<Hash> corrected = corrected(path, hashes);
    if (Tiles.root(corrected).equals(above)) {
      return wrongHash(path, hashes, corrected);
    }
    return damage(
        path, 0, path.width(), path + " does not hash to its place in the level above" + REMEDY);
  }

  /** The partial tiles do not hash to the checkpoint's root. */
  LogDamage edge(Checkpoint checkpoint, Map<TilePath, List<Hash>> edge) throws IOException {
    Map<TilePath, List<Hash>> corrected = new TreeMap<>(LEVEL_ORDER);
    for (Map.Entry<TilePath, List<Hash>> tile : edge.entrySet()) {
      corrected.put(tile.getKey(), corrected(tile.getKey(), tile.getValue()));
    }
    boolean explained =
        Frontier.of((height, index) -> node(corrected, height, index), checkpoint.size())
            .root()
            .equals(checkpoint.root());
    for (Map.Entry<TilePath, List<Hash>> tile : edge.entrySet()) {
      List<Hash> right = corrected.getOrDefault(tile.getKey(), tile.getValue());
      if (explained && !right.equals(tile.getValue())) {
        return wrongHash(tile.getKey(), tile.getValue(), right);
      }
    }
    return new LogDamage(
        TileSource.CHECKPOINT,
        0,
        checkpoint.size(),
        "the tiles at the right edge ("
            + String.join(", ", edge.keySet().stream().map(TilePath::toString).toList())
            + ") do not hash to the root in "
            + TileSource.CHECKPOINT
            + ": one of these files is wrong"
            + REMEDY);
  }

  private static Hash node(Map<TilePath, List<Hash>> edge, int height, long index) {
    int level = height / TilePath.HEIGHT;
    int inside = height % TilePath.HEIGHT;
    for (Map.Entry<TilePath, List<Hash>> tile : edge.entrySet()) {
      if (tile.getKey().level() == level) {
        int from = (int) ((index << inside) % TilePath.FULL);
        return Tiles.root(tile.getValue().subList(from, from + (1 << inside)));
      }
    }
    throw new IllegalStateException("no edge at level " + level);
  }

  /** The hashes of a tile as the files below have them; its own where those cannot be read. */
  private List<Hash> corrected(TilePath path, List<Hash> hashes) throws IOException {
    List<Hash> corrected = new ArrayList<>(hashes);
    if (path.level() == 0) {
      TilePath bundle = TilePath.entries(path.index(), path.width());
      Optional<byte[]> bytes = source.read(bundle.toString(), EntryBundle.BYTES_MAX);
      if (bytes.isEmpty()) {
        bytes = source.read(bundle.full().toString(), EntryBundle.BYTES_MAX);
      }
      EntryBundle.Reader reader = new EntryBundle.Reader(bytes.orElseGet(() -> new byte[0]));
      for (int i = 0; i < corrected.size(); i++) {
        byte[] entry = reader.next();
        if (entry == null) {
          break;
        }
        corrected.set(i, Merkle.leaf(entry));
      }
      return corrected;
    }
    for (int i = 0; i < corrected.size(); i++) {
      Hash root = rootBelow(path.level() - 1, path.index() * TilePath.FULL + i);
      if (root != null) {
        corrected.set(i, root);
      }
    }
    return corrected;
  }

  private @Nullable Hash rootBelow(int level, long index) throws IOException {
    try {
      TilePath path = TilePath.hashes(level, index, TilePath.FULL);
      return Tiles.root(Tiles.hashes(TileReader.read(source, path)));
    } catch (LogDamage unreadable) {
      return null;
    }
  }

  private static LogDamage wrongHash(TilePath path, List<Hash> hashes, List<Hash> right) {
    int first = 0;
    while (hashes.get(first).equals(right.get(first))) {
      first++;
    }
    int last = hashes.size() - 1;
    while (hashes.get(last).equals(right.get(last))) {
      last--;
    }
    String below =
        path.level() == 0
            ? "leaf hash of entry " + (path.firstEntry() + first)
            : "root of " + TilePath.hashes(path.level() - 1, path.index() * 256 + first, 256);
    return damage(
        path, first, last + 1, "hash " + first + " of " + path + " is not the " + below + REMEDY);
  }

  /** An entry does not hash to its leaf, which is known to be right. */
  static LogDamage entry(TilePath bundle, int at) {
    long entry = bundle.firstEntry() + at;
    String leaf = TilePath.hashes(0, bundle.index(), bundle.width()).toString();
    return damage(
        bundle,
        at,
        at + 1,
        "entry " + entry + " of " + bundle + " does not hash to its leaf in " + leaf + REMEDY);
  }

  static LogDamage longer(TilePath bundle) {
    return damage(
        bundle,
        bundle.width() - 1,
        bundle.width(),
        bundle + " goes on after its last entry" + REMEDY);
  }

  static LogDamage missing(TilePath path) {
    return damage(path, 0, path.width(), path + " is missing" + REMEDY);
  }

  static LogDamage length(TilePath path, int bytes, int expected) {
    String has = bytes > expected ? "more than " + expected : bytes + " instead of " + expected;
    return damage(path, 0, path.width(), path + " has " + has + " bytes" + REMEDY);
  }

  private static LogDamage damage(TilePath path, int from, int to, String sentence) {
    int shift = TilePath.HEIGHT * Math.max(path.level(), 0);
    return new LogDamage(
        path.toString(),
        path.firstEntry() + ((long) from << shift),
        path.firstEntry() + ((long) to << shift),
        sentence);
  }
}
