package hotline.line.terms;

import hotline.line.body.Coded;

/**
 * What the terms may let fewer than all parties agree on. Terms, facts and findings are not among
 * them: those are every party's, always.
 */
public enum Matter implements Coded {
  /** An offer to restore the channel. */
  OFFER(1, "an offer"),
  /** A proposal of the working group. */
  PROPOSAL(2, "a proposal of the working group"),
  /** Its minutes. */
  MINUTES(3, "minutes of the working group");

  private final int code;
  private final String words;

  Matter(int code, String words) {
    this.code = code;
    this.words = words;
  }

  @Override
  public int code() {
    return code;
  }

  /** As people say it. */
  public String words() {
    return words;
  }
}
