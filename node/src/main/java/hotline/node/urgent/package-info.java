/**
 * The urgent lane: STOP, DISTRESS, WARNING, line checks and what answers them. They are signed in
 * chains of their own, kept in a file of their own, and go straight to every peer by threads and
 * connections of their own; the record takes the same bytes when it can. Nothing here waits for the
 * record, for terms or for a suspension; nothing seen once, before or after a restart, alarms
 * twice; nothing old that comes late alarms at all.
 */
@NullMarked
package hotline.node.urgent;

import org.jspecify.annotations.NullMarked;
