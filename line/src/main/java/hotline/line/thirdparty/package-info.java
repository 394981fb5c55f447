/**
 * Those outside of the line: whom each party can reach, and what it has handed on to whom. REACH
 * and RELAY enter; effects leave, so that the sender sees how far its word came. A notice is never
 * said to have been handed on to a third party that its issuer has not released it to.
 */
@NullMarked
package hotline.line.thirdparty;

import org.jspecify.annotations.NullMarked;
