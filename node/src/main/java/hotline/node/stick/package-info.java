/**
 * Signed statements carried by hand, when no way is left between two nodes: the file on the stick,
 * and the book of what came by one. What a file says is believed for its signatures alone.
 */
@NullMarked
package hotline.node.stick;

import org.jspecify.annotations.NullMarked;
