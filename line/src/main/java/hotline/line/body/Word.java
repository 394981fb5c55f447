package hotline.line.body;

/** The words of an answer, as controllers and pilots use them. */
public enum Word implements Coded {
  /** Understood, will comply. */
  WILCO(0),
  /** Cannot comply. */
  UNABLE(1),
  /** Received; no promise. */
  ROGER(2),
  /** An answer follows; the dialogue stays open. */
  STANDBY(3),
  AFFIRM(4),
  NEGATIVE(5);

  private final int code;

  Word(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }

  /** Whether it closes the dialogue. */
  public boolean isFinal() {
    return this != STANDBY;
  }
}
