package hotline.node.web;

import hotline.node.api.Said;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAPI 3.1 document, written from the routes and the records themselves, so that it cannot
 * say anything else than what the node does. What may be null, and nothing else, is marked so.
 */
final class OpenApi {
  private static final Pattern PART = Pattern.compile("\\{([a-z]+)\\}");

  /** Words that a text is always one of, by record and component. */
  private static final Map<String, List<String>> WORDS =
      Map.ofEntries(
          Map.entry("PartyStatus.state", List.of("IN_FORCE", "SUSPENDED", "UNKNOWN")),
          Map.entry(
              "RecordState.sequencer",
              List.of("RUNNING", "WAITING", "STOPPED", "REACHED", "UNREACHED")),
          Map.entry("Band.datum", List.of("W84", "STANDARD_PRESSURE")),
          Map.entry("Conflict.certainty", List.of("EXACT", "POSSIBLE")),
          Map.entry("Conflict.state", List.of("OPEN", "CLEARED", "UNABLE")),
          Map.entry("Message.alarm", List.of("NONE", "UNACCEPTED", "ACCEPTED")),
          Map.entry("Message.way", List.of("RECORD", "DIRECT", "BOTH")),
          Map.entry("Breach.state", List.of("OPEN", "NARROWED", "WITHDRAWN")),
          Map.entry(
              "BreachAnswer.word", List.of("ACCEPTS", "DISPUTES", "NO_COMMENT", "NEEDS_TIME")),
          Map.entry("FollowUp.step", List.of("COMMENT", "NARROWED", "WITHDRAWN")),
          Map.entry(
              "Exhibit.sort",
              List.of("INCIDENT", "ACCOUNT", "EVIDENCE", "DISCLOSURE", "CLAIM", "BREACH")),
          Map.entry("Exhibit.holds", List.of("HOLDS", "FALSE", "UNKNOWN")),
          Map.entry("Exhibit.state", List.of("STANDS", "NARROWED", "RETRACTED", "REPLACED")),
          Map.entry(
              "View.word",
              List.of("ACCEPTS", "DISPUTES", "CANNOT_VERIFY", "NO_FIRM_INFORMATION", "NONE")),
          Map.entry("Motion.sort", List.of("FACT", "FINDING", "PROPOSAL", "MINUTES")),
          Map.entry("Motion.state", List.of("OPEN", "AGREED", "VETOED", "RETRACTED", "NARROWED")),
          Map.entry("Reach.word", List.of("CAN", "CANNOT", "UNKNOWN")),
          Map.entry("Track.state", List.of("LIVE", "COASTING", "LOST")),
          Map.entry("Alert.state", List.of("PREDICTED", "CURRENT", "PAST")),
          Map.entry("Relay.state", List.of("HANDED_ON", "CONFIRMED", "COULD_NOT")),
          Map.entry("Feed.state", List.of("STOPPED", "CONNECTING", "RUNNING", "WAITING", "ENDED")));

  private final Map<String, Object> schemas = new TreeMap<>();

  private OpenApi() {}

  static byte[] document(List<Route> routes) {
    OpenApi document = new OpenApi();
    Map<String, Map<String, Object>> paths = new TreeMap<>();
    for (Route route : routes) {
      paths
          .computeIfAbsent(Route.BASE + route.template(), _ -> new TreeMap<>())
          .put(route.method().toLowerCase(java.util.Locale.ROOT), document.operation(route));
    }
    document.schema(Problem.class);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("openapi", "3.1.0");
    all.put("jsonSchemaDialect", "https://json-schema.org/draft/2020-12/schema");
    all.put(
        "info",
        Map.of(
            "title",
            "Hotline line API",
            "version",
            "1",
            "description",
            "Everything a node does for its own party. Times are UTC; ids are lower-case hex;"
                + " a refusal carries a stable code and a sentence that says what to do."));
    all.put("security", List.of(Map.of("token", List.of())));
    all.put("paths", paths);
    Map<String, Object> components = new LinkedHashMap<>();
    components.put("securitySchemes", Map.of("token", Map.of("type", "http", "scheme", "bearer")));
    components.put("schemas", document.schemas);
    all.put("components", components);
    return Json.write(all);
  }

  private Map<String, Object> operation(Route route) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", operationId(route));
    operation.put("summary", route.summary());
    List<Object> parameters = new ArrayList<>();
    PART.matcher(route.template())
        .results()
        .forEach(part -> parameters.add(parameter(part.group(1), "path", "string", "")));
    for (Route.Parameter query : route.parameters()) {
      parameters.add(parameter(query.name(), "query", query.type(), query.description()));
    }
    if (!parameters.isEmpty()) {
      operation.put("parameters", parameters);
    }
    switch (route.body()) {
      case Route.Body.Nothing _ -> {}
      case Route.Body.Json json ->
          operation.put(
              "requestBody",
              Map.of(
                  "required",
                  !json.optional(),
                  "content",
                  Map.of("application/json", Map.of("schema", schema(json.type())))));
      case Route.Body.Bytes bytes ->
          operation.put(
              "requestBody",
              Map.of("required", true, "content", Map.of(bytes.mediaType(), Map.of())));
    }
    operation.put("responses", responses(route.answer()));
    return operation;
  }

  static String operationId(Route route) {
    String template = route.template().replaceAll("[}]$", "}/one"); // one of many
    String path = PART.matcher(template).replaceAll("").replaceAll("[^a-z]+", "-");
    return (route.method().toLowerCase(java.util.Locale.ROOT) + path).replaceAll("-+$", "");
  }

  private static Map<String, Object> parameter(
      String name, String in, String type, String description) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", name);
    parameter.put("in", in);
    parameter.put("required", in.equals("path"));
    if (!description.isEmpty()) {
      parameter.put("description", description);
    }
    parameter.put("schema", Map.of("type", type));
    return parameter;
  }

  private Map<String, Object> responses(Route.Answer answer) {
    Map<String, Object> responses = new LinkedHashMap<>();
    switch (answer) {
      case Route.Answer.One one -> responses.put("200", json("The answer.", schema(one.type())));
      case Route.Answer.Many many ->
          responses.put(
              "200", json("The answer.", Map.of("type", "array", "items", schema(many.type()))));
      case Route.Answer.Spoken _ -> {
        responses.put("200", json("In the record.", schema(Said.class)));
        responses.put("202", json("Signed and kept; nobody else has it yet.", schema(Said.class)));
        responses.put("409", problem("Overtaken by something newer: read again, try again."));
        responses.put("422", problem("Refused by the rules; code and sentence say why."));
      }
      case Route.Answer.Bytes bytes -> responses.put("200", content("Bytes.", bytes.mediaType()));
      case Route.Answer.Events _ ->
          responses.put(
              "200",
              content(
                  "`entry` events carry the log index as id; `change` events carry the change"
                      + " counter and the size, at least once a second.",
                  "text/event-stream"));
    }
    responses.put("default", problem("A problem."));
    return responses;
  }

  private Map<String, Object> problem(String description) {
    return Map.of(
        "description",
        description,
        "content",
        Map.of(Problem.MEDIA_TYPE, Map.of("schema", schema(Problem.class))));
  }

  private static Map<String, Object> json(String description, Object schema) {
    return Map.of(
        "description",
        description,
        "content",
        Map.of("application/json", Map.of("schema", schema)));
  }

  private static Map<String, Object> content(String description, String mediaType) {
    return Map.of("description", description, "content", Map.of(mediaType, Map.of()));
  }

  /** A reference to the schema of a record, which is written once. */
  private Map<String, Object> schema(Class<?> type) {
    String name = name(type);
    if (!schemas.containsKey(name)) {
      schemas.put(name, Map.of());
      Map<String, Object> properties = new LinkedHashMap<>();
      List<String> required = new ArrayList<>();
      for (RecordComponent component : type.getRecordComponents()) {
        properties.put(
            component.getName(),
            property(component.getAnnotatedType(), name + "." + component.getName()));
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
          required.add(component.getName());
        }
      }
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put("type", "object");
      schema.put("properties", properties);
      schema.put("required", required);
      schema.put("additionalProperties", false);
      schemas.put(name, schema);
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  /** Nested records of views are told from those of requests by their outer name. */
  private static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    boolean request = outer != null && outer.getSimpleName().endsWith("Requests");
    boolean inner = outer != null && outer.isRecord();
    return (inner ? outer.getSimpleName() : "") + type.getSimpleName() + (request ? "Request" : "");
  }

  private Object property(AnnotatedType annotated, String path) {
    boolean nullable = annotated.isAnnotationPresent(Nullable.class);
    Type type = annotated.getType();
    if (type instanceof ParameterizedType) {
      AnnotatedType element =
          ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments()[0];
      Map<String, Object> array = new LinkedHashMap<>();
      array.put("type", nullable ? List.of("array", "null") : "array");
      array.put("items", property(element, path + "[]"));
      return array;
    }
    Class<?> raw = (Class<?>) type;
    if (raw.isRecord()) {
      return nullable ? Map.of("anyOf", List.of(schema(raw), Map.of("type", "null"))) : schema(raw);
    }
    Map<String, Object> simple = new LinkedHashMap<>();
    String word = raw == boolean.class ? "boolean" : integer(raw) ? "integer" : "string";
    simple.put("type", nullable ? List.of(word, "null") : word);
    if (raw == Instant.class) {
      simple.put("format", "date-time");
    }
    if (raw.isEnum()) {
      simple.put("enum", Arrays.stream(raw.getEnumConstants()).map(Object::toString).toList());
    } else if (WORDS.containsKey(path)) {
      List<@Nullable Object> words = new ArrayList<>(WORDS.getOrDefault(path, List.of()));
      if (nullable) {
        words.add(null);
      }
      simple.put("enum", words);
    }
    return simple;
  }

  private static boolean integer(Class<?> raw) {
    return raw == int.class || raw == long.class || raw == Long.class || raw == Integer.class;
  }
}
