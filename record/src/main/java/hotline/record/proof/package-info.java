/**
 * Proofs that a stranger can check with no line, no node and no network: C2SP tlog-proof files, and
 * the policy that says whose signatures are enough.
 *
 * <p>Bytes enter; a verdict leaves. A proof says that an entry stands in a log at an index and who
 * has seen the log so; it never says that what the entry claims is true.
 */
@NullMarked
package hotline.record.proof;

import org.jspecify.annotations.NullMarked;
