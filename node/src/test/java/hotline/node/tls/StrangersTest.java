package hotline.node.tls;

import static hotline.node.tls.SecuredPair.NORTH;
import static hotline.node.tls.SecuredPair.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.tls.Certificates.Authority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is not a party's node is not let in and not called; people are told, and nothing is lost.
 */
@Timeout(120)
class StrangersTest {
  private static final Requests.Message STOP =
      new Requests.Message("STOP", List.of(), null, null, null, null, null, List.of(), null);
  private static final String NOT_ISSUED = "was not issued by";

  @TempDir private Path temp;
  private SecuredPair line;
  private Authority south;

  @BeforeEach
  void northRuns() throws IOException {
    line = new SecuredPair(temp);
    south = Impostor.authorityIn(line.data(SOUTH));
    line.start(NORTH);
  }

  @AfterEach
  void stop() throws IOException {
    line.close();
  }

  /** Somebody who is at South's address. */
  private interface Answering {
    void answer(Socket accepted) throws IOException;
  }

  private static final class Somebody implements AutoCloseable {
    private final ServerSocket door;
    private final Thread thread;

    Somebody(ServerSocket door, int port, Answering answering) throws IOException {
      this.door = door;
      door.setReuseAddress(true);
      door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      thread =
          Thread.startVirtualThread(() -> {
            while (!door.isClosed()) {
              try (Socket accepted = door.accept()) {
                answering.answer(accepted);
              } catch (IOException refused) {
                // That is what is tested, from the other end.
              }
            }
          });
    }

    @Override
    public void close() throws IOException {
      door.close();
      try {
        assertThat(thread.join(java.time.Duration.ofSeconds(10))).isTrue();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Somebody secured(SSLContext shows, String... protocols) throws IOException {
    if (!(shows.getServerSocketFactory().createServerSocket() instanceof SSLServerSocket door)) {
      throw new IOException("no TLS");
    }
    if (protocols.length > 0) {
      door.setEnabledProtocols(protocols);
    }
    return new Somebody(
        door,
        line.port(SOUTH),
        accepted -> {
          if (accepted instanceof SSLSocket tls) {
            tls.setSoTimeout(5_000);
            tls.startHandshake();
            var _ = tls.getInputStream().read();
          }
        });
  }

  @Test
  void whoeverIsAtAPartysAddressIsNamedAndNothingIsLost() throws Exception {
    Authority other = Impostor.freshAuthority(SOUTH);
    Authority north = Impostor.authorityIn(line.data(NORTH));
    Map<String, SSLContext> wrong = new LinkedHashMap<>();
    wrong.put("south's certificate has expired", Impostor.shows(south, SOUTH, -100, -1));
    wrong.put("south's certificate is not valid before", Impostor.shows(south, SOUTH, 1, 100));
    wrong.put("answers a node of north", Impostor.shows(north, NORTH, -1, 10));
    wrong.put(NOT_ISSUED, Impostor.shows(other, SOUTH, -1, 10));
    wrong.put("names no party's node", Impostor.selfSigned(SOUTH));

    Said stop = line.api(NORTH).send(STOP);
    assertThat(stop.done()).isTrue();
    for (var each : wrong.entrySet()) {
      try (Somebody _ = secured(each.getValue())) {
        told(each.getKey());
      }
    }
    try (Somebody _ = secured(Impostor.showsAuthority(south))) {
      told("names no party's node");
    }
    try (Somebody _ = secured(Impostor.shows(south, SOUTH, -1, 10), "TLSv1.2")) {
      told("does not speak TLS 1.3");
    }
    byte[] hello =
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.UTF_8);
    try (Somebody _ =
        new Somebody(
            new ServerSocket(),
            line.port(SOUTH),
            accepted -> {
              accepted.getOutputStream().write(hello);
              accepted.setSoTimeout(1_000);
              accepted.getInputStream().readAllBytes();
            })) {
      told("does not speak TLS at all");
    }
    line.start(SOUTH);
    line.until(() -> !line.api(SOUTH).alarms().isEmpty(), "the STOP has waited for the right one");
    line.until(() -> line.isQuiet(NORTH, "tls-south"), "and the trouble is over");
  }

  private void told(String words) {
    line.until(() -> line.says(NORTH, "tls-south", words), words);
  }

  /**
   * One who accepts and says nothing: the call ends in time, and the next goes to the right one.
   */
  @Test
  void anEndlessHandshakeHoldsNothingUp() throws Exception {
    var heard = new java.util.concurrent.CountDownLatch(1);
    try (Somebody _ =
        new Somebody(
            new ServerSocket(),
            line.port(SOUTH),
            accepted -> {
              heard.countDown();
              accepted.setSoTimeout(20_000);
              accepted.getInputStream().readAllBytes();
            })) {
      assertThat(line.api(NORTH).send(STOP).done()).isTrue();
      assertThat(heard.await(20, TimeUnit.SECONDS)).isTrue();
    }
    line.start(SOUTH);
    line.until(() -> !line.api(SOUTH).alarms().isEmpty(), "the STOP is there");
  }

  @Test
  void whoeverIsNoPartyIsNotLetIn() throws Exception {
    Authority other = Impostor.freshAuthority(SOUTH);
    SSLContext good = Impostor.shows(south, SOUTH, -1, 10);
    line.untilFounded();
    assertThat(ask(good, "TLSv1.3")).isEqualTo(200);
    for (SSLContext wrong :
        List.of(
            Impostor.nothing(),
            Impostor.selfSigned(SOUTH),
            Impostor.showsAuthority(south),
            Impostor.shows(other, SOUTH, -1, 10),
            Impostor.shows(south, "east", -1, 10),
            Impostor.shows(south, NORTH, -1, 10))) {
      refused(wrong, "TLSv1.3");
    }
    assertThat(line.isQuiet(NORTH, "tls-south-calls")).isTrue();
    refused(good, "TLSv1.2");
    refused(Impostor.shows(south, SOUTH, -100, -1), "TLSv1.3");
    assertThat(line.says(NORTH, "tls-south-calls", "south's certificate has expired")).isTrue();
    refused(Impostor.shows(south, SOUTH, 1, 100), "TLSv1.3");
    assertThat(line.says(NORTH, "tls-south-calls", "is not valid before")).isTrue();
    URI inClear = URI.create("http://127.0.0.1:" + line.port(NORTH) + "/peer/v1/record/checkpoint");
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThatThrownBy(() ->
              client.send(
                  HttpRequest.newBuilder(inClear).build(), HttpResponse.BodyHandlers.discarding()))
          .isInstanceOf(IOException.class);
    }
    assertThat(ask(good, "TLSv1.3")).isEqualTo(200);
    assertThat(line.isQuiet(NORTH, "tls-south-calls")).isTrue();
  }

  private void refused(SSLContext shows, String protocol) {
    assertThatThrownBy(() -> ask(shows, protocol)).isInstanceOf(IOException.class);
  }

  private int ask(SSLContext shows, String protocol) throws IOException, InterruptedException {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {protocol});
    try (HttpClient client =
        HttpClient.newBuilder().sslContext(shows).sslParameters(parameters).build()) {
      return client
          .send(
              HttpRequest.newBuilder(line.at(NORTH).resolve("/peer/v1/record/checkpoint")).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }

  @Test
  void aHandshakeThatDoesNotComeToAnEndIsClosed() throws Exception {
    try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), line.port(NORTH));
        Socket half = new Socket(InetAddress.getLoopbackAddress(), line.port(NORTH))) {
      half.getOutputStream().write(new byte[] {0x16, 3, 1, 1, 0});
      for (Socket each : List.of(silent, half)) {
        each.setSoTimeout(60_000);
        assertThat(ends(each)).isTrue();
      }
    }
  }

  private static boolean ends(Socket socket) {
    try {
      var _ = socket.getInputStream().readAllBytes();
      return true;
    } catch (java.net.SocketTimeoutException stillOpen) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }
}
