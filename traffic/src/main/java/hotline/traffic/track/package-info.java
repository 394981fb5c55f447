/**
 * One track an aircraft, across all feeds: reports enter in any order, tracks leave.
 *
 * <p>What no report says is absent; what cannot be is left out and counted, and so is what is only
 * repeated. Pressure height and geometric height are two things and neither ever stands for the
 * other. A track whose data stops is coasting, then lost, and stays until its room is needed. No
 * clock, no I/O, no chance; time comes with each call.
 */
@NullMarked
package hotline.traffic.track;

import org.jspecify.annotations.NullMarked;
