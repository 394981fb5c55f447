/**
 * The watch over recorded traffic: the text of a recording enters; actual losses of separation,
 * alerts, and how good the alerts were, leave.
 *
 * <p>A recording is walked instant by instant as live traffic would come: an alert knows nothing of
 * what follows it. No clock, no I/O, no chance; the same recording gives the same report. Pressure
 * heights only: a row without one is in no loss and in no prediction.
 */
@NullMarked
package hotline.traffic.watch;

import org.jspecify.annotations.NullMarked;
