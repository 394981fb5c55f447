/**
 * A node's own API over HTTP, as the same interface that the node has inside. Questions enter;
 * views, refusals and {@link hotline.cli.client.Unreachable} leave. No rule is decided here. Beside
 * them stands {@link hotline.cli.client.FileTrouble}: the third way in which a command ends badly.
 */
@NullMarked
package hotline.cli.client;

import org.jspecify.annotations.NullMarked;
