/**
 * Whole lines in one thread from one seed. A seed enters; what must never happen, if it did,
 * leaves, with the one number that repeats it. Nodes run here as they are, never as a model of
 * themselves; liars live here, and nowhere else.
 */
@NullMarked
package hotline.simulator;

import org.jspecify.annotations.NullMarked;
