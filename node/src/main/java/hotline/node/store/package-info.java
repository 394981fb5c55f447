/**
 * What a node keeps for itself: the outbox, the urgent file, and the private database. Bytes enter
 * and are on disk before a call returns; after a crash they come back whole or, if nothing was
 * promised of them, not at all. Nothing here leaves the node, and damage is never repaired in
 * silence.
 */
@NullMarked
package hotline.node.store;

import org.jspecify.annotations.NullMarked;
