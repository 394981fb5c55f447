/**
 * Whether an aircraft keeps to the volumes of its notice: sightings and volumes enter, verdicts
 * leave. Heights of two datums are compared by the margin of the terms alone, and the verdict says
 * so; without the data that it takes nothing is ever "inside". No clock, no I/O, no chance; time
 * comes with each call.
 */
@NullMarked
package hotline.airspace.conformance;

import org.jspecify.annotations.NullMarked;
