/**
 * Terms as a sheet that a person fills in: every clause as text, and the way back. Terms enter and
 * leave; of what cannot stand, one sentence for each clause that is at fault. Nothing here is
 * proposed or in force; what is not touched on a sheet stays as it is, to the byte.
 */
@NullMarked
package hotline.line.sheet;

import org.jspecify.annotations.NullMarked;
