/**
 * The keys of each party after the terms. KEY-ENROL and KEY-REVOKE by a root key enter; effects
 * leave. Each counts from its entry on: what was said before by a key that was revoked later
 * stands.
 *
 * <p>What must never happen here: that anything but a party's own root key adds or ends a key of
 * that party, or that a revoked key counts again.
 */
@NullMarked
package hotline.line.key;

import org.jspecify.annotations.NullMarked;
