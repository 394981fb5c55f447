/**
 * Declared activities: who means to be where, coarsely, and how far that is. NOTICE, NOTICE-STATE,
 * NOTICE-END and DISPUTE enter; effects leave, among them which notices of other parties a new one
 * meets. Exact volumes never come here: the record has only what every party may know.
 */
@NullMarked
package hotline.line.notice;

import org.jspecify.annotations.NullMarked;
