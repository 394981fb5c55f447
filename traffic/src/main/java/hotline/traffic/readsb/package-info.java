/**
 * The {@code aircraft.json} that readsb and dump1090 serve: a body enters, reports and counted
 * rejects leave.
 *
 * <p>Total: any bytes give reports and rejects, never an exception. What is not used of the format
 * is passed over, however deep; what is used must have the type and range of its description. No
 * clock, no I/O.
 */
@NullMarked
package hotline.traffic.readsb;

import org.jspecify.annotations.NullMarked;
