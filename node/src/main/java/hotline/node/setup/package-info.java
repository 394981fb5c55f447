/**
 * What two people do before two nodes can talk: exchange party files, compare fingerprints by
 * voice, found a line. Files enter and leave; nothing is fetched, and nothing is trusted on first
 * use.
 */
@NullMarked
package hotline.node.setup;

import org.jspecify.annotations.NullMarked;
