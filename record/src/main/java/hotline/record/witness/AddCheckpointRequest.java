package hotline.record.witness;

import hotline.record.merkle.Hash;
import hotline.record.merkle.MerkleProofs;
import hotline.record.note.Note;
import hotline.record.note.Parsed;
import hotline.record.note.Strict;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The body of {@code POST <prefix>/add-checkpoint}.
 *
 * @param oldSize the size the caller believes the witness has cosigned
 * @param proof that the tree of this size begins the new one; at most 63 hashes
 * @param note the signed checkpoint, verbatim
 */
public record AddCheckpointRequest(long oldSize, List<Hash> proof, Note note) {
  /** No body is longer, in bytes. */
  public static final int BYTES_MAX = Note.NOTE_BYTES_MAX + 4096;

  private static final String OLD = "old ";

  /** A line is an old size or a hash; both are shorter. */
  private static final int LINE_MAX = 64;

  /** Refuses what could not be sent. */
  public AddCheckpointRequest {
    if (oldSize < 0 || proof.size() > MerkleProofs.LENGTH_MAX) {
      throw new IllegalArgumentException("a size from 0 on and at most 63 hashes");
    }
    proof = List.copyOf(proof);
  }

  /** Reads a body. Whether the note is a checkpoint, and whose, is seen later. */
  public static Parsed<AddCheckpointRequest> parse(byte[] body) {
    if (body.length > BYTES_MAX) {
      return refused("the body is longer than " + BYTES_MAX + " bytes");
    }
    List<String> lines = new ArrayList<>();
    int at = 0;
    while (true) {
      Optional<String> line = line(body, at);
      if (line.isEmpty()) {
        return refused("there is no empty line after the old size and the proof");
      }
      at += line.get().length() + 1;
      if (line.get().isEmpty()) {
        break;
      }
      if (lines.size() > MerkleProofs.LENGTH_MAX) {
        return refused("the proof has more than " + MerkleProofs.LENGTH_MAX + " lines");
      }
      lines.add(line.get());
    }
    if (lines.isEmpty() || !lines.getFirst().startsWith(OLD)) {
      return refused("the first line is not 'old' and a size");
    }
    OptionalLong oldSize = Strict.decimal(lines.getFirst().substring(OLD.length()));
    if (oldSize.isEmpty()) {
      return refused("the old size is not a plain decimal number below 2^63");
    }
    List<Hash> proof = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      Optional<Hash> hash = Strict.hash(line);
      if (hash.isEmpty()) {
        return refused("a proof line is not the exact base64 of 32 bytes");
      }
      proof.add(hash.get());
    }
    return Note.parse(Arrays.copyOfRange(body, at, body.length))
        .then(note -> Parsed.good(new AddCheckpointRequest(oldSize.getAsLong(), proof, note)));
  }

  /** The body. */
  public byte[] bytes() {
    StringBuilder head = new StringBuilder(OLD).append(oldSize).append('\n');
    proof.forEach(hash -> head.append(hash.base64()).append('\n'));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(note.bytes());
    return out.toByteArray();
  }

  /** The short line that begins at {@code from}, without its newline; nothing if it has no end. */
  private static Optional<String> line(byte[] body, int from) {
    for (int at = from; at < body.length && at - from <= LINE_MAX; at++) {
      if (body[at] == '\n') {
        return Optional.of(new String(body, from, at - from, StandardCharsets.ISO_8859_1));
      }
    }
    return Optional.empty();
  }

  private static Parsed<AddCheckpointRequest> refused(String sentence) {
    return Parsed.refused("witness.malformed", sentence);
  }
}
