/**
 * Mutual TLS between nodes. Each party is its own authority: a node's certificate comes from it,
 * and a peer's has to come from the authority in the party file that was exchanged in person.
 * Private keys stay in {@code DATA/tls}; nothing is trusted that no party file vouches for, and
 * certificates are made by Bouncy Castle and verified by the JDK, never by code of this project.
 */
@NullMarked
package hotline.node.tls;

import org.jspecify.annotations.NullMarked;
