package hotline.cli;

/** What the exit code of a command says. */
final class ExitCode {
  /** Done. */
  static final int DONE = 0;

  /** Refused, or a check failed. */
  static final int REFUSED = 1;

  /** The command was not understood. */
  static final int USAGE = 2;

  /** The node, file or folder could not be reached. */
  static final int UNREACHABLE = 3;

  private ExitCode() {}
}
