package hotline.node.web;

import hotline.node.api.Said;
import hotline.node.api.Visitor;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One operation of {@code /line/v1}: what the server dispatches on, and what the OpenAPI document
 * is written from.
 *
 * @param template below {@code /line/v1}, with parts in braces
 * @param body what comes in
 * @param answer what goes out when it went well
 */
record Route(
    String method,
    String template,
    String summary,
    List<Parameter> parameters,
    Body body,
    Answer answer,
    Handler handler) {
  static final String BASE = "/line/v1";

  /** A query parameter: {@code type} is {@code boolean}, {@code integer} or {@code string}. */
  record Parameter(String name, String type, String description) {}

  /** What a route takes. */
  sealed interface Body {
    /** No body; one that is sent is ignored. */
    record Nothing() implements Body {}

    /** A JSON object; {@code optional}: the empty body means the empty object. */
    record Json(Class<? extends Record> type, boolean optional) implements Body {}

    /** Bytes as they are. */
    record Bytes(String mediaType, int maxBytes) implements Body {}
  }

  /** What a route answers. */
  sealed interface Answer {
    /** One object. */
    record One(Class<? extends Record> type) implements Answer {}

    /** An array of objects. */
    record Many(Class<? extends Record> type) implements Answer {}

    /** What became of a statement: 200, 202 when it only waits in the outbox, 409 or 422. */
    record Spoken() implements Answer {}

    /** Bytes or text. */
    record Bytes(String mediaType) implements Answer {}

    /** A stream of events. */
    record Events() implements Answer {}
  }

  /** Does it. */
  @FunctionalInterface
  interface Handler {
    Outgoing handle(Call call);
  }

  /** A request with the parts of its path taken out, and who asks. */
  record Call(Incoming request, Map<String, String> parts, Visitor visitor) {
    /** Who does it: who is signed in acts in no other name. */
    String officer(String typed) {
      String signedIn = visitor.officer();
      return signedIn == null ? typed : signedIn;
    }

    String part(String name) {
      return Optional.ofNullable(parts.get(name)).orElseThrow();
    }

    /** A body that has to be there. */
    <T extends Record> T json(Class<T> type) {
      requireType("application/json");
      return Json.read(Bodies.read(request, Bodies.MAX), type);
    }

    /** A body that may be left out. */
    <T extends Record> Optional<T> optionalJson(Class<T> type) {
      byte[] bytes = Bodies.read(request, Bodies.MAX);
      if (bytes.length == 0) {
        return Optional.empty();
      }
      requireType("application/json");
      return Optional.of(Json.read(bytes, type));
    }

    byte[] bytes(String mediaType, int maxBytes) {
      requireType(mediaType);
      return Bodies.read(request, maxBytes);
    }

    boolean flag(String name) {
      return switch (request.parameter(name).orElse("false")) {
        case "true" -> true;
        case "false" -> false;
        default -> throw Problem.of(400, "query-malformed", name + " is true or false.").refusal();
      };
    }

    long number(String name, long otherwise, long min, long max) {
      String text = request.parameter(name).orElse(Long.toString(otherwise));
      if (text.matches("[0-9]{1,18}")) {
        long value = Long.parseLong(text);
        if (value >= min && value <= max) {
          return value;
        }
      }
      String sentence = name + " is a whole number from " + min + " to " + max + ".";
      throw Problem.of(400, "query-malformed", sentence).refusal();
    }

    /** An instant that is in the query, if it is. */
    Optional<Instant> instant(String name) {
      Optional<String> text = request.parameter(name);
      try {
        return text.map(Instant::parse);
      } catch (DateTimeParseException malformed) {
        String sentence = name + " is an instant in UTC, as 2026-11-22T19:04:05Z.";
        throw Problem.of(400, "query-malformed", sentence).refusal();
      }
    }

    private void requireType(String mediaType) {
      if (!request.mediaType().equals(mediaType)) {
        String sentence = "Send the body as Content-Type: " + mediaType + ".";
        throw Problem.of(415, "content-type", sentence).refusal();
      }
    }
  }

  /** The parts of the path if this route is meant. */
  Optional<Map<String, String>> match(List<String> segments) {
    String[] wanted = template.substring(1).split("/", -1);
    if (wanted.length != segments.size()) {
      return Optional.empty();
    }
    var parts = new java.util.HashMap<String, String>();
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].startsWith("{")) {
        parts.put(wanted[i].substring(1, wanted[i].length() - 1), segments.get(i));
      } else if (!wanted[i].equals(segments.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(parts);
  }

  /** The answer to something that was to be said over the line. */
  static Outgoing said(Said said) {
    if (!said.done()) {
      return Outgoing.problem(Problem.refused(said));
    }
    return Outgoing.json(said.state() == Said.State.QUEUED ? 202 : 200, said);
  }

  static Outgoing found(Optional<?> value, String what) {
    return value.map(one -> Outgoing.json(200, one)).orElseThrow(() -> missing(what));
  }

  static Problem.Refused missing(String what) {
    return Problem.of(404, "unknown", "There is no such " + what + " here.").refusal();
  }
}
