package hotline.node.web;

import hotline.node.api.Said;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 problem details.
 *
 * @param type {@code about:blank}: the code says which it is
 * @param title what the status means
 * @param detail one sentence for a person, which says what to do
 * @param code stable, for programs
 * @param id the statement that was signed and refused; null if none was
 * @param index its place in the record; null if it has none
 */
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @Nullable String id,
    @Nullable Long index) {
  static final String MEDIA_TYPE = "application/problem+json";

  /** Refusals that a second attempt on newer state may pass. */
  private static final Set<String> CONFLICTS =
      Set.of("stale", "stale-terms", "gap", "wrong-previous", "sequence-used");

  static Problem of(int status, String code, String detail) {
    return new Problem("about:blank", title(status), status, detail, code, null, null);
  }

  /** A refusal by the rules of the line. */
  static Problem refused(Said said) {
    int status = CONFLICTS.contains(said.code()) ? 409 : 422;
    return new Problem(
        "about:blank",
        title(status),
        status,
        said.sentence(),
        said.code(),
        said.id(),
        said.index());
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad request";
      case 401 -> "Not signed in";
      case 403 -> "Forbidden";
      case 404 -> "Not found";
      case 405 -> "Method not allowed";
      case 408 -> "Too slow";
      case 409 -> "Overtaken";
      case 413 -> "Too large";
      case 415 -> "Wrong content type";
      case 421 -> "Wrong host";
      case 422 -> "Refused by the rules";
      case 429 -> "Too many attempts";
      case 503 -> "Busy";
      default -> "Failed";
    };
  }

  /** Ends the handling of a request with this problem; thrown and caught in this package only. */
  Refused refusal() {
    return new Refused(this);
  }

  /** Carries a problem to where answers are written. */
  @SuppressWarnings("serial") // never leaves the thread
  static final class Refused extends RuntimeException {
    private final Problem problem;

    Refused(Problem problem) {
      super(problem.code(), null, false, false);
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }
}
