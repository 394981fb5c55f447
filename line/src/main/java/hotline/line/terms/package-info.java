/**
 * What the parties agreed on. Bytes that some party proposes enter; terms that are good in
 * themselves, or a sentence on what is wrong with them, leave: as canonical bytes, as a hash, as
 * clauses that a person can read before signing. Whether they are in force is decided by the fold.
 * Nothing here is in force because it is good.
 */
@NullMarked
package hotline.line.terms;

import org.jspecify.annotations.NullMarked;
