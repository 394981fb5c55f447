/**
 * What each party says of its channel. Statuses stand side by side, one for each party, each by
 * that party's own signature; nothing here merges them into one. STATUS, OFFER and the answers to
 * an offer enter; effects leave. A party's status never changes without a statement of its own.
 */
@NullMarked
package hotline.line.status;

import org.jspecify.annotations.NullMarked;
