package hotline.cli.client;

/** The node did not answer; the message is one sentence for a person. */
public final class Unreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unreachable(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
