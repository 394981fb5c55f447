package hotline.node.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * An answer, apart from the server that sends it.
 *
 * @param headers beside those that every answer has
 * @param after run once it has been handed to the connection
 */
@SuppressWarnings("ArrayRecordComponent") // carried once, never compared
record Outgoing(
    int status, String mediaType, byte[] body, Map<String, List<String>> headers, Runnable after) {

  static Outgoing of(int status, String mediaType, byte[] body) {
    return new Outgoing(status, mediaType, body, Map.of(), () -> {});
  }

  static Outgoing json(int status, Object value) {
    return of(status, "application/json", Json.write(value));
  }

  static Outgoing text(int status, String text) {
    return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  static Outgoing problem(Problem problem) {
    Outgoing plain = of(problem.status(), Problem.MEDIA_TYPE, Json.write(problem));
    return problem.status() == 401 ? plain.with("WWW-Authenticate", "Bearer") : plain;
  }

  Outgoing with(String name, String value) {
    var more = new java.util.LinkedHashMap<>(headers);
    more.put(name, List.of(value));
    return new Outgoing(status, mediaType, body, more, after);
  }
}
