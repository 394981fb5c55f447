/**
 * The search for pairs that will lose separation among very many aircraft.
 *
 * <p>Where aircraft are and how they move enters; every pair that straight motion brings inside the
 * minima within the look-ahead leaves, each once. No pair that looking at all of them would find is
 * passed over.
 */
@NullMarked
package hotline.traffic.search;

import org.jspecify.annotations.NullMarked;
