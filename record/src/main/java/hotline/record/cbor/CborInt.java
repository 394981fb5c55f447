package hotline.record.cbor;

/**
 * A whole number of 64 bits.
 *
 * @param value from −2⁶³ to 2⁶³ − 1; CBOR's larger ones have no place in a line
 */
public record CborInt(long value) implements CborValue {}
