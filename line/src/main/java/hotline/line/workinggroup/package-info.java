/**
 * The working group: cases with an agenda, each party's position beside the others', proposals with
 * what became of them, minutes. Statements from the group's seats enter; effects leave. What is
 * said here never counts on the safety line, and no proposal changes the terms: those are agreed on
 * by themselves.
 */
@NullMarked
package hotline.line.workinggroup;

import org.jspecify.annotations.NullMarked;
