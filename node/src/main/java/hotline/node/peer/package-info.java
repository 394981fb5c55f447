/**
 * Between nodes. Bytes from other parties enter, all of them hostile until their signature and
 * place are checked; answers leave. Nothing here knows HTTP servers; nothing here trusts a peer.
 */
@NullMarked
package hotline.node.peer;

import org.jspecify.annotations.NullMarked;
