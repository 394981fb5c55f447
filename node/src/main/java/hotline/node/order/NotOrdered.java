package hotline.node.order;

import org.jspecify.annotations.Nullable;

/** Why an entry was given no place. */
public final class NotOrdered extends Exception {
  private static final long serialVersionUID = 1;

  private final Why why;

  /** With the sentence that a person is shown. */
  public NotOrdered(Why why, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.why = why;
  }

  /** Which of the few reasons. */
  public Why why() {
    return why;
  }

  /** The reasons, each with its stable code. */
  public enum Why {
    /** Too many entries are under way; this one was not taken. */
    BUSY("busy"),
    /** The sequencer does not run; this one was not taken. */
    STOPPED("sequencer-stopped"),
    /** It failed on the way: it may have a place, or get one after a restart. Send it again. */
    UNKNOWN("sequencer-failed");

    private final String code;

    Why(String code) {
      this.code = code;
    }

    /** The stable code. */
    public String code() {
      return code;
    }
  }
}
