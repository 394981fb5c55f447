package hotline.line.body;

/** What a party says of the channel. */
public enum ChannelState implements Coded {
  /** Its obligations hold. */
  IN_FORCE(0, "in force"),
  /** It has paused its obligations. */
  SUSPENDED(1, "suspended");

  private final int code;
  private final String words;

  ChannelState(int code, String words) {
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
