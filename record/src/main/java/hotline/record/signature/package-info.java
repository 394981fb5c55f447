/**
 * Keys and the verdicts on their signatures. Bytes of keys enter and are enrolled once, or refused;
 * a verdict leaves, which is the same on every machine. No key is held that was not enrolled; no
 * engine is asked that differs from one kept verdict; BouncyCastle never verifies a signature,
 * since it does so with the cofactor.
 */
@NullMarked
package hotline.record.signature;

import org.jspecify.annotations.NullMarked;
