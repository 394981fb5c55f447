/**
 * Histories of operations on a running line, and what they must not show. What enters is what
 * clients saw: calls, answers and their times; what leaves is the first thing that no correct line
 * can have done. Nothing here asks a node anything.
 */
@NullMarked
package hotline.testkit.history;

import org.jspecify.annotations.NullMarked;
