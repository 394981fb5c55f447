/**
 * An officer's own signature, between a press and what the node says because of it. What would be
 * said enters; the signature leaves, from the browser that holds the key. Also the keys that
 * officers have asked their party to enrol.
 *
 * <p>What must never happen here: that a STOP waits for a signature longer than a moment or is lost
 * for want of one, that a signature is taken for other content than it was made over, or that a
 * browser which does not answer holds a thread for good.
 */
@NullMarked
package hotline.node.officer;

import org.jspecify.annotations.NullMarked;
