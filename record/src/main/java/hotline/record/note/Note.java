package hotline.record.note;

import static hotline.record.note.Parsed.good;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A signed note: a text and lines that sign it. Parsing checks the form alone; {@link #verify} says
 * who signed. Every line is kept as it was, also those of unknown keys.
 *
 * @param text ends in a newline; valid UTF-8 without control characters
 * @param signatures at most {@link #SIGNATURES_MAX}, in the note's order
 */
public record Note(String text, List<NoteSignature> signatures) {
  /** No note is longer, in bytes: the text, and room for a hundred post-quantum lines. */
  public static final int NOTE_BYTES_MAX = 512 * 1024;

  /** No text is longer, in bytes. */
  public static final int TEXT_BYTES_MAX = 64 * 1024;

  /** No note has more lines: what Go's reader allows. C2SP asks for at least 16. */
  public static final int SIGNATURES_MAX = 100;

  /** Refuses a text that no note can have and too many lines. */
  public Note {
    Optional<String> wrong = flaw(text);
    if (wrong.isPresent() || signatures.size() > SIGNATURES_MAX) {
      throw new IllegalArgumentException(wrong.orElse("a note has at most 100 signatures"));
    }
    signatures = List.copyOf(signatures);
  }

  /** A text that nobody has signed yet. */
  public static Note of(String text) {
    return new Note(text, List.of());
  }

  /** Reads a note with at least one signature line. */
  public static Parsed<Note> parse(byte[] bytes) {
    if (bytes.length > NOTE_BYTES_MAX) {
      return refused("the note is longer than " + NOTE_BYTES_MAX + " bytes");
    }
    Optional<String> decoded = Strict.utf8(bytes);
    if (decoded.isEmpty()) {
      return refused("the note is not valid UTF-8");
    }
    String whole = decoded.get();
    int split = whole.lastIndexOf("\n\n");
    if (split < 0 || !whole.endsWith("\n") || split + 2 == whole.length()) {
      return refused("a note is a text, an empty line and signature lines, each with a newline");
    }
    String text = whole.substring(0, split + 1);
    Optional<String> wrong = flaw(text);
    if (wrong.isPresent()) {
      return refused(wrong.get());
    }
    return signatures(whole, split + 2)
        .then(lines ->
            lines.size() > SIGNATURES_MAX
                ? refused("the note has more than " + SIGNATURES_MAX + " signature lines")
                : good(new Note(text, lines)));
  }

  private static Parsed<List<NoteSignature>> signatures(String whole, int from) {
    List<NoteSignature> lines = new ArrayList<>();
    int at = from;
    while (at < whole.length() && lines.size() <= SIGNATURES_MAX) {
      int end = whole.indexOf('\n', at);
      Optional<NoteSignature> line = NoteSignature.parse(whole.substring(at, end));
      if (line.isEmpty()) {
        return Parsed.refused(
            "note.malformed", "signature line " + (lines.size() + 1) + " is malformed");
      }
      lines.add(line.get());
      at = end + 1;
    }
    return good(lines);
  }

  /**
   * Says which of the known keys signed the note.
   *
   * <p>Lines of other keys are passed over. A known key whose line is wrong or stands there twice
   * makes the whole note worthless, whatever else is right (Go's reader lets a corrupt duplicate
   * pass, the C2SP text does not).
   *
   * @return the known keys that signed, in the order of their lines; at least one
   */
  public Parsed<List<VerifierKey>> verify(List<VerifierKey> known) {
    List<VerifierKey> signers = new ArrayList<>();
    for (NoteSignature line : signatures) {
      for (VerifierKey key : known) {
        if (!key.signed(line)) {
          continue;
        }
        if (signers.contains(key)) {
          return Parsed.refused("note.duplicate", key.name() + " signed the note twice");
        }
        if (!key.verifies(text, line)) {
          return Parsed.refused(
              "note.bad-signature", "the signature of " + key.name() + " does not hold");
        }
        signers.add(key);
      }
    }
    return signers.isEmpty()
        ? Parsed.refused("note.unsigned", "no known key signed the note")
        : good(List.copyOf(signers));
  }

  /** The line of this key, if there is one; says nothing about whether it holds. */
  public Optional<NoteSignature> lineOf(VerifierKey key) {
    return signatures.stream().filter(key::signed).findFirst();
  }

  /** The same note with one more line at its end. */
  public Note with(NoteSignature line) {
    List<NoteSignature> lines = new ArrayList<>(signatures);
    lines.add(line);
    return new Note(text, lines);
  }

  /**
   * The note's bytes; those it was parsed from, if it was.
   *
   * @throws IllegalStateException if nobody has signed: that is no note yet
   */
  public byte[] bytes() {
    if (signatures.isEmpty()) {
      throw new IllegalStateException("a note without signatures has no bytes");
    }
    StringBuilder out = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> out.append(signature.line()));
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<String> flaw(String text) {
    if (text.length() > TEXT_BYTES_MAX
        || text.getBytes(StandardCharsets.UTF_8).length > TEXT_BYTES_MAX) {
      return Optional.of("the text is longer than " + TEXT_BYTES_MAX + " bytes");
    }
    if (!text.endsWith("\n")) {
      return Optional.of("the text does not end in a newline");
    }
    return text.chars().anyMatch(c -> c < 0x20 && c != '\n')
        ? Optional.of("the note holds a control character")
        : Optional.empty();
  }

  private static Parsed<Note> refused(String sentence) {
    return Parsed.refused("note.malformed", sentence);
  }
}
