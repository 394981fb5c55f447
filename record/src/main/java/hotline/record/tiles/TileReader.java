package hotline.record.tiles;

import hotline.record.merkle.Hash;
import hotline.record.merkle.HashSource;
import hotline.record.merkle.Merkle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads tiles and bundles and believes none of them: a full tile must hash to its place in the tile
 * above, up to hashes that are known already (the anchor); an entry must hash to its leaf.
 *
 * <p>Safe for use by many threads. Memory: two bounded caches.
 */
final class TileReader implements HashSource<IOException> {
  /** The hashes that need no reading: the right edge under a checked root. */
  @FunctionalInterface
  interface Anchor {
    /** Hash {@code index} of a level, if it is one of them. */
    Optional<Hash> hash(int level, long index);
  }

  private static final int TILE_BYTES = TilePath.FULL * Hash.LENGTH;
  private static final long TILE_CACHE_BYTES = 8L << 20;
  private static final long BUNDLE_CACHE_BYTES = 32L << 20;
  private static final int ENTRY_OVERHEAD_BYTES = 24;

  private final TileSource source;
  private final Anchor anchor;
  private final WeightedCache<byte[]> tiles = new WeightedCache<>(TILE_CACHE_BYTES);
  private final WeightedCache<List<byte[]>> bundles = new WeightedCache<>(BUNDLE_CACHE_BYTES);

  TileReader(TileSource source, Anchor anchor) {
    this.source = source;
    this.anchor = anchor;
  }

  @Override
  public Hash node(int height, long index) throws IOException {
    int level = height / TilePath.HEIGHT;
    int inside = height % TilePath.HEIGHT;
    return Tiles.root(hashes(level, index << inside, 1 << inside));
  }

  /** Hashes in a row that stand in one tile. */
  private List<Hash> hashes(int level, long first, int count) throws IOException {
    List<Hash> hashes = new ArrayList<>(count);
    boolean known = anchor.hash(level, first).isPresent();
    byte[] tile = known ? new byte[0] : tile(level, first / TilePath.FULL);
    for (int i = 0; i < count; i++) {
      hashes.add(
          known ? hash(level, first + i) : Tiles.hash(tile, (int) ((first + i) % TilePath.FULL)));
    }
    return hashes;
  }

  /** Hash {@code index} of a level. */
  Hash hash(int level, long index) throws IOException {
    Optional<Hash> known = anchor.hash(level, index);
    return known.isPresent()
        ? known.get()
        : Tiles.hash(tile(level, index / TilePath.FULL), (int) (index % TilePath.FULL));
  }

  /** A full tile, checked against the hash above it. */
  private byte[] tile(int level, long index) throws IOException {
    TilePath path = TilePath.hashes(level, index, TilePath.FULL);
    byte[] cached = tiles.get(path);
    if (cached != null) {
      return cached;
    }
    byte[] read = read(source, path);
    Hash above = hash(level + 1, index);
    if (!Tiles.root(Tiles.hashes(read)).equals(above)) {
      throw new Diagnosis(source).tile(path, Tiles.hashes(read), above);
    }
    tiles.put(path, read, read.length);
    return read;
  }

  /** The first {@code width} entries of a bundle, each checked against its leaf. */
  List<byte[]> bundle(long index, int width) throws IOException {
    TilePath path = TilePath.entries(index, width);
    List<byte[]> cached = bundles.get(path);
    if (cached != null) {
      return cached;
    }
    List<Hash> leaves = hashes(0, index * TilePath.FULL, width);
    Optional<byte[]> partial = source.read(path.toString(), EntryBundle.BYTES_MAX);
    TilePath found = partial.isPresent() ? path : path.full();
    byte[] bytes =
        partial.isPresent()
            ? partial.get()
            : source
                .read(found.toString(), EntryBundle.BYTES_MAX)
                .orElseThrow(() -> Diagnosis.missing(path));
    List<byte[]> entries = check(found, bytes, leaves);
    bundles.put(path, entries, bytes.length + (long) ENTRY_OVERHEAD_BYTES * width);
    return entries;
  }

  /** A bundle that was written a moment ago and need not be read again. */
  void remember(TilePath path, List<byte[]> entries, long bytes) {
    bundles.put(path, entries, bytes);
  }

  /** A full tile of hashes that was written a moment ago and need not be read again. */
  void remember(TilePath path, byte[] tile) {
    tiles.put(path, tile, tile.length);
  }

  private static List<byte[]> check(TilePath found, byte[] bytes, List<Hash> leaves)
      throws LogDamage {
    EntryBundle.Reader reader = new EntryBundle.Reader(bytes);
    List<byte[]> entries = new ArrayList<>(leaves.size());
    for (int i = 0; i < leaves.size(); i++) {
      byte[] entry = reader.next();
      if (entry == null || !Merkle.leaf(entry).equals(leaves.get(i))) {
        throw Diagnosis.entry(found, i);
      }
      entries.add(entry);
    }
    if (found.width() == leaves.size() && !reader.atEnd()) {
      throw Diagnosis.longer(found);
    }
    return List.copyOf(entries);
  }

  /**
   * The bytes of a tile of hashes, with nothing checked but their number. Where a partial tile is
   * gone, the full one that replaced it begins with the same hashes.
   */
  static byte[] read(TileSource source, TilePath path) throws IOException {
    int length = path.width() * Hash.LENGTH;
    Optional<byte[]> exact = source.read(path.toString(), length);
    if (exact.isPresent() || path.isFull()) {
      byte[] bytes = exact.orElseThrow(() -> Diagnosis.missing(path));
      if (bytes.length != length) {
        throw Diagnosis.length(path, bytes.length, length);
      }
      return bytes;
    }
    byte[] full =
        source.read(path.full().toString(), TILE_BYTES).orElseThrow(() -> Diagnosis.missing(path));
    if (full.length != TILE_BYTES) {
      throw Diagnosis.length(path.full(), full.length, TILE_BYTES);
    }
    return Arrays.copyOf(full, length);
  }
}
