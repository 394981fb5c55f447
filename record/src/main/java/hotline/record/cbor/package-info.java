/**
 * CBOR that has one form only: RFC 8949 §4.2.1 without floats, tags, indefinite lengths or keys
 * that are not whole numbers. Hostile bytes enter; a value, or one sentence on what is wrong with
 * them, leaves. Nothing here throws for any bytes, and nothing is allocated that the bytes do not
 * pay for; a value that can be made can be written and read back.
 */
@NullMarked
package hotline.record.cbor;

import org.jspecify.annotations.NullMarked;
