package hotline.line.terms;

import hotline.record.merkle.Hash;

/**
 * The terms that count.
 *
 * @param hash what statements name them by
 * @param index the entry at which the last party signed them
 * @param by that party
 */
public record TermsInForce(Hash hash, Terms terms, long index, String by) {}
