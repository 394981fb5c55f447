package hotline.node.record;

import hotline.line.accusation.Wrong;
import hotline.record.merkle.Hash;
import hotline.record.merkle.MerkleProofs;
import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.note.SignedCheckpoint;
import hotline.record.tiles.LogDamage;
import hotline.record.tiles.LogStore;
import hotline.record.tiles.TileSource;
import hotline.record.tiles.VerifiedLog;
import java.io.ByteArrayOutputStream;
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
   * @param source where the tiles of the checkpoint are to be had, if it is larger than the copy;
   *     believed in nothing that the checkpoint does not prove
   * @return where the evidence is, if it is of another history than {@code own}
   * @throws IOException if that cannot be found out
   */
  Optional<String> compare(SignedCheckpoint shown, LogStore own, TileSource source, String host)
      throws IOException {
    long size = shown.checkpoint().size();
    Note note = own.published().orElse(null);
    if (note == null || size == 0 || Checkpoint.of(note).size() == 0) {
      return Optional.empty();
    }
    Checkpoint held = Checkpoint.of(note);
    Between between =
        size <= held.size() ? shorter(held, size, own) : longer(shown.checkpoint(), held, source);
    Checkpoint small = size <= held.size() ? shown.checkpoint() : held;
    return between.root().equals(small.root())
        ? Optional.empty()
        : Optional.of(keep(between, note, shown.note(), held.size() == size, host));
  }

  /** How the larger of two trees begins: its root at the smaller one's size, and the proof. */
  private record Between(Hash root, List<Hash> path) {}

  private static Between shorter(Checkpoint held, long size, LogStore own) throws IOException {
    Hash root = own.rootAt(size);
    List<Hash> path = size == held.size() ? List.of() : own.consistency(size, held.size());
    if (!MerkleProofs.verifyConsistency(size, root, held.size(), held.root(), path)) {
      // Then it is this copy that the disk has bent, and nobody is to be accused.
      throw new IOException("this node's own copy does not fit its checkpoint");
    }
    return new Between(root, path);
  }

  private static Between longer(Checkpoint shown, Checkpoint held, TileSource source)
      throws IOException {
    try {
      VerifiedLog log = VerifiedLog.open(source, shown);
      Hash root = log.rootAt(held.size());
      List<Hash> path = log.consistency(held.size(), shown.size());
      if (!MerkleProofs.verifyConsistency(held.size(), root, shown.size(), shown.root(), path)) {
        throw new IOException("the tiles shown do not fit the checkpoint shown");
      }
      return new Between(root, path);
    } catch (LogDamage damage) {
      throw new IOException("the tiles shown do not fit the checkpoint shown", damage);
    }
  }

  private String keep(Between between, Note held, Note shown, boolean ofOneSize, String host) {
    Map<String, byte[]> parts = new TreeMap<>(Map.of("held", held.bytes(), "shown", shown.bytes()));
    Map<String, byte[]> files = new TreeMap<>();
    files.put("checkpoint-held", held.bytes());
    files.put("checkpoint-shown", shown.bytes());
    ByteArrayOutputStream path = new ByteArrayOutputStream();
    StringBuilder text = new StringBuilder();
    for (Hash hash : between.path()) {
      path.writeBytes(hash.bytes());
      text.append(hash.hex()).append('\n');
    }
    files.put("consistency.txt", text.toString().getBytes(StandardCharsets.US_ASCII));
    if (!ofOneSize) {
      parts.put("root", between.root().bytes());
      parts.put("path", path.toByteArray());
    }
    String why =
        "The larger of the two trees begins with a tree of the smaller one's size whose root is "
            + between.root().hex()
            + " (consistency.txt proves it, RFC 6962); the smaller one has another root.\n";
    files.put("why.txt", why.getBytes(StandardCharsets.UTF_8));
    return evidence.keep(Wrong.TWO_HISTORIES, host, parts, files);
  }
}
