/**
 * Messages between posts and what became of each: delivered, displayed, accepted by a person,
 * answered are four different things, each with the time at which the addressed party signed it.
 * Silence never becomes any of them. Messages and replies enter; effects leave.
 */
@NullMarked
package hotline.line.message;

import org.jspecify.annotations.NullMarked;
