package hotline.cli.client;

/** The node answered that it will not; the message is one sentence for a person. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /** A refusal with the stable code of its reason. */
  public Refused(String code, String sentence) {
    super(sentence);
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}
