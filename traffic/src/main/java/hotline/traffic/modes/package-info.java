/**
 * Mode S and the Beast stream: the bytes of a receiver enter; frames with what they say leave.
 *
 * <p>{@link hotline.traffic.modes.BeastStream} cuts a stream into frames, {@link
 * hotline.traffic.modes.ModeS} reads one frame, {@link hotline.traffic.modes.CompactPosition} turns
 * the compact positions of one aircraft into places. Strict and total: whatever the bytes, frames
 * come back and the rest is counted. A frame whose parity does not hold is not used.
 *
 * <p>Sources: ICAO Annex 10 vol. III 5.2 and vol. IV 3.1.2, ICAO Doc 9871, RTCA DO-260B.
 */
@NullMarked
package hotline.traffic.modes;

import org.jspecify.annotations.NullMarked;
