/**
 * This party's own aircraft and how they keep to its notices: tracks, own notices and what officers
 * say of them enter; verdicts and proposals leave, to this party's own people.
 *
 * <p>Where an aircraft is never leaves the node by this package: all that it can say is a
 * NOTICE-STATE, and that only where the settings let it.
 */
@NullMarked
package hotline.node.conformance;

import org.jspecify.annotations.NullMarked;
