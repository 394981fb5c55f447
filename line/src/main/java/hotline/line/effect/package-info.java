/**
 * What a statement changes. Every change of a line's state is one of these records, and nothing
 * else: the rules make them, the state is what they add up to, and the digest in an outcome is
 * SHA-256 over them. That is why equal outcome logs mean equal states. An effect therefore says the
 * new value in full, never "one more".
 */
@NullMarked
package hotline.line.effect;

import org.jspecify.annotations.NullMarked;
