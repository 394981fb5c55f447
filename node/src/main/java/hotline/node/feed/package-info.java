/**
 * The feeds of live traffic: bytes of receivers, trackers and recordings enter, reports in a
 * bounded hand-over leave.
 *
 * <p>Each feed has a thread of its own and shares nothing with another but the clock. Every byte is
 * hostile: lines, frames, datagrams and bodies are bounded before they are decoded, and what cannot
 * be decoded is counted. A feed that fails is tried again with growing pauses; one that floods
 * loses its own oldest reports. Nothing that comes by a feed may ever hold up the node, or leave it
 * for another party.
 */
@NullMarked
package hotline.node.feed;

import org.jspecify.annotations.NullMarked;
