/**
 * Saying no more than is needed: coarse extents and one hash for everyone, exact volumes one by one
 * for the party that they meet, and the signed documents in which nodes ask each other.
 *
 * <p>Own volumes and hostile bytes enter; extents, openings, documents and faults leave. A volume
 * leaves only through {@link hotline.line.disclosure.Disclosure}, and only where it meets what the
 * asking party has itself declared or enquired about; nothing that was read is believed before it
 * is checked against the record. No clock, no I/O, no chance: times, nonces and secrets are given.
 */
@NullMarked
package hotline.line.disclosure;

import org.jspecify.annotations.NullMarked;
