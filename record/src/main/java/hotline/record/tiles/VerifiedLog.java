package hotline.record.tiles;

import hotline.record.merkle.Frontier;
import hotline.record.merkle.Hash;
import hotline.record.merkle.MerkleProofs;
import hotline.record.note.Checkpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A log read under one checkpoint, from anyone's files. The checkpoint's root is believed (its
 * signature is the caller's to check); every hash and entry that is given out was checked against
 * it. Safe for use by many threads; reads what is asked for and no more.
 *
 * <p>What does not fit is thrown as {@link LogDamage}; that a source cannot be read, as another
 * {@link IOException}.
 */
public final class VerifiedLog {
  private final Checkpoint checkpoint;
  private final Map<Integer, Map.Entry<Long, List<Hash>>> edge;
  private final TileReader reader;
  private final Frontier frontier;

  private VerifiedLog(
      TileSource source, Checkpoint checkpoint, Map<Integer, Map.Entry<Long, List<Hash>>> edge)
      throws IOException {
    this.checkpoint = checkpoint;
    this.edge = edge;
    this.reader = new TileReader(source, this::known);
    this.frontier = Frontier.of(reader, checkpoint.size());
  }

  /**
   * Reads the right edge and checks that it gives the root.
   *
   * @throws LogDamage if it does not, naming the file that is wrong
   */
  public static VerifiedLog open(TileSource source, Checkpoint checkpoint) throws IOException {
    Map<TilePath, List<Hash>> tiles = new LinkedHashMap<>();
    Map<Integer, Map.Entry<Long, List<Hash>>> edge = new TreeMap<>();
    for (TilePath path : Tiles.edge(checkpoint.size())) {
      List<Hash> hashes = Tiles.hashes(TileReader.read(source, path));
      tiles.put(path, hashes);
      edge.put(path.level(), Map.entry(path.index() * TilePath.FULL, hashes));
    }
    VerifiedLog log = new VerifiedLog(source, checkpoint, edge);
    if (!log.frontier.root().equals(checkpoint.root())) {
      throw new Diagnosis(source).edge(checkpoint, tiles);
    }
    return log;
  }

  /** The checkpoint under which this log is read. */
  public Checkpoint checkpoint() {
    return checkpoint;
  }

  /** The number of entries. */
  public long size() {
    return checkpoint.size();
  }

  /** The right edge, from which one can go on appending. */
  public Frontier frontier() {
    return frontier;
  }

  /** The root of the first {@code size} entries. */
  public Hash rootAt(long size) throws IOException {
    return MerkleProofs.root(reader, Objects.checkIndex(size, size() + 1));
  }

  /** The leaf hash of an entry. */
  public Hash leafHash(long index) throws IOException {
    return reader.hash(0, Objects.checkIndex(index, size()));
  }

  /** The bytes of an entry; a fresh copy. */
  public byte[] entry(long index) throws IOException {
    return bundleOf(index).get((int) (index % TilePath.FULL)).clone();
  }

  /**
   * Entries in a row, from {@code from} on: at most {@code max} and at most to the end of the
   * bundle that {@code from} stands in; none at the end of the log.
   */
  public List<byte[]> entries(long from, int max) throws IOException {
    if (from == size()) {
      return List.of();
    }
    List<byte[]> bundle = bundleOf(from);
    int at = (int) (from % TilePath.FULL);
    return bundle.subList(at, (int) Math.min(bundle.size(), (long) at + max)).stream()
        .map(byte[]::clone)
        .toList();
  }

  /** The proof that entry {@code index} is in the first {@code size} entries. */
  public List<Hash> inclusion(long index, long size) throws IOException {
    return MerkleProofs.inclusion(reader, index, Objects.checkIndex(size, size() + 1));
  }

  /** The proof that the first {@code oldSize} entries begin the first {@code newSize}. */
  public List<Hash> consistency(long oldSize, long newSize) throws IOException {
    return MerkleProofs.consistency(reader, oldSize, Objects.checkIndex(newSize, size() + 1));
  }

  /** The hashes of a level's partial tile; empty where there is none. */
  List<Hash> edge(int level) {
    Map.Entry<Long, List<Hash>> row = edge.get(level);
    return row == null ? List.of() : row.getValue();
  }

  /** The entries of the partial bundle at the end; empty if the last bundle is full. */
  List<byte[]> lastEntries() throws IOException {
    int width = (int) (size() % TilePath.FULL);
    return width == 0 ? new ArrayList<>() : reader.bundle(size() / TilePath.FULL, width);
  }

  private List<byte[]> bundleOf(long index) throws IOException {
    long bundle = Objects.checkIndex(index, size()) / TilePath.FULL;
    return reader.bundle(bundle, (int) Math.min(TilePath.FULL, size() - bundle * TilePath.FULL));
  }

  private Optional<Hash> known(int level, long index) {
    Map.Entry<Long, List<Hash>> row = edge.get(level);
    if (row == null || index < row.getKey() || index - row.getKey() >= row.getValue().size()) {
      return Optional.empty();
    }
    return Optional.of(row.getValue().get((int) (index - row.getKey())));
  }
}
