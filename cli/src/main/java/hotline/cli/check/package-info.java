/**
 * Checking without trusting: a party's record, a copy of it or a proof enters, from a folder or an
 * address; what holds or the entry at fault leaves. No running node is needed and none is believed.
 */
@NullMarked
package hotline.cli.check;

import org.jspecify.annotations.NullMarked;
