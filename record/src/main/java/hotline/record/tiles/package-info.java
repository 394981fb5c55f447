/**
 * A C2SP tlog-tiles log as files: their names, what is in them, writing them so that no crash tears
 * the log, and reading anyone's log with nothing taken on trust.
 *
 * <p>Entries and signed checkpoints enter; entries, roots and proofs leave. {@link
 * hotline.record.tiles.LogStore} is a party's own copy with its one writer; {@link
 * hotline.record.tiles.VerifiedLog} reads any copy under a checkpoint; {@link
 * hotline.record.tiles.LogVerifier} checks a whole one. What must never happen: bytes given out
 * that do not hash to the root they were asked under.
 */
@NullMarked
package hotline.record.tiles;

import org.jspecify.annotations.NullMarked;
