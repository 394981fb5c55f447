/**
 * Who sits at which post. WATCH-TAKE and WATCH-HANDOVER enter; effects leave. A handover counts
 * only when someone takes the watch; who was named and who took it are both on record.
 */
@NullMarked
package hotline.line.watch;

import org.jspecify.annotations.NullMarked;
