/**
 * Recorded traffic as text, line by line: a line enters, a report or a reason to reject it leaves.
 *
 * <p>Total: any text gives one or the other. What a column does not say is absent and never guessed
 * at. No clock, no I/O.
 */
@NullMarked
package hotline.traffic.csv;

import org.jspecify.annotations.NullMarked;
