package hotline.node;

import hotline.node.api.Pages;
import hotline.node.api.Right;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A node without pages: for machines alone. */
final class NoPages implements Pages {
  @Override
  public Answer page(Request request) {
    return text(404, "This node serves no pages.");
  }

  @Override
  public Optional<Answer> asset(String path) {
    return Optional.empty();
  }

  @Override
  public Answer signedOut(String sentence) {
    return text(403, sentence);
  }

  @Override
  public Answer signIn(String sentence) {
    return text(403, sentence);
  }

  @Override
  public Answer refused(Request request, String code, String sentence) {
    return text(403, sentence);
  }

  @Override
  public Optional<Right> right(String method, String path) {
    return Optional.of(Right.SEE);
  }

  private static Answer text(int status, String sentence) {
    return Answer.of(
        status, "text/plain; charset=utf-8", (sentence + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
