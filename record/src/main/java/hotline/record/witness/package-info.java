/**
 * The C2SP {@code add-checkpoint} call, both ends of it: a witness that cosigns only what continues
 * what it has cosigned, and a log that asks for it.
 *
 * <p>Request and reply bodies enter and leave as bytes; HTTP is the node's. Time is an argument.
 * What must never happen: a cosignature that leaves before what it promises is durable, or two for
 * trees of which neither is a prefix of the other.
 */
@NullMarked
package hotline.record.witness;

import org.jspecify.annotations.NullMarked;
