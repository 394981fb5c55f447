package hotline.node.peer;

import hotline.node.peer.PeerEndpoints.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Refusals between nodes, as RFC 9457 problems with a stable {@code code}. */
public final class PeerAnswers {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String PROBLEM = "application/problem+json";
  private static final int TEXT_MAX = 300;

  private PeerAnswers() {}

  /** A refusal. */
  public static Answer problem(int status, String code, String sentence) {
    byte[] body =
        JSON.writeValueAsBytes(
            Map.of("type", "about:blank", "status", status, "code", code, "detail", sentence));
    return new Answer(status, PROBLEM, body);
  }

  /** The code of a refusal; {@code http-<status>} if it has none that can be shown. */
  public static String code(Answer answer) {
    String code = field(answer, "code");
    return code.matches("[a-z][a-z0-9.-]{0,63}") ? code : "http-" + answer.status();
  }

  /** The sentence of a refusal, shortened and without control characters. */
  public static String sentence(Answer answer) {
    String text = field(answer, "detail").replaceAll("\\p{Cntrl}+", " ");
    return text.isBlank()
        ? "the other node answered " + answer.status()
        : text.substring(0, Math.min(text.length(), TEXT_MAX));
  }

  private static String field(Answer answer, String name) {
    if (!answer.mediaType().startsWith(PROBLEM)) {
      return "";
    }
    try {
      JsonNode problem = JSON.readTree(new String(answer.body(), StandardCharsets.UTF_8));
      return problem.path(name).asString("");
    } catch (JacksonException _) {
      return "";
    }
  }
}
