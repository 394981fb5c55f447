package hotline.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import hotline.node.api.LineApi;
import hotline.node.api.Said;
import hotline.testkit.Chance;
import java.lang.reflect.Method;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document says what the node does: no more, no less, whatever the answers hold. */
class ApiContractTest {
  private static final String BASE = "https://line.test/openapi.json";

  /** A body for every operation that takes one; nulls where they are allowed. */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry(
              "post-notices",
              """
              {"entity": null, "category": "patrol", "label": "DLH4YK", "answers": null, "volumes": [
                {"outline": ["N 47 0 E 8 0"], "radius": "5 NM", "floor": "FL100", "ceiling": "FL120",
                 "start": "+20min", "end": "+40min", "path": null}]}\
              """),
          Map.entry(
              "post-notices-draft",
              """
              {"entity": null, "category": "patrol", "label": null, "answers": null, "volumes": [
                {"outline": ["N 47 0 E 8 0"], "radius": "5 NM", "floor": "FL100", "ceiling": "FL120",
                 "start": "+20min", "end": "+40min", "path": null}]}\
              """),
          Map.entry("post-notices-shift", "{\"verticalFeet\": 500}"),
          Map.entry("post-notices-find-shift", ""),
          Map.entry("post-notices-state", "{\"state\": \"ENDED\"}"),
          Map.entry(
              "post-disputes", "{\"entity\": \"00\", \"ground\": \"OTHER\", \"reason\": \"x\"}"),
          Map.entry(
              "post-messages",
              """
              {"kind": "TEXT", "to": ["south"], "text": "hello", "language": "en", "position": null,
               "floor": null, "ceiling": null, "notices": [], "replyWithinSeconds": 60,
               "passed": "14:02Z"}\
              """),
          Map.entry("post-messages-displayed", "{\"post\": \"ops\"}"),
          Map.entry("post-messages-accept", "{\"post\": \"ops\", \"officer\": \"M. Okafor\"}"),
          Map.entry("post-messages-answer", "{\"word\": \"WILCO\", \"text\": null}"),
          Map.entry("post-stop", ""),
          Map.entry("post-watch-take", "{\"officer\": \"M. Okafor\"}"),
          Map.entry("post-watch-handover", "{\"toOfficer\": \"B\", \"openItems\": [\"00\"]}"),
          Map.entry(
              "post-status",
              """
              {"state": "SUSPENDED", "effective": null, "words": "why", "condition":
                {"words": "only", "rules": [{"category": "rescue", "zone": null}]}}\
              """),
          Map.entry(
              "post-offers", "{\"condition\": null, \"words\": \"w\", \"lapsesInSeconds\": 60}"),
          Map.entry("post-offers-accept", ""),
          Map.entry("post-offers-refuse", "{\"reason\": \"no\"}"),
          Map.entry("post-offers-withdraw", "{}"),
          Map.entry("post-terms", "terms"),
          Map.entry("post-terms-sheet-check", "{\"after\": null, \"hash\": null, \"clauses\": []}"),
          Map.entry(
              "post-terms-sheet",
              """
              {"after": null, "hash": null, "clauses": [{"name": "reply-by", "values": ["2 min"]}]}\
              """),
          Map.entry("post-keys", "statement"),
          Map.entry("post-keys-requests", "{\"officer\": \"Anna\", \"key\": \"0188\"}"),
          Map.entry("post-terms-sign", ""),
          Map.entry("post-terms-refuse", "{\"reason\": \"no\", \"scope\": \"the area\"}"),
          Map.entry("post-terms-withdraw", ""),
          Map.entry("post-terms-begin", "{}"),
          Map.entry(
              "post-breaches",
              """
              {"party": "south", "clause": null, "notice": "N-23456", "track": null, "from": "1200Z",
               "to": "1230Z", "position": null, "floor": null, "ceiling": null, "zone": null,
               "words": "w"}\
              """),
          Map.entry(
              "post-breaches-answer",
              "{\"word\": \"NEEDS_TIME\", \"until\": \"+2h\", \"text\": null}"),
          Map.entry("post-breaches-follow-up", "{\"step\": \"COMMENT\", \"words\": \"w\"}"),
          Map.entry(
              "post-incidents",
              """
              {"title": "t", "from": "1200Z", "to": "1230Z", "position": null, "floor": null,
               "ceiling": null, "words": "w", "refers": ["00"]}\
              """),
          Map.entry("post-incidents-account", "{\"words\": \"w\"}"),
          Map.entry(
              "post-incidents-disclosures",
              "{\"notice\": \"N-23456\", \"version\": 1, \"item\": 0, \"evidence\": null}"),
          Map.entry("post-incidents-attach", "{\"item\": \"00\"}"),
          Map.entry("post-incidents-facts", "{\"words\": \"w\", \"refers\": []}"),
          Map.entry("post-incidents-close", "{\"words\": \"\", \"seat\": null}"),
          Map.entry("post-incidents-reopen", "{\"words\": \"w\"}"),
          Map.entry("post-cases-close", "{\"words\": \"w\", \"seat\": \"chair\"}"),
          Map.entry("post-cases-reopen", "{\"words\": \"w\", \"seat\": \"chair\"}"),
          Map.entry("post-incidents-findings", "{\"words\": \"w\", \"refers\": [\"00\"]}"),
          Map.entry(
              "post-incidents-dues", "{\"party\": \"south\", \"words\": \"w\", \"due\": \"+2h\"}"),
          Map.entry(
              "post-evidence",
              """
              {"sort": "TRACK", "title": "t", "sha256": "00", "bytes": 9, "from": null, "to": null,
               "incident": null}\
              """),
          Map.entry("post-evidence-bytes", "bytes"),
          Map.entry("post-stick", "file"),
          Map.entry(
              "post-claims",
              "{\"words\": \"w\", \"from\": \"+1h\", \"to\": \"+2h\", \"narrows\": null}"),
          Map.entry("post-items-assess", "{\"word\": \"DISPUTES\", \"reason\": \"r\"}"),
          Map.entry("post-items-agree", "{\"dissent\": null, \"seat\": \"chair\"}"),
          Map.entry("post-items-veto", "{\"scope\": \"s\", \"reason\": \"r\", \"seat\": null}"),
          Map.entry("post-items-retract", "{\"reason\": \"r\"}"),
          Map.entry("post-dues-done", "{\"words\": \"w\"}"),
          Map.entry(
              "post-cases",
              "{\"title\": \"t\", \"agenda\": [\"a\"], \"refers\": [], \"seat\": \"chair\"}"),
          Map.entry("post-cases-positions", "{\"item\": 1, \"words\": \"w\", \"seat\": \"chair\"}"),
          Map.entry(
              "post-cases-proposals",
              "{\"words\": \"w\", \"narrows\": \"00\", \"seat\": \"chair\"}"),
          Map.entry(
              "post-cases-minutes", "{\"words\": \"w\", \"next\": null, \"seat\": \"chair\"}"),
          Map.entry("post-cases-facts", "{\"words\": \"w\", \"refers\": []}"),
          Map.entry(
              "post-cases-dues", "{\"party\": \"south\", \"words\": \"w\", \"due\": \"+2h\"}"),
          Map.entry("post-messages-hand-off", "{\"file\": null, \"words\": \"w\"}"),
          Map.entry("post-third-parties-reach", "{\"can\": true, \"words\": \"w\"}"),
          Map.entry(
              "post-relays",
              "{\"message\": \"00\", \"to\": \"aid\", \"state\": \"HANDED_ON\", \"words\": \"w\"}"),
          Map.entry(
              "post-alerts-accept", "{\"numbers\": [1], \"post\": \"p\", \"officer\": \"o\"}"),
          Map.entry(
              "post-alerts-nuisance", "{\"nuisance\": true, \"post\": \"p\", \"officer\": \"o\"}"),
          Map.entry("post-alerts-warn", "{\"post\": \"p\", \"officer\": \"o\"}"),
          Map.entry("post-feeds-run", "{\"running\": true}"),
          Map.entry(
              "post-notices-flown-by",
              "{\"callsign\": \"SWR12AB\", \"address\": null, \"squawk\": null, \"track\": null}"),
          Map.entry("post-host-sequencer", "{\"running\": false}"),
          Map.entry("post-tickets", ""));

  @TempDir Path folder;

  @Test
  void everyAnswerIsWhatTheDocumentSays() throws Exception {
    for (long seed : Chance.seeds().limit(8).toArray()) {
      try (Door door = new Door(Files.createTempDirectory(folder, "s"), seed)) {
        JsonNode document = JsonMapper.shared().readTree(door.get("/line/v1/openapi.json").body());
        SchemaRegistry registry = registry(document);
        for (Operation operation : operations(document)) {
          for (int i = 0; i < 3; i++) {
            check(door, registry, operation, i == 2);
          }
        }
      }
    }
  }

  private static void check(Door door, SchemaRegistry registry, Operation operation, boolean past)
      throws Exception {
    HttpResponse<String> answer = call(door, operation, past);
    assertThat(answer.statusCode()).as(operation.id()).isIn(200, 202, 404);
    JsonNode content = operation.node().at("/responses/" + answer.statusCode() + "/content");
    if (answer.statusCode() == 404) {
      content = operation.node().at("/responses/default/content");
    }
    String type = answer.headers().firstValue("Content-Type").orElseThrow().replaceAll(";.*", "");
    assertThat(content.has(type)).as("%s answers %s", operation.id(), type).isTrue();
    if (type.endsWith("json")) {
      String pointer = "#" + operation.responsePointer(answer.statusCode(), type);
      Schema schema = registry.getSchema(SchemaLocation.of(BASE + pointer));
      assertThat(schema.validate(answer.body(), InputFormat.JSON))
          .as("%s: %s", operation.id(), answer.body())
          .isEmpty();
      assertThat(schema.validate("{\"surprise\": 1}", InputFormat.JSON)).isNotEmpty();
    }
  }

  @Test
  void nothingOfTheLineIsMissing() throws Exception {
    try (Door door = new Door(folder, 1)) {
      JsonNode document = JsonMapper.shared().readTree(door.get("/line/v1/openapi.json").body());
      Set<String> reached = new TreeSet<>();
      for (Operation operation : operations(document)) {
        door.line.asked.clear();
        call(door, operation, operation.id().equals("get-past"));
        door.line.asked.forEach(call -> reached.add(call.replaceAll("\\[.*", "")));
      }
      reached.add("awaitChange");
      Set<String> all =
          List.of(LineApi.class.getMethods()).stream()
              .map(Method::getName)
              .collect(Collectors.toSet());
      assertThat(reached).containsExactlyInAnyOrderElementsOf(all);
    }
  }

  @Test
  void whatIsTypedArrivesAsItWasTyped() throws Exception {
    try (Door door = new Door(folder, 1)) {
      door.post("/line/v1/stop", "");
      assertThat(door.line.asked)
          .last()
          .isEqualTo(
              "send[Message[kind=STOP, to=[], text=null, language=null, position=null, floor=null,"
                  + " ceiling=null, notices=[], replyWithinSeconds=null, passed=null]]");
      door.post(
          "/line/v1/messages/ab/answer",
          "{\"word\": \"UNABLE\", \"text\": \"a \\\"b\\\" \\u202e\"}");
      assertThat(door.line.asked)
          .last()
          .isEqualTo("answer[Answer[message=ab, word=UNABLE, text=a \"b\" \u202e]]");
    }
  }

  @Test
  void refusalsCarryCodeAndSentence() throws Exception {
    try (Door door = new Door(folder, 1)) {
      door.line.said = Said.refused("zone-unknown", "There is no zone z; choose one of the terms.");
      HttpResponse<String> refused = door.post("/line/v1/stop", "{}");
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(refused.body())
          .contains("\"code\":\"zone-unknown\"", "There is no zone z; choose one of the terms.");
      door.line.said = new Said(false, Said.State.REFUSED, "stale", "Again.", "ab", 9L);
      HttpResponse<String> stale = door.post("/line/v1/stop", "{}");
      assertThat(stale.statusCode()).isEqualTo(409);
      assertThat(stale.body()).contains("\"id\":\"ab\"", "\"index\":9");
      door.line.said = new Said(true, Said.State.QUEUED, "ok", "Kept.", "ab", null);
      assertThat(door.post("/line/v1/stop", "{}").statusCode()).isEqualTo(202);
    }
  }

  @Test
  void theTokenIsTheOwnersAlone() throws Exception {
    try (Door door = new Door(folder, 1)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(door.token)))
          .isEqualTo("rw-------");
      assertThat(door.bearer()).hasSizeGreaterThan(40);
    }
  }

  private record Operation(String id, String method, String path, JsonNode node, String pointer) {
    String responsePointer(int status, String type) {
      String response = status == 404 ? "default" : Integer.toString(status);
      return pointer + "/responses/" + response + "/content/" + type.replace("/", "~1") + "/schema";
    }
  }

  private static List<Operation> operations(JsonNode document) {
    List<Operation> all = new ArrayList<>();
    for (String path : document.get("paths").propertyNames()) {
      for (String method : document.at("/paths/" + path.replace("/", "~1")).propertyNames()) {
        String pointer = "/paths/" + path.replace("/", "~1") + "/" + method;
        JsonNode node = document.at(pointer);
        if (!path.endsWith("/events")) {
          all.add(new Operation(node.get("operationId").asString(), method, path, node, pointer));
        }
      }
    }
    assertThat(all).hasSizeGreaterThan(30);
    assertThat(all.stream().map(Operation::id).distinct()).hasSameSizeAs(all);
    return all;
  }

  /** Past: with the instant, where one can be asked for. */
  private static HttpResponse<String> call(Door door, Operation operation, boolean past)
      throws Exception {
    String path = operation.path().replace("{index}", "3").replaceAll("\\{[a-z]+\\}", "00ab");
    if (operation.method().equals("get")) {
      boolean at = operation.node().path("parameters").toString().contains("\"at\"");
      boolean asked = at && (past || operation.id().equals("get-past"));
      return door.get(asked ? path + "?at=2026-11-22T19:04:05Z" : path);
    }
    assertThat(BODIES).containsKey(operation.id());
    String body = BODIES.getOrDefault(operation.id(), "");
    for (String type :
        List.of("application/cbor", "application/cose", "application/octet-stream")) {
      if (operation.node().at("/requestBody/content").has(type)) {
        return door.send(
            HttpRequest.newBuilder(door.at(path))
                .header("Authorization", door.bearer())
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
      }
    }
    return door.post(path, body);
  }

  private static SchemaRegistry registry(JsonNode document) {
    return SchemaRegistry.withDialect(
        Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(BASE, document.toString())));
  }
}
