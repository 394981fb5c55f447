package hotline.node.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.node.Listen;
import hotline.node.order.GroupSequencer;
import hotline.node.order.Member;
import hotline.node.order.OrderedMachine;
import hotline.testkit.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The port of the host's group takes machines of the host, and nobody else. */
class MachineDoorTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ANSWER_WITHIN_MS = 20_000;

  @TempDir Path folder;
  private Path north = Path.of("");
  private Path south = Path.of("");
  private @Nullable GroupSequencer sequencer;
  private int port;

  @BeforeEach
  void listen() throws IOException {
    north = Files.createDirectory(folder.resolve("north"));
    south = Files.createDirectory(folder.resolve("south"));
    port = FreePort.next();
    Path order = north.resolve("order");
    GroupSequencer listening =
        GroupSequencer.of(
            order,
            new Deaf(),
            new Member(
                Member.id(order, "a", RANDOM),
                new Listen("127.0.0.1", port),
                true,
                MachineTls.of(north, "north", "a", CLOCK, RANDOM)),
            1_000);
    listening.start();
    sequencer = listening;
  }

  @AfterEach
  void stop() throws IOException {
    if (sequencer != null) {
      sequencer.close();
    }
  }

  @Test
  void machinesOfTheHostComeIn() throws Exception {
    assertThat(answer(MachineTls.of(north, "north", "b", CLOCK, RANDOM).keys())).isPositive();
    assertThat(answer(MachineTls.admin(north, "north", CLOCK, RANDOM).keys())).isPositive();
  }

  @Test
  void aPeerIsRefusedAlsoAsAMachine() {
    refused(() -> new OwnKeys(node(south, "south")));
    refused(() -> MachineTls.of(south, "south", "a", CLOCK, RANDOM).keys());
    // Its own authority, and the host's name.
    refused(() -> MachineTls.of(south, "north", "a", CLOCK, RANDOM).keys());
  }

  @Test
  void aNodeOfTheHostItselfIsRefused() {
    refused(() -> new OwnKeys(node(north, "north")));
  }

  @Test
  void whoShowsNothingIsRefused() {
    refused(() -> null);
  }

  private static TlsIdentity node(Path data, String party) throws IOException {
    return TlsIdentity.open(data, new NodeName(party, "a"), Set.of(), CLOCK, RANDOM);
  }

  private interface Showing {
    @Nullable KeyManager keys() throws IOException;
  }

  private void refused(Showing showing) {
    assertThatThrownBy(() -> answer(showing.keys()))
        .isInstanceOfAny(SSLException.class, java.net.SocketException.class);
  }

  /** The first byte that the door answers to somebody who believes everyone; -1 if it hangs up. */
  private int answer(@Nullable KeyManager keys) throws Exception {
    SSLContext context = SSLContext.getInstance("TLSv1.3");
    context.init(
        keys == null ? null : new KeyManager[] {keys},
        new TrustManager[] {new Everybody()},
        RANDOM);
    try (SSLSocket socket =
        (SSLSocket)
            context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(ANSWER_WITHIN_MS);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"h2"});
      socket.setSSLParameters(parameters);
      // HTTP/2 begins so; the answer begins with the length of a frame of settings.
      socket
          .getOutputStream()
          .write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0});
      byte[] frame = socket.getInputStream().readNBytes(9);
      if (frame.length < 9) {
        throw new SSLException("hung up");
      }
      return frame[3];
    }
  }

  private static final class Everybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String use) {}

    @Override
    public void checkClientTrusted(
        X509Certificate[] chain, String use, java.net.@Nullable Socket socket) {}

    @Override
    public void checkClientTrusted(
        X509Certificate[] chain, String use, javax.net.ssl.@Nullable SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String use) {}

    @Override
    public void checkServerTrusted(
        X509Certificate[] chain, String use, java.net.@Nullable Socket socket) {}

    @Override
    public void checkServerTrusted(
        X509Certificate[] chain, String use, javax.net.ssl.@Nullable SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  /** Applies nothing: nobody comes as far. */
  private static final class Deaf implements OrderedMachine {
    @Override
    public byte[] apply(Position position, byte[] entry, @Nullable Object known) {
      throw new IllegalStateException("nobody may hand anything in");
    }

    @Override
    public Position applied() {
      return Position.NONE;
    }

    @Override
    public Mark durable() {
      return new Mark(Position.NONE, new byte[0]);
    }

    @Override
    public void restore(Mark mark) {}

    @Override
    public void failed(Throwable cause) {}
  }
}
