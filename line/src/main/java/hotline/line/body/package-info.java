/**
 * What a statement says. Hostile content enters; one record for each content of docs/format.md §5,
 * or a sentence on what is wrong with it, leaves. Here stands what is true of a content by itself:
 * shapes, lengths, ranges. Whether it may be said now is never decided here.
 */
@NullMarked
package hotline.line.body;

import org.jspecify.annotations.NullMarked;
