/**
 * What people type: positions, heights, distances, times. Text enters; whole numbers in the units of
 * the line leave, or one sentence that says how to write it. Nothing is guessed: a height without
 * its datum and a time without its zone are refused.
 */
@NullMarked
package hotline.node.typed;

import org.jspecify.annotations.NullMarked;
