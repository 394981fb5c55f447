/**
 * The secrets of a party's node. They are made once, from a strong source, into files that nobody
 * else can read; signatures leave, secrets never do. How such a file is written and looked at is
 * the same for the keys of TLS.
 */
@NullMarked
package hotline.node.keys;

import org.jspecify.annotations.NullMarked;
