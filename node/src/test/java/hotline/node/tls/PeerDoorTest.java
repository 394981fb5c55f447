package hotline.node.tls;

import static hotline.node.tls.SecuredPair.NORTH;
import static hotline.node.tls.SecuredPair.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.peer.PeerEndpoints.Call;
import hotline.testkit.Chance;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A party that is let in and means harm: each call is answered or ended, and the node goes on. */
@Timeout(120)
class PeerDoorTest {
  private static final Chance CHANCE = Chance.of(1);

  @TempDir private Path temp;
  private SecuredPair line;
  private SSLContext south;
  private HttpClient client;

  @BeforeEach
  void open() throws Exception {
    line = new SecuredPair(temp);
    line.start(NORTH);
    south = Impostor.shows(Impostor.authorityIn(line.data(SOUTH)), SOUTH, -1, 10);
    client = HttpClient.newBuilder().sslContext(south).version(HttpClient.Version.HTTP_1_1).build();
    line.untilFounded();
  }

  @AfterEach
  void close() throws IOException {
    client.shutdownNow();
    line.close();
  }

  private URI at(String path) {
    return line.at(NORTH).resolve("/peer/v1/" + path);
  }

  private int post(String path, byte[] body) throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(at(path)).POST(BodyPublishers.ofByteArray(body)).build(),
            HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  private void stillThere() throws IOException, InterruptedException {
    HttpRequest asks = HttpRequest.newBuilder(at("record/checkpoint")).build();
    assertThat(client.send(asks, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void nonsenseOfAnyLengthIsRefusedByEveryCall() throws Exception {
    for (Call call : Call.values()) {
      for (int length : new int[] {0, 1, 200, call.bodyMax()}) {
        int status = post(call.path(), CHANCE.bytes(length));
        assertThat(status).as(call + " " + length).isBetween(400, 499);
      }
    }
    for (String path : List.of("urgent/x", "record", "outcomes/tile", "record/tile/0/zzz")) {
      assertThat(post(path, new byte[1])).as(path).isEqualTo(404);
    }
    stillThere();
  }

  @Test
  void whatIsTooLargeIsNotRead() throws Exception {
    for (Call call : Call.values()) {
      String head = "POST /peer/v1/" + call.path() + " HTTP/1.1\r\nHost: n\r\n";
      assertThat(answer(head + "Content-Length: " + (call.bodyMax() + 1) + "\r\n\r\nx"))
          .startsWith("HTTP/1.1 413");
      assertThat(answer(head + "Content-Length: 9999999999999\r\n\r\nx"))
          .startsWith("HTTP/1.1 413");
      String chunk = "4000\r\n" + "x".repeat(0x4000) + "\r\n";
      assertThat(answer(head + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(5)))
          .matches("(?s)|HTTP/1.1 4.*"); // closed, with or without a word
    }
    assertThat(answer("GET /peer/v1/record/checkpoint HTTP/1.1\r\nX: " + "x".repeat(20_000)))
        .matches("(?s)|HTTP/1.1 4.*");
    assertThat(answer("GET /" + "x".repeat(5_000) + " HTTP/1.1\r\nHost: n\r\n\r\n"))
        .matches("(?s)|HTTP/1.1 4.*");
    stillThere();
  }

  @Test
  void aBodyThatDoesNotComeIsGivenUp() throws Exception {
    assertThat(
            answer("POST /peer/v1/urgent HTTP/1.1\r\nHost: n\r\nContent-Length: 100\r\n\r\nonly"))
        .matches("(?s)|HTTP/1.1 408.*"); // closed, with or without a word
    stillThere();
  }

  /** The first bytes that come back, or nothing if the connection is ended. */
  private String answer(String request) throws IOException {
    if (!(south.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), line.port(NORTH))
        instanceof SSLSocket socket)) {
      throw new IOException("no TLS");
    }
    try (socket) {
      socket.setSoTimeout(60_000);
      OutputStream out = socket.getOutputStream();
      try {
        out.write(request.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
      } catch (IOException closedAlready) {
        // It may have heard enough before all was said.
      }
      byte[] some = new byte[8_192];
      int n = socket.getInputStream().read(some);
      return n < 0 ? "" : new String(some, 0, n, StandardCharsets.ISO_8859_1);
    } catch (java.net.SocketTimeoutException stillOpen) {
      throw new AssertionError("neither answered nor ended", stillOpen);
    } catch (IOException reset) {
      return "";
    }
  }
}
