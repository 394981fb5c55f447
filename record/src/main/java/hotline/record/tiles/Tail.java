package hotline.record.tiles;

import hotline.record.merkle.Frontier;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The end of a log in memory: on each level the hashes of the tiles that are not yet on disk whole,
 * and the entries of the bundles that are not. Everything before it is on disk, durable.
 *
 * <p>Every method is held for microseconds under the one lock of this object; nothing here reads or
 * writes a file.
 */
final class Tail {
  /** The hashes of one level from {@code first} on. */
  private static final class Row {
    private long first;
    private final List<Hash> hashes = new ArrayList<>();

    private long end() {
      return first + hashes.size();
    }

    private void dropBefore(long index) {
      if (index > first) {
        hashes.subList(0, (int) (index - first)).clear();
        first = index;
      }
    }
  }

  private final List<Row> rows = new ArrayList<>();
  private final List<byte[]> entries;
  private Frontier frontier;
  private long firstEntry;
  private long synced;
  private long unsyncedBytes;

  /** The end of a log that is durable up to the size of {@code log}. */
  Tail(VerifiedLog log) throws IOException {
    frontier = log.frontier();
    synced = log.size();
    firstEntry = synced / TilePath.FULL * TilePath.FULL;
    entries = new ArrayList<>(log.lastEntries());
    for (int level = 0; level <= TilePath.LEVEL_MAX; level++) {
      Row row = new Row();
      row.first = Tiles.hashes(synced, level) / TilePath.FULL * TilePath.FULL;
      row.hashes.addAll(log.edge(level));
      rows.add(row);
    }
  }

  synchronized long append(byte[] entry) {
    Hash leaf = Merkle.leaf(entry);
    frontier = frontier.append(leaf);
    entries.add(entry);
    unsyncedBytes += entry.length;
    Hash hash = leaf;
    for (int level = 0; ; level++) {
      Row row = rows.get(level);
      row.hashes.add(hash);
      if (row.end() % TilePath.FULL != 0) {
        return frontier.size() - 1;
      }
      int count = row.hashes.size();
      hash = Tiles.root(row.hashes.subList(count - TilePath.FULL, count));
    }
  }

  synchronized Frontier frontier() {
    return frontier;
  }

  synchronized long synced() {
    return synced;
  }

  synchronized long unsyncedBytes() {
    return unsyncedBytes;
  }

  synchronized Optional<Hash> hash(int level, long index) {
    Row row = rows.get(level);
    return index < row.first || index >= row.end()
        ? Optional.empty()
        : Optional.of(row.hashes.get((int) (index - row.first)));
  }

  /** The entry, if it is one of those kept here; the very array that was appended. */
  synchronized Optional<byte[]> entry(long index) {
    return index < firstEntry
        ? Optional.empty()
        : Optional.of(entries.get((int) (index - firstEntry)));
  }

  /** The tiles and bundles that are on disk neither whole nor at their present width. */
  synchronized Unsynced unsynced() {
    List<Unsynced.Tile> tiles = new ArrayList<>();
    long size = frontier.size();
    for (int level = 0; level <= TilePath.LEVEL_MAX; level++) {
      Row row = rows.get(level);
      if (Tiles.hashes(size, level) == Tiles.hashes(synced, level)) {
        break;
      }
      for (int at = 0; at < row.hashes.size(); at += TilePath.FULL) {
        int width = Math.min(TilePath.FULL, row.hashes.size() - at);
        tiles.add(
            new Unsynced.Tile(
                TilePath.hashes(level, (row.first + at) / TilePath.FULL, width),
                List.copyOf(row.hashes.subList(at, at + width))));
      }
    }
    List<Unsynced.Bundle> bundles = new ArrayList<>();
    for (int at = 0; at < entries.size() && size > synced; at += TilePath.FULL) {
      int width = Math.min(TilePath.FULL, entries.size() - at);
      bundles.add(
          new Unsynced.Bundle(
              TilePath.entries((firstEntry + at) / TilePath.FULL, width),
              List.copyOf(entries.subList(at, at + width))));
    }
    return new Unsynced(size, unsyncedBytes, tiles, bundles);
  }

  /**
   * The partial tiles and the bundle of an earlier size, as far as the full ones that replace them
   * are not on disk yet.
   */
  synchronized Unsynced partials(long size) {
    List<Unsynced.Tile> tiles = new ArrayList<>();
    for (TilePath path : Tiles.edge(size)) {
      Row row = rows.get(path.level());
      if (row.first == path.index() * TilePath.FULL) {
        tiles.add(new Unsynced.Tile(path, List.copyOf(row.hashes.subList(0, path.width()))));
      }
    }
    List<Unsynced.Bundle> bundles = new ArrayList<>();
    int width = (int) (size % TilePath.FULL);
    if (width > 0 && firstEntry == size - width) {
      bundles.add(
          new Unsynced.Bundle(
              TilePath.entries(size / TilePath.FULL, width),
              List.copyOf(entries.subList(0, width))));
    }
    return new Unsynced(size, 0, tiles, bundles);
  }

  /** All of it is durable now; what is whole on disk is let go. */
  synchronized void synced(Unsynced done) {
    synced = done.size();
    unsyncedBytes -= done.bytes();
    long first = synced / TilePath.FULL * TilePath.FULL;
    entries.subList(0, (int) (first - firstEntry)).clear();
    firstEntry = first;
    for (int level = 0; level <= TilePath.LEVEL_MAX; level++) {
      rows.get(level).dropBefore(Tiles.hashes(synced, level) / TilePath.FULL * TilePath.FULL);
    }
  }

  /**
   * What a sync has to write.
   *
   * @param size the log's size when it is written
   * @param bytes of the entries that were not durable before
   */
  record Unsynced(long size, long bytes, List<Tile> tiles, List<Bundle> bundles) {
    record Tile(TilePath path, List<Hash> hashes) {}

    record Bundle(TilePath path, List<byte[]> entries) {}
  }
}
