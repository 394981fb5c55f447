/**
 * Files that prove to a stranger what a party did wrong: what the wronged node kept enters, one
 * file leaves; and what somebody shows enters, whether it proves anything leaves. Nothing here is
 * proof that does not carry the accused party's own signature.
 */
@NullMarked
package hotline.line.accusation;

import org.jspecify.annotations.NullMarked;
