/**
 * What people have done about the alerts of live traffic: situations of the watch and presses of
 * officers enter; which alerts still sound, what was warned of, and how many were a nuisance leave.
 *
 * <p>Kept in a file of the node's own, so that counts outlive a restart. Nothing of it enters the
 * record, and nothing here may hold up the watch: it only leaves word that something has changed.
 */
@NullMarked
package hotline.node.alert;

import org.jspecify.annotations.NullMarked;
