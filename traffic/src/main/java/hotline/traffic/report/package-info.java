/**
 * What a feed says of an aircraft: one shape for every wire format.
 *
 * <p>Decoded messages of any format enter as {@link hotline.traffic.report.TargetReport}; what a
 * message does not say is absent and never guessed at. Pressure height and geometric height are two
 * fields and never stand for each other. Integers only: µs, 10⁻⁹ degree, feet, thousandths of a
 * knot and of a degree.
 */
@NullMarked
package hotline.traffic.report;

import org.jspecify.annotations.NullMarked;
