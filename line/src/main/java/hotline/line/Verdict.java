package hotline.line;

import hotline.line.body.Coded;

/** What became of an entry. */
public enum Verdict implements Coded {
  /** It counts. */
  ACCEPTED(0),
  /** A rule refuses it: recorded, its number is used, it changes nothing else. */
  REFUSED(1),
  /** It should never have been ordered: evidence against the host. It changes nothing at all. */
  VOID(2);

  private final int code;

  Verdict(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
