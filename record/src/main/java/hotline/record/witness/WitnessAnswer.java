package hotline.record.witness;

import hotline.record.note.Note;
import hotline.record.note.NoteSignature;
import hotline.record.note.Parsed;
import hotline.record.note.Strict;
import hotline.record.note.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What the log's side makes of a witness's reply. */
public sealed interface WitnessAnswer {
  /** No reply is longer, in bytes. */
  int BYTES_MAX = 64 * 1024;

  /**
   * Cosigned.
   *
   * @param lines the lines of the keys we know, each checked; at least one
   */
  record Cosigned(List<NoteSignature> lines) implements WitnessAnswer {
    /** Keeps its own copy. */
    public Cosigned {
      lines = List.copyOf(lines);
    }
  }

  /**
   * The witness holds another size than we said; ask again from there.
   *
   * @param size what it holds
   */
  record Behind(long size) implements WitnessAnswer {}

  /**
   * Refused for good: asking the same again is of no use.
   *
   * @param status the HTTP status
   * @param sentence the beginning of what the witness said, for people; control characters removed
   */
  record Refused(int status, String sentence) implements WitnessAnswer {}

  /**
   * The witness does not keep to the protocol.
   *
   * @param sentence what was wrong
   */
  record Malformed(String sentence) implements WitnessAnswer {}

  /**
   * Reads a reply to a request that carried {@code note}.
   *
   * @param status the HTTP status
   * @param contentType the HTTP content type, empty if there was none
   * @param body at most {@link #BYTES_MAX} bytes
   * @param cosigners the keys of this witness
   */
  static WitnessAnswer read(
      int status, String contentType, byte[] body, Note note, List<VerifierKey> cosigners) {
    if (body.length > BYTES_MAX) {
      return new Malformed("the reply is longer than " + BYTES_MAX + " bytes");
    }
    if (status == 200) {
      return cosigned(body, note, cosigners);
    }
    if (status == 409 && contentType.equals(WitnessReply.SIZE_TYPE)) {
      String text = new String(body, StandardCharsets.ISO_8859_1);
      OptionalLong size =
          text.endsWith("\n")
              ? Strict.decimal(text.substring(0, text.length() - 1))
              : OptionalLong.empty();
      return size.isPresent()
          ? new Behind(size.getAsLong())
          : new Malformed("the size in a 409 is not a plain decimal number and a newline");
    }
    return new Refused(status, readable(body));
  }

  private static WitnessAnswer cosigned(byte[] body, Note note, List<VerifierKey> cosigners) {
    // As C2SP suggests: put the lines under the text that was sent, and read the whole as a note.
    byte[] head = (note.text() + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] whole = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, whole, head.length, body.length);
    Parsed<Note> read =
        Note.parse(whole)
            .then(reply ->
                reply.text().equals(note.text())
                    ? Parsed.good(reply)
                    : Parsed.refused("witness.malformed", "the reply is not signature lines"));
    Parsed<List<VerifierKey>> signers = read.then(reply -> reply.verify(cosigners));
    return switch (signers) {
      case Parsed.Refused<List<VerifierKey>> refused -> new Malformed(refused.sentence());
      case Parsed.Good<List<VerifierKey>> good ->
          new Cosigned(
              good.value().stream()
                  .map(key -> read.asOptional().flatMap(reply -> reply.lineOf(key)))
                  .flatMap(Optional::stream)
                  .toList());
    };
  }

  private static String readable(byte[] body) {
    String text = new String(body, 0, Math.min(body.length, 200), StandardCharsets.US_ASCII);
    return text.replaceAll("[^ -~]+", " ").strip();
  }
}
