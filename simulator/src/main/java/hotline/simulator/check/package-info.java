/**
 * What must hold in every simulated world. Checkers see what a party or a network could see: a
 * node's answers to its officer and to its peers, and the bytes of its copy. They share no rule
 * with the node, so that a rule that is wrong there is not wrong here too.
 */
@NullMarked
package hotline.simulator.check;

import org.jspecify.annotations.NullMarked;
