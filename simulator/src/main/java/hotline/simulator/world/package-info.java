/**
 * A world for real nodes: time, chance, disks, clocks and ways between machines, in one thread from
 * one seed. Faults come from here; what must hold is checked elsewhere. What must never happen
 * here: anything that does not follow from the seed.
 */
@NullMarked
package hotline.simulator.world;

import org.jspecify.annotations.NullMarked;
