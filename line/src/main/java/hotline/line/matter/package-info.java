/**
 * What incidents and cases have in common: files, what the parties put to one another for their
 * signature, vetoes, due dates. Statements enter; effects leave. Agreed is only what every party
 * that has to has signed; nobody's word here is ever changed by another's, and what was vetoed or
 * retracted stays to be seen.
 */
@NullMarked
package hotline.line.matter;

import org.jspecify.annotations.NullMarked;
