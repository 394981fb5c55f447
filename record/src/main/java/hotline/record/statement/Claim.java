package hotline.record.statement;

import org.jspecify.annotations.Nullable;

/**
 * What a statement says of its place in its chain: all that {@link ChainRules} looks at.
 *
 * @param id its name
 * @param header what it says of itself
 * @param withdraws the statement it takes the place of, if it is a WITHDRAW that names one
 */
public record Claim(StatementId id, Header header, @Nullable StatementId withdraws) {
  /** The key of a WITHDRAW's content that names the statement it takes the place of. */
  public static final long WITHDRAWN_KEY = 1;

  public Claim {
    if (withdraws != null && header.kind() != Header.WITHDRAW) {
      throw new IllegalArgumentException("only a WITHDRAW withdraws");
    }
  }

  boolean isWithdraw() {
    return header.kind() == Header.WITHDRAW;
  }

  boolean isBegin() {
    return header.kind() == Header.BEGIN;
  }
}
