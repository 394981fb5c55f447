/**
 * An incident as one set of files that a stranger can check, knowing nothing but the root keys of
 * the parties. Files enter, by name; what holds, what is open and the first thing that is wrong
 * leave.
 *
 * <pre>
 *   BUNDLE                        what is in it, each file with its SHA-256 and length
 *   genesis.cbor                  root keys; its hash is the line id
 *   entries/000000001315.tlog-proof    a statement in the record, with its proof of inclusion
 *   outcomes/000000001315.tlog-proof   what became of it, likewise
 *   evidence/&lt;SHA-256&gt;            what was sealed by its digest and handed over later
 *   derived/…                     report, timeline, volumes, tracks: made from the files above
 * </pre>
 *
 * <p>What is derived is made again by whoever checks, and compared to the byte: so nothing in a
 * bundle rests on the word of the party that exported it, except which entries it chose.
 *
 * <p>What must never happen here: a look at a clock or a disk; belief in a key that the root keys
 * did not bring; a file that is in the bundle and was not checked.
 */
@NullMarked
package hotline.line.bundle;

import org.jspecify.annotations.NullMarked;
