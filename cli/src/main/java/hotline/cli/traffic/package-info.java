/**
 * Commands on traffic that need no node: encounters judged, recordings decoded and replayed.
 *
 * <p>A file that a person named enters; tables, JSON and CSV leave. What is computed is computed in
 * {@code hotline.traffic}; here is only what reads and writes files. A file is never read beyond a
 * stated size.
 */
@NullMarked
package hotline.cli.traffic;

import org.jspecify.annotations.NullMarked;
