/**
 * What a node offers its own people and systems: {@link hotline.node.api.LineApi}, and the views it
 * answers with. The web serves it as {@code /line/v1}, the pages render it, the command line reads
 * it. Requests enter as plain records with text as typed; views leave. No rule is decided here, and
 * nothing here knows HTTP, HTML or disk.
 */
@NullMarked
package hotline.node.api;

import org.jspecify.annotations.NullMarked;
