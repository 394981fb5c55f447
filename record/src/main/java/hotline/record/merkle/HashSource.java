package hotline.record.merkle;

/**
 * Where the hashes of complete subtrees come from: memory, tiles on disk, tiles of another node.
 *
 * @param <X> what reading may throw; {@link RuntimeException} for a source that cannot fail
 */
@FunctionalInterface
public interface HashSource<X extends Exception> {
  /**
   * The root of the complete subtree of 2<sup>height</sup> leaves that begins at leaf {@code index
   * · 2^height}. Asked only for subtrees that lie inside the tree.
   *
   * @param height 0 for leaves, at most 62
   */
  Hash node(int height, long index) throws X;
}
