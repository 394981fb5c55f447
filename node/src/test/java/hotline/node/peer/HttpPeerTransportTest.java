package hotline.node.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A peer that answers without end is not waited for. */
@Timeout(60)
class HttpPeerTransportTest {
  /** What is posted; the head of a request has no such byte. */
  private static final byte BODY = 1;

  private interface Talking {
    void talk(OutputStream out) throws IOException;
  }

  /** What a peer that talks so is answered with; the call has to come back by itself. */
  private static PeerEndpoints.Answer called(Talking talking) throws IOException {
    try (ServerSocket door = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
        HttpPeerTransport transport =
            new HttpPeerTransport(
                Map.of("south", List.of(URI.create("http://127.0.0.1:" + door.getLocalPort()))))) {
      Thread.startVirtualThread(() -> {
        try (Socket accepted = door.accept()) {
          readWhole(accepted.getInputStream());
          talking.talk(accepted.getOutputStream());
        } catch (IOException hungUp) {
          // That is what should happen.
        }
      });
      return transport.post("south", PeerEndpoints.Call.URGENT, new byte[] {BODY});
    }
  }

  /** A connection that is closed with something unread is reset, and its answer lost with it. */
  private static void readWhole(InputStream request) throws IOException {
    int read = 0;
    while (read >= 0 && read != BODY) {
      read = request.read();
    }
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  @Test
  void anAnswerThatTricklesIsGivenUp() {
    assertThatThrownBy(() ->
            called(out -> {
              say(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
              LockSupport.parkNanos(30_000_000_000L);
            }))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no answer within 2 s");
  }

  @Test
  void anAnswerThatIsTooLongIsReadOneByteTooFarAndNoFurther() throws IOException {
    byte[] much = new byte[1 << 16];
    PeerEndpoints.Answer answer =
        called(out -> {
          say(out, "HTTP/1.1 200 OK\r\n\r\n");
          while (true) {
            out.write(much);
          }
        });
    assertThat(answer.body()).hasSize((1 << 20) + 1);
  }

  @Test
  void anAnswerIsReadWhole() throws IOException {
    PeerEndpoints.Answer answer =
        called(
            out -> say(out, "HTTP/1.1 422 x\r\nContent-Type: a/b\r\nContent-Length: 2\r\n\r\nok"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.mediaType()).isEqualTo("a/b");
    assertThat(answer.body()).asString().isEqualTo("ok");
  }

  /** A machine that answers every call so, and counts them. */
  private static HttpServer machine(int status, AtomicInteger calls) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static URI at(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Test
  void goesRoundTheMachinesOfAParty() throws IOException {
    AtomicInteger elsewhere = new AtomicInteger();
    AtomicInteger here = new AtomicInteger();
    HttpServer gone = machine(200, new AtomicInteger());
    HttpServer other = machine(404, elsewhere);
    HttpServer desk = machine(204, here);
    gone.stop(0);
    try (HttpPeerTransport transport =
        new HttpPeerTransport(
            Map.of("north", List.of(at(gone), at(other), at(desk))), new Untold())) {
      for (int i = 0; i < 3; i++) {
        assertThat(transport.post("north", PeerEndpoints.Call.URGENT, new byte[] {1}).status())
            .isEqualTo(204);
      }
      // Found once, it is asked first.
      assertThat(elsewhere).hasValue(1);
      assertThat(here).hasValue(3);
      desk.stop(0);
      assertThatThrownBy(() -> transport.post("north", PeerEndpoints.Call.URGENT, new byte[] {1}))
          .isInstanceOf(IOException.class);
    } finally {
      other.stop(0);
    }
  }

  @Test
  void whatTheMachineSaysThatIsThereForItStands() throws IOException {
    HttpServer gone = machine(200, new AtomicInteger());
    HttpServer other = machine(404, new AtomicInteger());
    HttpServer desk = machine(503, new AtomicInteger());
    gone.stop(0);
    for (List<URI> order :
        List.of(
            List.of(at(desk), at(other), at(gone)),
            List.of(at(gone), at(other), at(desk)),
            List.of(at(other), at(desk)))) {
      try (HttpPeerTransport transport =
          new HttpPeerTransport(Map.of("north", order), new Untold())) {
        assertThat(transport.post("north", PeerEndpoints.Call.URGENT, new byte[] {1}).status())
            .isEqualTo(503);
      }
    }
    other.stop(0);
    desk.stop(0);
  }

  private static final class Untold implements PeerTls {
    @Override
    public SSLContext context(String party) throws IOException {
      throw new IOException("in clear");
    }

    @Override
    public void failed(String party, IOException why) {}

    @Override
    public void answered(String party) {}
  }
}
