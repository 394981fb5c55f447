package hotline.node.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not come through the door, and what is said then. */
class HostileWebTest {
  @TempDir Path folder;
  private Door door;

  @BeforeEach
  void open() throws IOException {
    door = new Door(folder, 1);
  }

  @AfterEach
  void close() {
    door.close();
  }

  private void refused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    assertThat(door.line.asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"post\": \"ops\"}",
        "{\"post\": null, \"officer\": \"a\"}",
        "{\"post\": \"ops\", \"officer\": \"a\", \"extra\": 1}",
        "{\"post\": \"ops\", \"post\": \"duty\", \"officer\": \"a\"}",
        "{\"post\": 7, \"officer\": \"a\"}",
        "{\"post\": \"ops\", \"officer\": \"\\ud800\"}",
        "{\"post\": \"ops\", \"officer\": \"\\u0000\"}",
        "{\"post\": \"ops\", \"officer\": \"a\"} trailing",
        "{\"post\": [[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]], \"officer\": \"a\"}"
      })
  void jsonThatIsNotExactlyWhatIsAskedFor(String body) throws Exception {
    refused(door.post("/line/v1/messages/00/accept", body), 400, "json-malformed");
  }

  @Test
  void wrongTypesAndWrongAddresses() throws Exception {
    refused(
        door.send(
            HttpRequest.newBuilder(door.at("/line/v1/offers"))
                .header("Authorization", door.bearer())
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}"))),
        415,
        "content-type");
    refused(door.get("/line/v1/nothing"), 404, "unknown");
    refused(door.get("/line/v1/record/entries/minus"), 400, "index-malformed");
    refused(door.get("/line/v1/messages?limit=1001"), 400, "query-malformed");
    refused(door.get("/line/v1/messages?limit=1&limit=2"), 400, "query-malformed");
    refused(door.get("/line/v1/notices?all=maybe"), 400, "query-malformed");
    refused(door.get("/line/v1/stop"), 405, "method");
    assertThat(door.get("/line/v1/stop").headers().firstValue("Allow")).contains("POST");
  }

  @Test
  void bodiesAreBoundedBeforeTheyAreRead() throws Exception {
    // Announced, not sent: the answer does not wait for the body, and no reset can overtake it.
    String refused =
        door.raw(
            List.of(
                "POST /line/v1/offers/00/refuse HTTP/1.1",
                "Host: 127.0.0.1:" + door.server.port(),
                "Authorization: " + door.bearer(),
                "Content-Type: application/json",
                "Content-Length: " + (Bodies.MAX + 1)),
            "{");
    assertThat(refused).startsWith("HTTP/1.1 413");
    assertThat(door.line.asked).isEmpty();
    String answer =
        door.raw(
            List.of(
                "POST /peer/v1/urgent HTTP/1.1",
                "Host: 127.0.0.1:" + door.server.port(),
                "Content-Length: 16385"),
            "x");
    assertThat(answer).startsWith("HTTP/1.1 413");
  }

  @Test
  void aBodyThatDoesNotComeIsGivenUp() throws Exception {
    String answer =
        door.raw(
            List.of(
                "POST /peer/v1/urgent HTTP/1.1",
                "Host: 127.0.0.1:" + door.server.port(),
                "Content-Length: 100"),
            "only this");
    assertThat(answer).matches("(?s)|HTTP/1.1 408.*"); // closed, with or without a word
    assertThat(door.browse("/peer/v1/record/checkpoint").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example", ""})
  void anotherHostIsAnotherSite(String host) throws Exception {
    String answer = door.raw(List.of("GET / HTTP/1.1", "Host: " + host, "Connection: close"), "");
    assertThat(answer)
        .satisfiesAnyOf(
            one -> assertThat(one).startsWith("HTTP/1.1 421"),
            one -> assertThat(one).startsWith("HTTP/1.1 400"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/peer/v1/record/../api.token",
        "/peer/v1/record/tile/%2e%2e/%2e%2e/api.token",
        "/peer/v1/record/tile/0/..%2f..%2fapi.token",
        "/peer/v1/record/tile//0",
        "/peer/v1/record/tile/0/%00",
        "/peer/v1/record/tile/0/A",
        "/peer/v1/record/api.token",
        "/peer/v1/keys/0",
        "/peer/v1/record/tile/0/%5c..%5c",
        "/%2e%2e/api.token",
        "/assets/../api.token",
        "/assets/%zz"
      })
  void noPathLeadsOutOfTheLogs(String path) throws Exception {
    String host = "Host: 127.0.0.1:" + door.server.port();
    String answer = door.raw(List.of("GET " + path + " HTTP/1.1", host, "Connection: close"), "");
    assertThat(answer).matches("(?s)HTTP/1.1 40[014].*").doesNotContain("RECORD");
  }

  @Test
  void tilesAndPeersNeedNoTokenAndGiveNoCookie() throws Exception {
    HttpResponse<String> tile = door.browse("/peer/v1/record/tile/0/x001/067.p/5");
    assertThat(tile.body()).isEqualTo("RECORD tile/0/x001/067.p/5");
    assertThat(tile.headers().firstValue("Set-Cookie")).isEmpty();
    HttpResponse<String> echo =
        door.send(
            HttpRequest.newBuilder(door.at("/peer/v1/details"))
                .POST(BodyPublishers.ofString("bytes")));
    assertThat(echo.body()).isEqualTo("bytes");
  }

  @Test
  void theApiOpensByTheTokenOnly() throws Exception {
    refused(door.browse("/line/v1/line"), 401, "token");
    refused(
        door.send(
            HttpRequest.newBuilder(door.at("/line/v1/line")).header("Authorization", "Bearer x")),
        401,
        "token");
    door.signIn();
    refused(door.browse("/line/v1/line"), 401, "token");
    refused(
        door.send(
            HttpRequest.newBuilder(door.at("/line/v1/line"))
                .header("Authorization", door.bearer())
                .header("Origin", "http://127.0.0.1:1")),
        403,
        "wrong-origin");
  }

  @Test
  void guessingIsSlowedAndLocksNobodyOut() throws Exception {
    for (int i = 0; i < 20; i++) {
      assertThat(door.browse("/open?ticket=guess" + i).statusCode()).isEqualTo(401);
    }
    assertThat(door.browse("/open?ticket=guess").statusCode()).isEqualTo(429);
    assertThat(door.browse("/line/v1/line").statusCode()).isEqualTo(429);
    assertThat(door.get("/line/v1/line").statusCode()).isEqualTo(200);
    assertThat(door.signIn()).hasSize(43);
  }

  @Test
  void aLinkOpensOnceAndItsCookieIsThisNodesOwn() throws Exception {
    URI link = URI.create(door.server.pageLink());
    HttpResponse<String> opened = door.send(HttpRequest.newBuilder(link));
    assertThat(opened.statusCode()).isEqualTo(303);
    assertThat(opened.headers().firstValue("Set-Cookie").orElseThrow())
        .matches("hotline-north-a-[0-9a-f]{6}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict");
    assertThat(door.send(HttpRequest.newBuilder(link)).statusCode()).isEqualTo(401);
    assertThat(door.browse("/").statusCode()).isEqualTo(200);
  }

  @Test
  void aFormNeedsCookieOriginAndToken() throws Exception {
    assertThat(door.submit("/act", "csrf=x").statusCode()).isEqualTo(401);
    String csrf = door.signIn();
    String own = "http://127.0.0.1:" + door.server.port();
    refused(door.submit("/act", "a=b"), 403, "csrf");
    refused(door.submit("/act", "csrf=" + "x".repeat(43)), 403, "csrf");
    refused(door.submit("/act", "csrf=" + csrf + "&csrf=" + csrf), 403, "csrf");
    String form = "csrf=" + csrf + "&words=a%20b%0Ac";
    refused(door.send(door.formRequest("/act", form)), 403, "wrong-origin");
    for (String origin : List.of("null", "http://127.0.0.1:1", "http://evil.example", own + "/")) {
      refused(
          door.send(door.formRequest("/act", form).header("Origin", origin)), 403, "wrong-origin");
    }
    refused(
        door.send(
            door.formRequest("/act", form)
                .header("Origin", own)
                .header("Sec-Fetch-Site", "same-site")),
        403,
        "wrong-origin");
    HttpResponse<String> done = door.submit("/act", form);
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(done.body()).contains("POST /act", "words=[a b\nc]", "{post=ops}");
  }

  @Test
  void aBrowserIsToldToTrustNothing() throws Exception {
    door.signIn();
    var headers = door.browse("/").headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none';")
        .doesNotContain("unsafe", "http");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(door.browse("/assets/1/a.css").headers().allValues("Cache-Control"))
        .containsExactly("private, max-age=31536000, immutable");
    HttpResponse<String> background =
        door.send(HttpRequest.newBuilder(door.at("/")).header("Sec-Fetch-Site", "same-site"));
    assertThat(background.statusCode()).isEqualTo(403);
  }

  @Test
  void headersCannotBeWrittenByWhatIsTyped() throws Exception {
    HttpResponse<String> answer = door.browse("/open?ticket=a%0d%0aSet-Cookie:%20x=y");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThatThrownBy(() -> hotline.node.api.Pages.Answer.see("/a\r\nX: y", java.util.Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> hotline.node.api.Pages.Answer.see("//evil.example", java.util.Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void signingOutEndsTheSession() throws Exception {
    String csrf = door.signIn();
    assertThat(door.submit("/sign-out", "csrf=" + csrf).statusCode()).isEqualTo(200);
    assertThat(door.browse("/").statusCode()).isEqualTo(401);
  }
}
