/**
 * What two people do before two nodes can talk, as the command line does it on a party's data
 * folder: settings, keys, party files, the line's genesis, the first terms. Nothing is sent here.
 */
@NullMarked
package hotline.cli.setup;

import org.jspecify.annotations.NullMarked;
