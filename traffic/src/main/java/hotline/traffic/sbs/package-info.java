/**
 * Traffic as text: lines of the BaseStation format (port 30003 of receivers) enter; reports leave.
 *
 * <p>Strict and total: a line that is not wholly understood is counted and not used.
 */
@NullMarked
package hotline.traffic.sbs;

import org.jspecify.annotations.NullMarked;
