/**
 * What this party knows and the record does not: its own exact volumes, those that others opened to
 * it, and who was told what. Volumes leave only through {@code hotline.line.disclosure.Disclosure},
 * signed and logged; what is not known here counts as a possible conflict, never as none.
 */
@NullMarked
package hotline.node.details;

import org.jspecify.annotations.NullMarked;
