/**
 * The pages that a duty officer sits in front of. Requests of a signed-in browser enter; HTML
 * without scripts, two style sheets and one small script leave. They know only {@code
 * hotline.node.api}: no rule is decided here, no text leaves unescaped, and nothing that is unknown
 * is shown as good.
 */
@NullMarked
package hotline.console;

import org.jspecify.annotations.NullMarked;
