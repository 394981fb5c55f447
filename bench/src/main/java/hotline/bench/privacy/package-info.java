/**
 * What the record alone tells of flights: an adversary with nothing but notices, measured against
 * the tracks that they were made from. Recorded traffic enters, a table leaves.
 *
 * <p>What must never happen here: that the adversary looks at anything but what stands in the
 * record.
 */
@NullMarked
package hotline.bench.privacy;

import org.jspecify.annotations.NullMarked;
