package hotline.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.account.Account;
import hotline.node.account.Accounts;
import hotline.node.account.Audit;
import hotline.node.account.PasswordHash;
import hotline.node.api.Right;
import hotline.node.api.Role;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What each role may do by {@code /line/v1}: every call of the document, every role. */
class ApiRolesTest {
  private static final String PASSWORD = "correct horse battery";

  /** What each POST needs, written down apart from the code; what is not here is the machine's. */
  private static final Map<String, Right> NEEDS = needs();

  private static Map<String, Right> needs() {
    Map<String, Right> all = new TreeMap<>();
    put(all, Right.URGENT, "/stop", "/messages/{id}/accept", "/messages/{id}/displayed");
    put(all, Right.URGENT, "/alerts/accept");
    put(all, Right.SPEAK, "/messages", "/messages/{id}/answer", "/messages/{id}/hand-off");
    put(all, Right.SPEAK, "/notices", "/notices/draft", "/notices/{id}/shift", "/disputes");
    put(all, Right.SPEAK, "/notices/{id}/find-shift", "/notices/{id}/state");
    put(all, Right.SPEAK, "/notices/{id}/flown-by", "/alerts/{number}/warn", "/relays", "/stick");
    put(all, Right.SPEAK, "/alerts/{number}/nuisance", "/third-parties/{name}/reach");
    put(all, Right.WATCH, "/watch/{post}/take", "/watch/{post}/handover");
    put(all, Right.DECIDE, "/status", "/offers", "/offers/{id}/accept", "/offers/{id}/refuse");
    put(all, Right.DECIDE, "/offers/{id}/withdraw", "/terms", "/terms/sheet");
    put(all, Right.DECIDE, "/terms/sheet/check", "/terms/{hash}/sign", "/terms/{hash}/refuse");
    put(all, Right.DECIDE, "/terms/{hash}/withdraw", "/terms/{hash}/begin");
    put(all, Right.INVESTIGATE, "/breaches", "/breaches/{id}/answer", "/breaches/{id}/follow-up");
    put(all, Right.INVESTIGATE, "/incidents", "/claims", "/evidence", "/evidence/bytes");
    for (String step :
        List.of(
            "account", "disclosures", "attach", "facts", "findings", "dues", "close", "reopen")) {
      put(all, Right.INVESTIGATE, "/incidents/{id}/" + step);
    }
    for (String step : List.of("assess", "agree", "veto", "retract")) {
      put(all, Right.INVESTIGATE, "/items/{id}/" + step);
    }
    put(all, Right.INVESTIGATE, "/dues/{id}/done");
    for (String step :
        List.of("positions", "proposals", "minutes", "facts", "dues", "close", "reopen")) {
      put(all, Right.GROUP, "/cases/{id}/" + step);
    }
    put(all, Right.GROUP, "/cases");
    put(all, Right.SEE, "/keys/requests");
    return Map.copyOf(all);
  }

  private static void put(Map<String, Right> all, Right right, String... templates) {
    for (String each : templates) {
      all.put(each, right);
    }
  }

  @TempDir private Path folder;
  private Door door;
  private Accounts accounts;

  @BeforeEach
  void open() throws IOException {
    door = new Door(folder, 1);
    accounts = Accounts.in(folder);
    PasswordHash hash = PasswordHash.of(PASSWORD, new SecureRandom());
    for (Role role : Role.values()) {
      accounts.add(new Account(role.word(), "O. " + role.word(), role, hash, null, false));
    }
  }

  @AfterEach
  void close() {
    door.close();
  }

  private String signIn(Role role) throws Exception {
    var answer =
        door.submit(
            "/sign-in", "name=" + role.word() + "&code=&password=" + PASSWORD.replace(' ', '+'));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return door.browse("/").body().lines().findFirst().orElseThrow();
  }

  private record Operation(String method, String template) {}

  private List<Operation> operations() throws Exception {
    JsonNode document = JsonMapper.shared().readTree(door.get("/line/v1/openapi.json").body());
    List<Operation> all = new ArrayList<>();
    for (String path : document.get("paths").propertyNames()) {
      for (String method : document.at("/paths/" + path.replace("/", "~1")).propertyNames()) {
        if (!path.endsWith("/events")) {
          all.add(new Operation(method.toUpperCase(java.util.Locale.ROOT), path.substring(8)));
        }
      }
    }
    assertThat(all).hasSizeGreaterThan(90);
    return all;
  }

  private HttpRequest.Builder request(Operation operation) {
    String path = "/line/v1" + operation.template().replaceAll("\\{[a-z]+\\}", "7");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(door.at(path)).header("Content-Type", "application/json");
    return operation.method().equals("GET")
        ? request.GET()
        : request.POST(BodyPublishers.ofString("{}"));
  }

  private HttpRequest.Builder own(HttpRequest.Builder request, String csrf) {
    return request
        .header("Origin", door.at("/").toString().replaceAll("/$", ""))
        .header("X-Hotline-Form", csrf);
  }

  @Test
  void everyRoleMayDoByTheApiWhatItMayOnThePages() throws Exception {
    List<Operation> operations = operations();
    assertThat(operations.stream().map(Operation::template).toList()).containsAll(NEEDS.keySet());
    for (Role role : Role.values()) {
      String csrf = signIn(role);
      for (Operation each : operations) {
        boolean post = each.method().equals("POST");
        Optional<Right> needs =
            post ? Optional.ofNullable(NEEDS.get(each.template())) : Optional.of(Right.SEE);
        door.line.asked.clear();
        HttpResponse<String> answer = door.send(own(request(each), csrf));
        String what = role + " " + each + " " + answer.body();
        if (needs.filter(role::may).isPresent()) {
          assertThat(answer.statusCode()).as(what).isNotIn(401, 403);
        } else {
          assertThat(answer.statusCode()).as(what).isEqualTo(needs.isPresent() ? 403 : 404);
          assertThat(answer.body())
              .as(what)
              .contains(needs.isPresent() ? "\"not-your-role\"" : "\"unknown\"");
          assertThat(door.line.asked).as(what).isEmpty();
        }
      }
    }
  }

  @Test
  void aPersonActsInNoOtherName() throws Exception {
    String csrf = signIn(Role.OFFICER);
    var _ = send("/watch/duty/take", "{\"officer\": \"Somebody\"}", csrf);
    assertThat(door.line.asked).last().asString().contains("O. officer").doesNotContain("Some");
    var _ = send("/messages/00/accept", "{\"post\": \"duty\", \"officer\": \"Somebody\"}", csrf);
    assertThat(door.line.asked).last().asString().contains("O. officer").doesNotContain("Some");
    var _ =
        send("/alerts/accept", "{\"numbers\": [1], \"post\": \"p\", \"officer\": \"Some\"}", csrf);
    assertThat(door.line.asked).last().asString().contains("O. officer").doesNotContain("Some");
    var _ = send("/keys/requests", "{\"officer\": \"Somebody\", \"key\": \"00\"}", csrf);
    assertThat(door.line.asked).last().asString().contains("O. officer").doesNotContain("Some");
    door.line.asked.clear();
    var handed = send("/watch/duty/handover", "{\"toOfficer\": \"B\", \"openItems\": []}", csrf);
    assertThat(handed.statusCode()).isEqualTo(403);
    assertThat(handed.body()).contains("not-your-watch");
    assertThat(door.line.asked).noneMatch(call -> call.startsWith("handOverWatch"));
  }

  private HttpResponse<String> send(String path, String body, String csrf) throws Exception {
    return door.send(
        own(
            HttpRequest.newBuilder(door.at("/line/v1" + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)),
            csrf));
  }

  @Test
  void aSessionSaysNothingWithoutItsTokenAndOriginAndNotWithAWrongMachinesToken() throws Exception {
    Operation stop = new Operation("POST", "/stop");
    assertThat(door.send(request(stop)).statusCode()).isEqualTo(401);
    String csrf = signIn(Role.SUPERVISOR);
    String here = door.at("/").toString().replaceAll("/$", "");
    assertThat(door.send(request(stop).header("Origin", here)).statusCode()).isEqualTo(403);
    assertThat(door.send(request(stop).header("X-Hotline-Form", csrf)).statusCode()).isEqualTo(403);
    assertThat(door.send(own(request(stop), "x" + csrf)).statusCode()).isEqualTo(403);
    assertThat(
            door.send(
                    request(stop)
                        .header("X-Hotline-Form", csrf)
                        .header("Origin", "http://elsewhere.example"))
                .statusCode())
        .isEqualTo(403);
    assertThat(
            door.send(own(request(stop), csrf).header("Authorization", "Bearer no")).statusCode())
        .isEqualTo(401);
    assertThat(door.line.asked).isEmpty();
    assertThat(door.send(own(request(stop), csrf)).statusCode()).isEqualTo(200);
    accounts.change(Role.SUPERVISOR.word(), each -> each.disabled(true));
    assertThat(door.send(own(request(stop), csrf)).statusCode()).isEqualTo(401);
  }

  /** A page's one-time link opens pages; it is no way past the token. */
  @Test
  void theLinkOpensNoApiAndTheTokensDeedsAreInTheAudit() throws Exception {
    String csrf = door.signIn();
    assertThat(door.send(own(request(new Operation("POST", "/stop")), csrf)).statusCode())
        .isEqualTo(401);
    assertThat(door.post("/line/v1/stop", "").statusCode()).isEqualTo(200);
    assertThat(door.post("/line/v1/stop", "").statusCode()).isEqualTo(200);
    assertThat(Audit.of(accounts).latest(10))
        .filteredOn(line -> line.what().equals("by-token"))
        .hasSize(1)
        .allMatch(line -> line.name().equals("machine"));
  }
}
