package hotline.cli.client;

/** A file that a command needs cannot be read or written; the message is one sentence. */
public final class FileTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With that sentence. */
  public FileTrouble(String sentence) {
    super(sentence);
  }
}
