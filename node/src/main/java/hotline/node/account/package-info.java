/**
 * The people of one node: their names, passwords, codes and roles in a file of the data folder, and
 * who has signed in. Names and secrets as they were typed enter; a person or a refusal leaves.
 *
 * <p>What must never happen here: that a secret is kept or logged as it was typed, that a name
 * which is not known is answered sooner than a wrong password, that a code counts twice, or that a
 * file which cannot be read lets anybody in.
 */
@NullMarked
package hotline.node.account;

import org.jspecify.annotations.NullMarked;
