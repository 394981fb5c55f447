/**
 * Positions, heights, distances and times as people type them, and as they are read back. Text
 * enters, canonical values or one sentence that says what to type instead leave. What could be read
 * in two ways is refused: a height without its datum, a position without its hemispheres, a time
 * without its zone. No clock is read here.
 */
@NullMarked
package hotline.airspace.typed;

import org.jspecify.annotations.NullMarked;
