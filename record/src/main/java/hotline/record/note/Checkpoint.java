package hotline.record.note;

import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a log says of itself: its name, how many entries it has, and the root over them.
 *
 * @param origin the log's name, which is also its key's name
 * @param size the number of entries, not negative; with zero the root is that of the empty tree
 * @param root the RFC 6962 root
 * @param extensions further lines, none empty; we write none, because not all cosigners sign them
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
  /** The code of the one refusal that concerns the tree and not the form. */
  public static final String EMPTY_ROOT = "checkpoint.empty-root";

  /** Refuses what could not be written and read back. */
  public Checkpoint {
    if (origin.isEmpty() || origin.indexOf('\n') >= 0 || size < 0) {
      throw new IllegalArgumentException("a checkpoint has an origin and a size from 0 on");
    }
    if (size == 0 && !root.equals(Merkle.EMPTY_ROOT)) {
      throw new IllegalArgumentException("the empty tree has another root");
    }
    if (extensions.stream().anyMatch(line -> line.isEmpty() || line.indexOf('\n') >= 0)) {
      throw new IllegalArgumentException("an extension line is not empty and one line");
    }
    extensions = List.copyOf(extensions);
  }

  /** A checkpoint without extension lines. */
  public Checkpoint(String origin, long size, Hash root) {
    this(origin, size, root, List.of());
  }

  /**
   * The checkpoint that a note of our own, or one that was checked before, carries.
   *
   * @throws IllegalArgumentException if it carries none
   */
  public static Checkpoint of(Note note) {
    return parse(note.text()).orThrow();
  }

  /** Reads the text of a note. */
  public static Parsed<Checkpoint> parse(String text) {
    if (!text.endsWith("\n")) {
      return malformed("a checkpoint ends in a newline");
    }
    List<String> lines = Arrays.asList(text.substring(0, text.length() - 1).split("\n", -1));
    if (lines.size() < 3 || lines.stream().anyMatch(String::isEmpty)) {
      return malformed("a checkpoint has three lines or more, none of them empty");
    }
    OptionalLong size = Strict.decimal(lines.get(1));
    if (size.isEmpty()) {
      return malformed("the size is not a plain decimal number below 2^63");
    }
    Optional<Hash> root = Strict.hash(lines.get(2));
    if (root.isEmpty()) {
      return malformed("the root is not the exact base64 of 32 bytes");
    }
    if (size.getAsLong() == 0 && !root.get().equals(Merkle.EMPTY_ROOT)) {
      return Parsed.refused(EMPTY_ROOT, "the checkpoint of size 0 has not the empty tree's root");
    }
    return Parsed.good(
        new Checkpoint(
            lines.getFirst(), size.getAsLong(), root.get(), lines.subList(3, lines.size())));
  }

  /** The text to sign: three lines, and the extension lines if there are any. */
  public String text() {
    StringBuilder out = new StringBuilder();
    out.append(origin).append('\n').append(size).append('\n').append(root.base64()).append('\n');
    extensions.forEach(line -> out.append(line).append('\n'));
    return out.toString();
  }

  private static Parsed<Checkpoint> malformed(String sentence) {
    return Parsed.refused("checkpoint.malformed", sentence);
  }
}
