/**
 * Joint statistics: figures that every node computes alike from what the record came to, so that no
 * side has to believe the other's. The effects of each entry enter, once and in order; reports
 * leave. Nothing here judges; and as the times are those that the parties signed, a wrong clock
 * shows in the figures as what it is. Whole numbers only: no figure hangs on a machine.
 *
 * <p>Only what is said in the mode in which the line was founded is counted: an exercise is no
 * figure of the line.
 */
@NullMarked
package hotline.line.statistics;

import org.jspecify.annotations.NullMarked;
