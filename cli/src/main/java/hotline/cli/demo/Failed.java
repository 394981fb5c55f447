package hotline.cli.demo;

/** The play cannot go on; the message is one sentence for a person. */
final class Failed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Failed(String sentence) {
    super(sentence);
  }

  Failed(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
