package hotline.node.web;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request, apart from the server that received it.
 *
 * @param localPort the port it came in by
 * @param remote the address that it came from
 * @param segments the path, split and decoded: no empty, {@code .} or {@code ..} segment, no
 *     control character
 * @param header the first value of a header, by name
 * @param body not yet read
 */
record Incoming(
    String method,
    int localPort,
    String remote,
    List<String> segments,
    Map<String, List<String>> query,
    Function<String, Optional<String>> header,
    InputStream body) {

  /** The path with its leading slash. */
  String path() {
    return "/" + String.join("/", segments);
  }

  /** The path below {@code first/second}; empty if it does not begin so. */
  Optional<List<String>> below(String first, String second) {
    return segments.size() >= 2 && segments.get(0).equals(first) && segments.get(1).equals(second)
        ? Optional.of(segments.subList(2, segments.size()))
        : Optional.empty();
  }

  /** The media type of the body in lower case, without parameters; empty if it has none. */
  String mediaType() {
    String type = header.apply("Content-Type").orElse("");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /** The only value of a query parameter. */
  Optional<String> parameter(String name) {
    List<String> values = query.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw Problem.of(400, "query-malformed", "Give " + name + " once.").refusal();
    }
    return values.stream().findFirst();
  }
}
