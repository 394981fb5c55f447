/**
 * What this party says in its routine lane: signed in order, kept on disk, then sent until it is in
 * the verified record or refused. Bodies enter; signed statements leave. Nothing is sent that is
 * not on disk, nothing is signed twice, and what the others have not seen can always be listed.
 */
@NullMarked
package hotline.node.outbox;

import org.jspecify.annotations.NullMarked;
