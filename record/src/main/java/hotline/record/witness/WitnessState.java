package hotline.record.witness;

import hotline.record.note.Checkpoint;
import hotline.record.note.Note;

/**
 * The largest tree of one log that a witness has cosigned.
 *
 * @param checkpoint its size and root
 * @param note the log's signature and the witness's own, over the same text
 */
public record WitnessState(Checkpoint checkpoint, Note note) {}
