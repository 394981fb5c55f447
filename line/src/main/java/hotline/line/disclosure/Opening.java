package hotline.line.disclosure;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Decoded;
import hotline.record.cbor.Field;
import hotline.record.merkle.Hash;
import hotline.record.merkle.MerkleProofs;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One volume of a commitment with the proof that it is the one promised.
 *
 * <p>What is read from another party is only well formed; it means nothing until {@link #verify}.
 */
public final class Opening {
  private static final int PROOF_MAX = Integer.numberOfTrailingZeros(Commitment.VOLUMES_MAX);

  private final int item;
  private final Salt salt;
  private final byte[] volume;
  private final List<Hash> proof;

  Opening(int item, Salt salt, byte[] volume, List<Hash> proof) {
    this.item = item;
    this.salt = salt;
    this.volume = volume.clone();
    this.proof = List.copyOf(proof);
  }

  /** Which of the notice's volumes it is, from 0. */
  public int item() {
    return item;
  }

  /** The volume's bytes as committed. */
  public byte[] volumeBytes() {
    return volume.clone();
  }

  /**
   * The volume, if this opens the commitment that {@code root} over {@code leaves} stands for and
   * the bytes are those of a volume; else what is wrong.
   */
  public Decoded<ExactVolume> verify(Subject subject, Hash root, long leaves) {
    if (!Commitment.isLeafCount(leaves)
        || !MerkleProofs.verifyInclusion(
            subject.leaf(item, salt, volume), item, leaves, proof, root)) {
      return new Decoded.Fault<>(
          "volume " + item + " is not the one the notice in the record is committed to");
    }
    return VolumeCodec.decode(volume);
  }

  /** The most bytes that {@link #encoded} takes: each part with the longest head it can have. */
  int sizeBytes() {
    return 16 + Salt.LENGTH + volume.length + proof.size() * (Hash.LENGTH + 2);
  }

  /** Its one form. */
  public CborArray encoded() {
    return CborArray.builder()
        .add(item)
        .add(salt.bytes())
        .add(volume)
        .add(CborArray.of(proof, hash -> CborValue.of(hash.bytes())))
        .build();
  }

  /** Reads one; it is only well formed. */
  public static Opening read(Field field) {
    return field.tuple(
        4,
        at ->
            new Opening(
                at.small(0, 0, Commitment.VOLUMES_MAX - 1),
                new Salt(at.bytes(1, Salt.LENGTH)),
                at.bytes(2, 1, VolumeCodec.BYTES_MAX),
                at.list(3, 0, PROOF_MAX, hash -> Hash.of(hash.bytes(Hash.LENGTH)))));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Opening that
        && item == that.item
        && salt.equals(that.salt)
        && Arrays.equals(volume, that.volume)
        && proof.equals(that.proof);
  }

  @Override
  public int hashCode() {
    return 31 * salt.hashCode() + Arrays.hashCode(volume);
  }

  @Override
  public String toString() {
    return "Opening[" + item + "]";
  }
}
