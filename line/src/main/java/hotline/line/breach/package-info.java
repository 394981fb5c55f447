/**
 * The breach ledger: what each party claims of another, and what the other says to it, side by
 * side. BREACH, BREACH-ANSWER and BREACH-FOLLOW-UP enter; effects leave. Nothing here decides
 * whether something was a breach, and no answer is ever taken for one that was not given.
 */
@NullMarked
package hotline.line.breach;

import org.jspecify.annotations.NullMarked;
