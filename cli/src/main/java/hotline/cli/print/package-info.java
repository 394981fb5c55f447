/**
 * How the command line says things to a person: aligned tables, UTC, plain words, colour only on a
 * terminal. Views of the node's API enter; text leaves. Nothing is decided or fetched here.
 */
@NullMarked
package hotline.cli.print;

import org.jspecify.annotations.NullMarked;
