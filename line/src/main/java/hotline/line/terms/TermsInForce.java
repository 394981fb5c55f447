package hotline.line.terms;

import hotline.record.merkle.Hash;

/**
 * The terms that count.
 *
 * @param hash what statements name them by
 * @param index the entry at which they came into force
 * @param by the party whose statement that was
 * @param sinceUs when that was signed, µs since 1970 UTC
 */
public record TermsInForce(Hash hash, Terms terms, long index, String by, long sinceUs) {}
