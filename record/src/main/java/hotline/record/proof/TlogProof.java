package hotline.record.proof;

import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.merkle.MerkleProofs;
import hotline.record.note.Note;
import hotline.record.note.Parsed;
import hotline.record.note.Strict;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An offline proof of inclusion, {@code c2sp.org/tlog-proof@v1}; kept in files with the extension
 * {@code .tlog-proof}.
 *
 * @param extra the base64 of opaque bytes, or empty; signed by nobody, not to be believed
 * @param index the entry's index in the log
 * @param path the inclusion proof, the leaf's sibling first
 * @param note the signed checkpoint with its cosignatures, verbatim
 */
public record TlogProof(Optional<String> extra, long index, List<Hash> path, Note note) {
  /** No proof is longer, in bytes. */
  public static final int BYTES_MAX = Note.NOTE_BYTES_MAX + 128 * 1024;

  /** No extra is longer, in characters of base64. */
  public static final int EXTRA_MAX = 96 * 1024;

  private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";

  /** Two lines before the index, the index, the path, the empty line. */
  private static final int HEAD_LINES_MAX = MerkleProofs.LENGTH_MAX + 4;

  /** Refuses what could not be written and read back. */
  public TlogProof {
    if (index < 0 || path.size() > MerkleProofs.LENGTH_MAX) {
      throw new IllegalArgumentException("an index from 0 on and at most 63 hashes");
    }
    if (extra.isPresent() && !isExtra(extra.get())) {
      throw new IllegalArgumentException("the extra is exact base64 and not too long");
    }
    path = List.copyOf(path);
  }

  /** A proof without extra. */
  public static TlogProof of(long index, List<Hash> path, Note note) {
    return new TlogProof(Optional.empty(), index, path, note);
  }

  /** The same proof with opaque bytes for an application. */
  public TlogProof withExtra(byte[] opaque) {
    return new TlogProof(
        Optional.of(Base64.getEncoder().encodeToString(opaque)), index, path, note);
  }

  /** Reads a proof; says nothing yet about whether it holds. */
  public static Parsed<TlogProof> parse(byte[] bytes) {
    if (bytes.length > BYTES_MAX) {
      return refused("the proof is longer than " + BYTES_MAX + " bytes");
    }
    List<String> head = new ArrayList<>();
    int at = 0;
    do {
      int end = at;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      if (end == bytes.length || head.size() == HEAD_LINES_MAX) {
        return refused("there is no empty line before the checkpoint");
      }
      head.add(new String(bytes, at, end - at, StandardCharsets.ISO_8859_1));
      at = end + 1;
    } while (!head.getLast().isEmpty());
    byte[] rest = Arrays.copyOfRange(bytes, at, bytes.length);
    return head(head.subList(0, head.size() - 1))
        .then(read ->
            Note.parse(rest)
                .then(note ->
                    Parsed.good(new TlogProof(read.extra(), read.index(), read.path(), note))));
  }

  private record Head(Optional<String> extra, long index, List<Hash> path) {}

  private static Parsed<Head> head(List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().equals(FIRST_LINE)) {
      return Parsed.refused("proof.malformed", "the first line is not " + FIRST_LINE);
    }
    int at = 1;
    Optional<String> extra = Optional.empty();
    if (at < lines.size() && lines.get(at).startsWith(EXTRA)) {
      extra = Optional.of(lines.get(at++).substring(EXTRA.length()));
      if (!isExtra(extra.get())) {
        return Parsed.refused("proof.malformed", "the extra is not exact base64, or too long");
      }
    }
    if (at >= lines.size() || !lines.get(at).startsWith(INDEX)) {
      return Parsed.refused("proof.malformed", "there is no line with the index");
    }
    OptionalLong index = Strict.decimal(lines.get(at++).substring(INDEX.length()));
    if (index.isEmpty()) {
      return Parsed.refused("proof.malformed", "the index is not a plain decimal number");
    }
    List<Hash> path = new ArrayList<>();
    for (String line : lines.subList(at, lines.size())) {
      Optional<Hash> hash = Strict.hash(line);
      if (hash.isEmpty() || path.size() == MerkleProofs.LENGTH_MAX) {
        return Parsed.refused(
            "proof.malformed", "the path is not up to 63 lines, each the base64 of 32 bytes");
      }
      path.add(hash.get());
    }
    return Parsed.good(new Head(extra, index.getAsLong(), path));
  }

  /** The bytes of the file. */
  public byte[] bytes() {
    StringBuilder head = new StringBuilder(FIRST_LINE).append('\n');
    extra.ifPresent(base64 -> head.append(EXTRA).append(base64).append('\n'));
    head.append(INDEX).append(index).append('\n');
    path.forEach(hash -> head.append(hash.base64()).append('\n'));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(note.bytes());
    return out.toByteArray();
  }

  /**
   * Checks that a log of the policy has {@code entry} at this index, under a checkpoint that the
   * policy's quorum has seen. The times of the cosignatures are told, not judged.
   */
  public Parsed<Policy.Approved> verify(byte[] entry, Policy policy) {
    return verify(Merkle.leaf(entry), policy);
  }

  /** As {@link #verify(byte[], Policy)}, for an entry of which only the leaf hash is at hand. */
  public Parsed<Policy.Approved> verify(Hash leaf, Policy policy) {
    return policy
        .approve(note)
        .then(approved ->
            MerkleProofs.verifyInclusion(
                    leaf, index, approved.checkpoint().size(), path, approved.checkpoint().root())
                ? Parsed.good(approved)
                : Parsed.refused(
                    "proof.inclusion",
                    "the path does not lead from this entry to the checkpoint's root"));
  }

  private static boolean isExtra(String base64) {
    return !base64.isEmpty() && base64.length() <= EXTRA_MAX && Strict.base64(base64).isPresent();
  }

  private static Parsed<TlogProof> refused(String sentence) {
    return Parsed.refused("proof.malformed", sentence);
  }
}
