package hotline.node.record;

import hotline.record.merkle.Hash;
import hotline.record.merkle.MerkleProofs;
import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.note.SignedCheckpoint;
import hotline.record.tiles.LogStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Compares what the host signs with what it signed before. Two checkpoints of one log that no
 * consistency proof joins are two histories: both are the host's own word, and a stranger can check
 * them without asking anybody.
 */
final class Forks {
  private final Evidence evidence;

  Forks(Evidence evidence) {
    this.evidence = evidence;
  }

  /**
   * Looks at a checkpoint that the host has signed.
   *
   * @param own this node's verified copy of that log
   * @return where the evidence is, if it is of another history than {@code own}
   */
  Optional<String> compare(SignedCheckpoint shown, LogStore own) throws IOException {
    long size = shown.checkpoint().size();
    Note held = own.published().orElse(null);
    if (held == null || size == 0 || size > Checkpoint.of(held).size()) {
      return Optional.empty();
    }
    Hash root = own.rootAt(size);
    if (root.equals(shown.checkpoint().root())) {
      return Optional.empty();
    }
    long heldSize = Checkpoint.of(held).size();
    StringBuilder proof = new StringBuilder();
    List<Hash> path = size == heldSize ? List.of() : own.consistency(size, heldSize);
    if (!MerkleProofs.verifyConsistency(size, root, heldSize, Checkpoint.of(held).root(), path)) {
      // Then it is this copy that the disk has bent, and nobody is to be accused.
      throw new IOException("this node's own copy does not fit its checkpoint");
    }
    path.forEach(hash -> proof.append(hash.hex()).append('\n'));
    String why =
        "checkpoint-held begins with a tree of "
            + size
            + " entries whose root is "
            + root.hex()
            + " (consistency.txt proves it, RFC 6962); checkpoint-shown signs another root of as"
            + " many.\n";
    Map<String, byte[]> files = new TreeMap<>();
    files.put("checkpoint-held", held.bytes());
    files.put("checkpoint-shown", shown.note().bytes());
    files.put("consistency.txt", proof.toString().getBytes(StandardCharsets.US_ASCII));
    files.put("why.txt", why.getBytes(StandardCharsets.UTF_8));
    return Optional.of(evidence.keep("two-histories", files));
  }
}
