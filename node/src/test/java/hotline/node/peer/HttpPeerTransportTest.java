package hotline.node.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A peer that answers without end is not waited for. */
@Timeout(60)
class HttpPeerTransportTest {
  private interface Talking {
    void talk(OutputStream out) throws IOException;
  }

  /** What a peer that talks so is answered with; the call has to come back by itself. */
  private static PeerEndpoints.Answer called(Talking talking) throws IOException {
    try (ServerSocket door = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
        HttpPeerTransport transport =
            new HttpPeerTransport(
                Map.of("south", URI.create("http://127.0.0.1:" + door.getLocalPort())))) {
      Thread.startVirtualThread(() -> {
        try (Socket accepted = door.accept()) {
          var _ = accepted.getInputStream().read();
          talking.talk(accepted.getOutputStream());
        } catch (IOException hungUp) {
          // That is what should happen.
        }
      });
      return transport.post("south", PeerEndpoints.Call.URGENT, new byte[] {1});
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
}
