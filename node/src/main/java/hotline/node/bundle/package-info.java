/**
 * An incident's bundle as one file: what of the record goes into it, and the archive that carries
 * it. The record and what was kept beside it enter; an archive leaves; another party's archive
 * enters and is taken apart.
 *
 * <p>What must never happen here: a file name of an archive used as a path; more memory taken than
 * the archive has bytes; two readings of one archive.
 */
@NullMarked
package hotline.node.bundle;

import org.jspecify.annotations.NullMarked;
