/**
 * What a party works out for itself before and after it speaks: the volumes of a flight by the
 * terms, the conflicts among volumes it may know, the shifts that would clear them.
 *
 * <p>Paths, volumes and the terms' figures enter; volumes, conflicts and shifts leave. Exact
 * conflicts are each node's private knowledge, so nothing here needs to agree between machines to
 * the last bit; errors are one-sided: what may be a conflict is one. No clock, no I/O, no chance.
 * Nothing here decides: who moves, and whether, is for the terms and the officers.
 */
@NullMarked
package hotline.line.planning;

import org.jspecify.annotations.NullMarked;
