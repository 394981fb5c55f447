package hotline.node.api;

import java.io.Serial;

/**
 * A search that could not be finished, because something that it has to know is not known: nothing
 * follows from it, least of all that there is no answer.
 */
public final class Unsearched extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final String code;

  /** With a stable code and a sentence that says what to do. */
  public Unsearched(String code, String sentence) {
    super(sentence);
    this.code = code;
  }

  /** Stable. */
  public String code() {
    return code;
  }

  /** For a person: what is missing, and what to do. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
