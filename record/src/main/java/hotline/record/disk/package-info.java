/**
 * Files that survive a crash. One narrow port, its real implementation, and the one order of steps
 * by which a file of ours comes into being.
 *
 * <p>Whole files enter and leave; nothing is ever changed in place. What must never happen: a name
 * that shows half a file, or a promise made before the disk has the bytes <em>and</em> the names.
 */
@NullMarked
package hotline.record.disk;

import org.jspecify.annotations.NullMarked;
