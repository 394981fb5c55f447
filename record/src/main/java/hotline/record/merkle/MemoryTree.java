package hotline.record.merkle;

import java.util.ArrayList;
import java.util.List;

/** A tree held whole in memory: two hashes an entry. For small trees and for tests. */
public final class MemoryTree implements HashSource<RuntimeException> {
  private final List<List<Hash>> heights = new ArrayList<>();

  /** An empty tree. */
  public MemoryTree() {
    heights.add(new ArrayList<>());
  }

  /** The number of leaves. */
  public long size() {
    return heights.getFirst().size();
  }

  /** Adds a leaf by its hash and gives its index. */
  public long append(Hash leaf) {
    Hash hash = leaf;
    int height = 0;
    heights.getFirst().add(hash);
    while (heights.get(height).size() % 2 == 0) {
      List<Hash> row = heights.get(height);
      hash = Merkle.node(row.get(row.size() - 2), row.getLast());
      height++;
      if (height == heights.size()) {
        heights.add(new ArrayList<>());
      }
      heights.get(height).add(hash);
    }
    return size() - 1;
  }

  /** The root over all leaves. */
  public Hash root() {
    return MerkleProofs.root(this, size());
  }

  @Override
  public Hash node(int height, long index) {
    return heights.get(height).get(Math.toIntExact(index));
  }
}
