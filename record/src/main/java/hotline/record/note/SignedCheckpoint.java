package hotline.record.note;

import java.util.ArrayList;
import java.util.List;

/**
 * A checkpoint that its log has signed, with every line it came with.
 *
 * @param checkpoint what the note says
 * @param note the note, verbatim
 */
public record SignedCheckpoint(Checkpoint checkpoint, Note note) {
  /**
   * Reads a note as a checkpoint of the log with this key: the key's name is the origin, its
   * signature holds, and no other line of it is wrong.
   */
  public static Parsed<SignedCheckpoint> open(byte[] bytes, VerifierKey log) {
    return Note.parse(bytes).then(note -> open(note, log));
  }

  /** As {@link #open(byte[], VerifierKey)}, for a note that is parsed already. */
  public static Parsed<SignedCheckpoint> open(Note note, VerifierKey log) {
    return note.verify(List.of(log))
        .then(_ -> Checkpoint.parse(note.text()))
        .then(checkpoint ->
            checkpoint.origin().equals(log.name())
                ? Parsed.good(new SignedCheckpoint(checkpoint, note))
                : Parsed.refused(
                    "checkpoint.origin",
                    "the checkpoint is of another log than the key that signed it"));
  }

  /** The cosignatures of these keys that hold; a wrong or repeated line of one refuses them all. */
  public Parsed<List<Cosignature>> cosignatures(List<VerifierKey> cosigners) {
    List<Cosignature> held = new ArrayList<>();
    Parsed<List<VerifierKey>> verified = note.verify(cosigners);
    return switch (verified) {
      case Parsed.Refused<List<VerifierKey>> refused ->
          refused.code().equals("note.unsigned") ? Parsed.good(held) : refused.as();
      case Parsed.Good<List<VerifierKey>> good -> {
        for (VerifierKey key : good.value()) {
          note.lineOf(key).flatMap(Cosignature::parse).ifPresent(held::add);
        }
        yield Parsed.good(List.copyOf(held));
      }
    };
  }
}
