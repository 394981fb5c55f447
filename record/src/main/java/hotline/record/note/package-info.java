/**
 * C2SP signed notes, checkpoints and cosignatures: text that names its signers.
 *
 * <p>Bytes from anyone enter; a value or a {@link hotline.record.note.Parsed.Refused refusal}
 * leaves, never an exception. What is accepted has one form only: decoding and encoding give the
 * same bytes, so that no two parties read one note differently. A note that carries a known key's
 * line twice, or once wrongly, is no note.
 */
@NullMarked
package hotline.record.note;

import org.jspecify.annotations.NullMarked;
