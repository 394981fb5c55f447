/**
 * This party's own copy of the record and of the outcomes, with the state folded from them. At the
 * host, ordered entries enter, and signed checkpoints leave; at a follower, another party's
 * checkpoints enter, and leave cosigned. No entry is applied that was not checked; nothing is
 * signed or cosigned that is not on disk.
 */
@NullMarked
package hotline.node.record;

import org.jspecify.annotations.NullMarked;
