package hotline.node.tls;

import static hotline.node.tls.SecuredPair.NORTH;
import static hotline.node.tls.SecuredPair.SOUTH;
import static hotline.node.tls.SecuredPair.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.node.Node;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.setup.LineFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A line over mutual TLS: all of it works, and a change of authority counts while it runs. */
class SecuredLineTest {
  private static final Requests.Message STOP =
      new Requests.Message("STOP", List.of(), null, null, null, null, null, List.of(), null);

  @TempDir private Path temp;
  private SecuredPair line;

  @BeforeEach
  void open() throws IOException {
    line = new SecuredPair(temp).start();
  }

  @AfterEach
  void close() throws IOException {
    line.close();
  }

  @Test
  void theWholeWayFromTermsToStop() throws Exception {
    line.agree();
    Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(600);
    for (String party : List.of(NORTH, SOUTH)) {
      done(
          line.api(party)
              .declare(
                  new Requests.Declare(
                      null,
                      "transit",
                      "TEST01",
                      List.of(
                          new Requests.Volume(
                              List.of("47.0 N 8.0 E"),
                              "5 NM",
                              "10000 ft STD",
                              "12000 ft STD",
                              start.toString(),
                              start.plusSeconds(600).toString(),
                              null)),
                      null)));
    }
    for (String party : List.of(NORTH, SOUTH)) {
      line.until(
          () ->
              line.api(party).conflicts(false).stream()
                  .anyMatch(each -> each.certainty().equals("EXACT")),
          "details are opened to " + party);
    }
    Said stop = done(line.api(SOUTH).send(STOP));
    line.until(() -> !line.api(NORTH).alarms().isEmpty(), "the STOP alarms at north");
    String id = Optional.ofNullable(stop.id()).orElseThrow();
    line.until(
        () -> line.api(NORTH).prove(id).isPresent() && confirmed(NORTH) && confirmed(SOUTH),
        "all is confirmed by both");
    for (String party : List.of(NORTH, SOUTH)) {
      assertThat(line.api(party).line().troubles()).isEmpty();
    }
  }

  private boolean confirmed(String party) {
    var record = line.api(party).line().record();
    return record.size() == record.confirmedSize();
  }

  /** South's authority is lost to a thief: a new file, added by hand, ends the old one at once. */
  @Test
  void aNewPartyFileReplacesTheAuthorityWhileTheNodeRuns() throws Exception {
    line.agree();
    Path south = line.data(SOUTH);
    HttpClient thief = thief();
    assertThat(status(thief, checkpointOf(NORTH).uri())).isEqualTo(200);
    line.stop(SOUTH);
    Files.move(south.resolve("tls"), temp.resolve("old"));
    line.start(SOUTH);
    Said waits = line.api(NORTH).send(STOP);
    line.until(() -> line.says(NORTH, "tls-south", "not issued by"), "north tells the change");
    var _ = new LineFolder(line.data(NORTH)).add(line.export(SOUTH));
    line.until(() -> line.isQuiet(NORTH, "tls-south"), "north takes the new file");
    line.until(() -> !line.api(SOUTH).alarms().isEmpty(), "what waited has come");
    assertThat(waits.done()).isTrue();
    // By the connection that it still has, or by a new one.
    line.until(() -> !isLetIn(thief), "the stolen key opens nothing any more");
    thief.shutdownNow();
  }

  private boolean isLetIn(HttpClient client) {
    try {
      return status(client, checkpointOf(NORTH).uri()) == 200;
    } catch (IOException refused) {
      return false;
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  /** Who has a copy of South's TLS files, and knows North. */
  private HttpClient thief() throws IOException {
    Path data = temp.resolve("thief");
    Files.createDirectories(data.resolve("tls"));
    for (String file : List.of("ca.crt", "node.pem")) {
      Files.copy(
          line.data(SOUTH).resolve("tls").resolve(file),
          data.resolve("tls").resolve(file),
          StandardCopyOption.COPY_ATTRIBUTES);
    }
    var _ = new LineFolder(data).add(line.export(NORTH));
    return HttpClient.newBuilder().sslContext(ClientTls.ofNode(data)).build();
  }

  private HttpRequest checkpointOf(String party) {
    return HttpRequest.newBuilder(line.at(party).resolve("/peer/v1/record/checkpoint")).build();
  }

  @Test
  void theDoorForPeersIsForPeersAloneAndThePageForItsOwn() throws Exception {
    try (HttpClient south =
        HttpClient.newBuilder().sslContext(ClientTls.ofNode(line.data(SOUTH))).build()) {
      line.untilFounded();
      assertThat(status(south, checkpointOf(NORTH).uri())).isEqualTo(200);
      for (String path : List.of("/", "/line/v1/line", "/peer/v1/keys", "/peer/v2/urgent")) {
        assertThat(status(south, line.at(NORTH).resolve(path))).as(path).isEqualTo(404);
      }
    }
    Node north = Optional.ofNullable(line.nodes.get(NORTH)).orElseThrow();
    URI page = URI.create(north.address());
    assertThat(page.getScheme()).isEqualTo("https");
    try (HttpClient officer =
        HttpClient.newBuilder()
            .sslContext(ClientTls.trusting(ClientTls.authorityIn(line.data(NORTH))))
            .build()) {
      HttpResponse<Void> opened =
          officer.send(
              HttpRequest.newBuilder(URI.create(north.pageLink())).build(),
              HttpResponse.BodyHandlers.discarding());
      assertThat(opened.statusCode()).isEqualTo(303);
      assertThat(opened.headers().firstValue("Set-Cookie").orElseThrow())
          .contains("Secure", "HttpOnly", "SameSite=Strict");
      assertThat(opened.headers().firstValue("Strict-Transport-Security")).isPresent();
      assertThat(status(officer, page.resolve("/peer/v1/record/checkpoint"))).isEqualTo(404);
      assertThat(status(officer, page.resolve("/line/v1/line"))).isEqualTo(401);
    }
    try (HttpClient other =
        HttpClient.newBuilder()
            .sslContext(ClientTls.trusting(ClientTls.authorityIn(line.data(SOUTH))))
            .build()) {
      assertThatThrownBy(() -> status(other, page)).isInstanceOf(IOException.class);
    }
  }

  private static int status(HttpClient client, URI at) throws IOException, InterruptedException {
    return client
        .send(HttpRequest.newBuilder(at).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
