/**
 * Statements: what a party said, signed, numbered and linked to what it said before. Hostile bytes
 * enter; a statement leaves whose bytes are in their one form, or a code with a sentence. Whether a
 * key may speak for a party is for the level above; nothing here trusts a key by itself, and
 * nothing here changes a statement once it is signed.
 */
@NullMarked
package hotline.record.statement;

import org.jspecify.annotations.NullMarked;
