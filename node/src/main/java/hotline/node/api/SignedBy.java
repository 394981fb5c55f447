package hotline.node.api;

import org.jspecify.annotations.Nullable;

/**
 * Who of its party has signed a statement, beside its node.
 *
 * @param officer as the party has enrolled the key; null: its node signed alone, as far as it
 *     counts
 * @param code {@code ok} with an officer; {@code none}: no officer's signature is inside; else why
 *     the one that is inside does not count
 */
public record SignedBy(@Nullable String officer, String code) {
  /** By its node alone. */
  public static final SignedBy NODE = new SignedBy(null, "none");
}
