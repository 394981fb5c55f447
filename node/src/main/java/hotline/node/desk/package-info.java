/**
 * What people and systems ask of their own node, feature by feature. Requests enter as typed;
 * bodies to be said leave through {@link hotline.node.desk.Voice}, and views of the verified state.
 * No rule of the line is decided here: it is asked of {@code hotline.line}, and the record has the
 * last word.
 */
@NullMarked
package hotline.node.desk;

import org.jspecify.annotations.NullMarked;
