/**
 * Incidents: every party's version beside the others', what each sealed, disclosed and claimed, and
 * what the others hold of it. Statements enter; effects leave. Versions are never merged, an
 * earlier one never goes away, and what nobody assessed is not taken for accepted. Whether an
 * opening holds is not decided here but by whoever reads the record.
 */
@NullMarked
package hotline.line.incident;

import org.jspecify.annotations.NullMarked;
