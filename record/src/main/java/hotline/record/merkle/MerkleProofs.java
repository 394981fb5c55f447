package hotline.record.merkle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Roots and proofs of RFC 6962 §2.1: made from a {@link HashSource}, checked with nothing but
 * hashes.
 *
 * <p>The checks are total: whatever the numbers and however long the list, the answer is yes or no.
 * A proof has one form only; a hash too many or too few is no.
 */
public final class MerkleProofs {
  /** No proof of any tree with fewer than 2⁶³ leaves is longer, inclusion or consistency. */
  public static final int LENGTH_MAX = 63;

  private MerkleProofs() {}

  /**
   * The root of the tree's first {@code size} leaves.
   *
   * @throws IllegalArgumentException if the size is negative
   */
  public static <X extends Exception> Hash root(HashSource<X> source, long size) throws X {
    require(size >= 0, "a size is not negative");
    if (size == 0) {
      return Merkle.EMPTY_ROOT;
    }
    return range(source, 0, size);
  }

  /**
   * The inclusion proof of leaf {@code index} in the tree's first {@code size} leaves, the leaf's
   * sibling first.
   *
   * @throws IllegalArgumentException unless 0 ≤ index &lt; size
   */
  public static <X extends Exception> List<Hash> inclusion(
      HashSource<X> source, long index, long size) throws X {
    require(0 <= index && index < size, "an included leaf lies inside the tree");
    List<Hash> downwards = new ArrayList<>();
    long begin = 0;
    long end = size;
    while (end - begin > 1) {
      long middle = begin + split(end - begin);
      if (index < middle) {
        downwards.add(range(source, middle, end));
        end = middle;
      } else {
        downwards.add(range(source, begin, middle));
        begin = middle;
      }
    }
    return List.copyOf(downwards.reversed());
  }

  /**
   * The proof that the tree's first {@code oldSize} leaves are a prefix of its first {@code
   * newSize}. Empty when the sizes are equal or the old one is zero.
   *
   * @throws IllegalArgumentException unless 0 ≤ oldSize ≤ newSize
   */
  public static <X extends Exception> List<Hash> consistency(
      HashSource<X> source, long oldSize, long newSize) throws X {
    require(0 <= oldSize && oldSize <= newSize, "the old tree is not the larger one");
    if (oldSize == 0 || oldSize == newSize) {
      return List.of();
    }
    List<Hash> downwards = new ArrayList<>();
    long begin = 0;
    long end = newSize;
    while (oldSize < end) {
      long middle = begin + split(end - begin);
      if (oldSize <= middle) {
        downwards.add(range(source, middle, end));
        end = middle;
      } else {
        downwards.add(range(source, begin, middle));
        begin = middle;
      }
    }
    if (begin > 0) {
      downwards.add(range(source, begin, end));
    }
    return List.copyOf(downwards.reversed());
  }

  /** Whether {@code proof} leads from the leaf at {@code index} to the root of {@code size}. */
  public static boolean verifyInclusion(
      Hash leaf, long index, long size, List<Hash> proof, Hash root) {
    if (index < 0 || index >= size) {
      return false;
    }
    Hash reached = climb(leaf, index, size, proof);
    return reached != null && reached.equals(root);
  }

  /**
   * Whether {@code proof} shows that the tree of {@code oldSize} leaves and {@code oldRoot} is a
   * prefix of the tree of {@code newSize} leaves and {@code newRoot}. From the empty tree nothing
   * need be shown, and its only root is that of no leaves.
   */
  public static boolean verifyConsistency(
      long oldSize, Hash oldRoot, long newSize, Hash newRoot, List<Hash> proof) {
    if (oldSize < 0 || oldSize > newSize) {
      return false;
    }
    if (oldSize == 0) {
      return proof.isEmpty()
          && oldRoot.equals(Merkle.EMPTY_ROOT)
          && (newSize > 0 || newRoot.equals(Merkle.EMPTY_ROOT));
    }
    if (oldSize == newSize) {
      return proof.isEmpty() && oldRoot.equals(newRoot);
    }
    return joins(oldSize, oldRoot, newSize, newRoot, proof);
  }

  /*
   * RFC 9162 §2.1.4.2, told by position: the proof begins at the largest complete subtree that ends
   * where the old tree ends (the old root itself if the old tree is one). Going up, a node that is a
   * right child takes its sibling from the left into both roots; a left child takes it from the
   * right into the new root only; a node without a sibling rises alone.
   */
  private static boolean joins(
      long oldSize, Hash oldRoot, long newSize, Hash newRoot, List<Hash> proof) {
    int height = Long.numberOfTrailingZeros(oldSize);
    long node = (oldSize >>> height) - 1;
    long last = (newSize - 1) >>> height;
    int next = 0;
    Hash before = oldRoot;
    if (node > 0) {
      if (proof.isEmpty()) {
        return false;
      }
      before = proof.get(next++);
    }
    Hash after = before;
    while (last > 0) {
      if ((node & 1) == 1 || node < last) {
        if (next == proof.size()) {
          return false;
        }
        Hash sibling = proof.get(next++);
        if ((node & 1) == 1) {
          before = Merkle.node(sibling, before);
          after = Merkle.node(sibling, after);
        } else {
          after = Merkle.node(after, sibling);
        }
      }
      node >>>= 1;
      last >>>= 1;
    }
    return next == proof.size() && before.equals(oldRoot) && after.equals(newRoot);
  }

  private static @Nullable Hash climb(Hash leaf, long index, long size, List<Hash> proof) {
    Hash hash = leaf;
    long node = index;
    long last = size - 1;
    int next = 0;
    while (last > 0) {
      if ((node & 1) == 1 || node < last) {
        if (next == proof.size()) {
          return null;
        }
        Hash sibling = proof.get(next++);
        hash = (node & 1) == 1 ? Merkle.node(sibling, hash) : Merkle.node(hash, sibling);
      }
      node >>>= 1;
      last >>>= 1;
    }
    return next == proof.size() ? hash : null;
  }

  /** The root over leaves {@code begin} to {@code end}, a range that some split produced. */
  private static <X extends Exception> Hash range(HashSource<X> source, long begin, long end)
      throws X {
    return Frontier.join(Frontier.peaks(source, begin, end));
  }

  /** The largest power of two below {@code count}, which is at least 2. */
  private static long split(long count) {
    return Long.highestOneBit(count - 1);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
