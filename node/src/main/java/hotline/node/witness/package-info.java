/**
 * A witness of a line: checkpoints of both logs come in by the C2SP call, cosignatures leave, and
 * the newest checkpoint of each is all that is kept. No statement ever comes here, and nothing is
 * cosigned that does not continue what was cosigned before.
 */
@NullMarked
package hotline.node.witness;

import org.jspecify.annotations.NullMarked;
