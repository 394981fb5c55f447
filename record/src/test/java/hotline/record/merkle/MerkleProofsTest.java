package hotline.record.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.testkit.Chance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class MerkleProofsTest {
  private static final int ALL_UP_TO = Boolean.getBoolean("hotline.full") ? 300 : 130;
  private static final List<byte[]> ENTRIES = TlogVectors.entries(ALL_UP_TO);
  private static final MemoryTree TREE = TlogVectors.tree(ALL_UP_TO);

  static LongStream seeds() {
    return Chance.seeds();
  }

  @Test
  void hashesAreThoseOfTheVectors() {
    JsonNode hashing = TlogVectors.ALL.get("hashing");
    assertThat(Merkle.EMPTY_ROOT.hex()).isEqualTo(hashing.get("empty_tree_root_hex").asString());
    assertThat(Merkle.leaf(new byte[0]).hex())
        .isEqualTo(hashing.get("empty_entry_leaf_hash_hex").asString());
    hashing
        .get("leaf_hashes")
        .valueStream()
        .forEach(leaf ->
            assertThat(Merkle.leaf(TlogVectors.entry(leaf.get("index").asLong())).hex())
                .isEqualTo(leaf.get("leaf_hash_hex").asString()));
    assertThat(TREE.node(1, 0).hex())
        .isEqualTo(hashing.get("node_hash_of_leaf0_leaf1_hex").asString());
  }

  @Test
  void rootsAndProofsAreThoseOfTheVectors() {
    MemoryTree tree = TlogVectors.tree(70_000);
    for (JsonNode root : TlogVectors.list("roots")) {
      assertThat(MerkleProofs.root(tree, root.get("size").asLong()).hex())
          .isEqualTo(root.get("root_hex").asString());
    }
    for (JsonNode known : TlogVectors.list("inclusion_proofs")) {
      long index = known.get("index").asLong();
      long size = known.get("size").asLong();
      List<Hash> proof = TlogVectors.hashes(known.get("proof_b64"));
      assertThat(MerkleProofs.inclusion(tree, index, size)).isEqualTo(proof);
      assertThat(
              MerkleProofs.verifyInclusion(
                  TlogVectors.hash(known.get("leaf_hash_b64")),
                  index,
                  size,
                  proof,
                  TlogVectors.hash(known.get("root_b64"))))
          .isTrue();
    }
    for (JsonNode known : TlogVectors.list("consistency_proofs")) {
      long oldSize = known.get("old_size").asLong();
      long newSize = known.get("new_size").asLong();
      List<Hash> proof = TlogVectors.hashes(known.get("proof_b64"));
      assertThat(MerkleProofs.consistency(tree, oldSize, newSize)).isEqualTo(proof);
      assertThat(
              MerkleProofs.verifyConsistency(
                  oldSize,
                  TlogVectors.hash(known.get("old_root_b64")),
                  newSize,
                  TlogVectors.hash(known.get("new_root_b64")),
                  proof))
          .isTrue();
    }
  }

  @Test
  void everyRootOfASmallTreeIsTheOracles() {
    Frontier frontier = Frontier.EMPTY;
    for (int size = 0; size <= ALL_UP_TO; size++) {
      Hash root = Hash.of(NaiveTree.root(ENTRIES.subList(0, size)));
      assertThat(MerkleProofs.root(TREE, size)).isEqualTo(root);
      assertThat(frontier.root()).isEqualTo(root);
      assertThat(frontier).isEqualTo(Frontier.of(TREE, size));
      assertThat(Frontier.parse(frontier.bytes())).contains(frontier);
      if (size < ALL_UP_TO) {
        frontier = frontier.append(Merkle.leaf(ENTRIES.get(size)));
      }
    }
  }

  @Test
  void everyInclusionProofOfASmallTreeIsTheOraclesAndHoldsOnlyAsItIs() {
    for (int size = 1; size <= ALL_UP_TO; size++) {
      Hash root = MerkleProofs.root(TREE, size);
      for (int index = 0; index < size; index++) {
        List<Hash> proof = MerkleProofs.inclusion(TREE, index, size);
        if (size <= 40 || index % 17 == 0) {
          assertThat(proof).isEqualTo(NaiveTree.path(index, ENTRIES.subList(0, size)));
        }
        Hash leaf = TREE.node(0, index);
        assertThat(MerkleProofs.verifyInclusion(leaf, index, size, proof, root)).isTrue();
        assertThat(MerkleProofs.verifyInclusion(leaf, index, size, longer(proof), root)).isFalse();
        assertThat(MerkleProofs.verifyInclusion(root, index, size, proof, leaf))
            .isEqualTo(size == 1);
        if (!proof.isEmpty()) {
          assertThat(MerkleProofs.verifyInclusion(leaf, index, size, shorter(proof), root))
              .isFalse();
        }
      }
    }
  }

  @Test
  void everyConsistencyProofOfASmallTreeIsTheOraclesAndHoldsOnlyAsItIs() {
    for (int newSize = 0; newSize <= ALL_UP_TO; newSize++) {
      Hash newRoot = MerkleProofs.root(TREE, newSize);
      for (int oldSize = 0; oldSize <= newSize; oldSize++) {
        Hash oldRoot = MerkleProofs.root(TREE, oldSize);
        List<Hash> proof = MerkleProofs.consistency(TREE, oldSize, newSize);
        if (oldSize > 0 && (newSize <= 40 || oldSize % 17 == 0)) {
          assertThat(proof).isEqualTo(NaiveTree.proof(oldSize, ENTRIES.subList(0, newSize)));
        }
        assertThat(joins(oldSize, oldRoot, newSize, newRoot, proof)).isTrue();
        assertThat(joins(oldSize, oldRoot, newSize, newRoot, longer(proof))).isFalse();
        assertThat(joins(oldSize, newRoot, newSize, oldRoot, proof)).isEqualTo(oldSize == newSize);
        if (!proof.isEmpty()) {
          assertThat(joins(oldSize, oldRoot, newSize, newRoot, shorter(proof))).isFalse();
        }
      }
    }
  }

  /** One place moved, one hash changed: never true, except where it says the same thing. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void nothingNearAProofHolds(long seed) {
    Chance chance = Chance.of(seed);
    int size = (int) chance.between(2, ALL_UP_TO);
    int other = (int) chance.between(1, ALL_UP_TO);
    int index = (int) chance.between(0, size - 1);
    Hash root = MerkleProofs.root(TREE, size);
    Hash leaf = TREE.node(0, index);
    List<Hash> inclusion = MerkleProofs.inclusion(TREE, index, size);
    List<Hash> consistency = MerkleProofs.consistency(TREE, Math.min(size, other), size);
    assertThat(MerkleProofs.verifyInclusion(leaf, index, size, changed(inclusion, chance), root))
        .isFalse();
    assertThat(MerkleProofs.verifyInclusion(leaf, (index + 1) % size, size, inclusion, root))
        .isFalse();
    if (!consistency.isEmpty()) {
      Hash oldRoot = MerkleProofs.root(TREE, other);
      assertThat(joins(other, oldRoot, size, root, changed(consistency, chance))).isFalse();
      assertThat(joins(other, leaf, size, root, consistency)).isFalse();
      assertThat(joins(other, oldRoot, size, leaf, consistency)).isFalse();
    }
  }

  @Test
  void hostileNumbersAreJustNo() {
    Hash hash = Merkle.EMPTY_ROOT;
    long[] numbers = {Long.MIN_VALUE, -1, 0, 1, 2, 3, Long.MAX_VALUE - 1, Long.MAX_VALUE};
    List<List<Hash>> proofs = new ArrayList<>();
    for (int length = 0; length < 66; length++) {
      proofs.add(Collections.nCopies(length, hash));
    }
    for (long first : numbers) {
      for (long second : numbers) {
        for (List<Hash> proof : proofs) {
          assertThat(
                  MerkleProofs.verifyInclusion(hash, first, second, proof, hash)
                      && !(first == 0 && second == 1 && proof.isEmpty()))
              .isFalse();
          boolean trivial = first >= 0 && proof.isEmpty() && (first == second || first == 0);
          assertThat(joins(first, hash, second, hash, proof)).isEqualTo(trivial && second >= 0);
        }
      }
    }
    assertThatThrownBy(() -> MerkleProofs.inclusion(TREE, 5, 5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MerkleProofs.consistency(TREE, 6, 5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFrontierHasOneForm() {
    byte[] bytes = Frontier.of(TREE, 77).bytes();
    for (int length = 0; length < bytes.length; length++) {
      assertThat(Frontier.parse(Arrays.copyOf(bytes, length))).isEmpty();
    }
    assertThat(Frontier.parse(Arrays.copyOf(bytes, bytes.length + 1))).isEmpty();
    bytes[0] = (byte) 0x80;
    assertThat(Frontier.parse(bytes)).isEmpty();
  }

  private static boolean joins(
      long oldSize, Hash oldRoot, long newSize, Hash newRoot, List<Hash> proof) {
    return MerkleProofs.verifyConsistency(oldSize, oldRoot, newSize, newRoot, proof);
  }

  private static List<Hash> longer(List<Hash> proof) {
    List<Hash> more = new ArrayList<>(proof);
    more.add(Merkle.EMPTY_ROOT);
    return more;
  }

  private static List<Hash> shorter(List<Hash> proof) {
    return proof.subList(0, proof.size() - 1);
  }

  private static List<Hash> changed(List<Hash> proof, Chance chance) {
    List<Hash> changed = new ArrayList<>(proof);
    int at = (int) chance.between(0, proof.size() - 1);
    byte[] bytes = changed.get(at).bytes();
    bytes[(int) chance.between(0, 31)] ^= (byte) (1 << chance.between(0, 7));
    changed.set(at, Hash.of(bytes));
    return changed;
  }
}
