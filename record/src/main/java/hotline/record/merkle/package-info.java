/**
 * The arithmetic of an RFC 6962 Merkle tree over SHA-256: hashes, the right edge, proofs and their
 * checks.
 *
 * <p>Leaf data and hashes enter; roots, proofs and verdicts leave. Nothing here reads a file, keeps
 * time or trusts a proof: a check is total and says no to whatever is not exactly right.
 */
@NullMarked
package hotline.record.merkle;

import org.jspecify.annotations.NullMarked;
