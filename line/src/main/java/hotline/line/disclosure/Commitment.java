package hotline.line.disclosure;

import hotline.record.merkle.Hash;
import hotline.record.merkle.MemoryTree;
import hotline.record.merkle.Merkle;
import hotline.record.merkle.MerkleProofs;
import java.util.ArrayList;
import java.util.List;

/**
 * A promise, made in the record by one hash, of volumes that stay with their issuer until he opens
 * them, each alone.
 *
 * <p>The tree has one leaf for each volume and is filled up to a power of two, at least {@link
 * #LEAVES_MIN}, with leaves that look like any other: the count says little, and a proof says
 * nothing of its neighbours but hashes of salted bytes. Made afresh from the volumes and the secret
 * whenever something is to be opened; the same inputs give the same tree.
 */
public final class Commitment {
  /** A notice of one volume looks like one of four. */
  public static final int LEAVES_MIN = 4;

  /** The most volumes one commitment holds; the terms set less. */
  public static final int VOLUMES_MAX = 1024;

  private final List<byte[]> volumes;
  private final List<Salt> salts;
  private final MemoryTree tree = new MemoryTree();

  private Commitment(List<byte[]> volumes, List<Salt> salts) {
    this.volumes = volumes;
    this.salts = salts;
  }

  /**
   * The commitment to these volumes, in this order: the item of each is its place, from 0.
   *
   * @throws IllegalArgumentException unless there are 1 to {@link #VOLUMES_MAX}
   */
  public static Commitment of(Subject subject, List<ExactVolume> volumes, DisclosureSecret secret) {
    if (volumes.isEmpty() || volumes.size() > VOLUMES_MAX) {
      throw new IllegalArgumentException(
          "give 1 to " + VOLUMES_MAX + " volumes, not " + volumes.size());
    }
    Commitment commitment = new Commitment(new ArrayList<>(), new ArrayList<>());
    for (int item = 0; item < volumes.size(); item++) {
      byte[] bytes = VolumeCodec.encode(volumes.get(item));
      Salt salt = secret.salt(subject, item);
      commitment.volumes.add(bytes);
      commitment.salts.add(salt);
      commitment.tree.append(subject.leaf(item, salt, bytes));
    }
    for (int item = volumes.size(); item < leaves(volumes.size()); item++) {
      commitment.tree.append(Merkle.leaf(secret.padding(subject, item)));
    }
    return commitment;
  }

  /** How many leaves so many volumes are filled up to. */
  public static int leaves(int volumes) {
    return Math.max(LEAVES_MIN, volumes == 1 ? 1 : Integer.highestOneBit(volumes - 1) << 1);
  }

  /** Whether this can be the padded count of a commitment. */
  public static boolean isLeafCount(long leaves) {
    return leaves >= LEAVES_MIN && leaves <= VOLUMES_MAX && Long.bitCount(leaves) == 1;
  }

  /** The one hash that goes into the record. */
  public Hash root() {
    return tree.root();
  }

  /** The padded count that goes with it. */
  public int leaves() {
    return Math.toIntExact(tree.size());
  }

  /** How many volumes it holds. */
  public int volumes() {
    return volumes.size();
  }

  /** Volume {@code item} alone, with its proof. */
  public Opening open(int item) {
    return new Opening(
        item, salts.get(item), volumes.get(item), MerkleProofs.inclusion(tree, item, tree.size()));
  }
}
