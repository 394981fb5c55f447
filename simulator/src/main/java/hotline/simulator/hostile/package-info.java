/**
 * Parties that do wrong: every wrong that has a proof, and every one that can only be suspected, in
 * random mixtures. They live here and never in the node. A liar has its own keys, its own machine
 * and whatever it was told, like a real one; it cannot touch another party's machine.
 */
@NullMarked
package hotline.simulator.hostile;

import org.jspecify.annotations.NullMarked;
