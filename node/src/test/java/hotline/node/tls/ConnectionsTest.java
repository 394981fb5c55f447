package hotline.node.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many connections a door has, and for how long. */
class ConnectionsTest {
  private static final NodeName SOUTH = new NodeName("south", "a");
  private static final Duration IDLE = Duration.ofHours(1);

  private long nowNs;
  private final Connections connections =
      new Connections(new Connections.Limits(3, 2, IDLE), () -> nowNs);
  private final List<Socket> clients = new ArrayList<>();

  /** As the door has them. */
  private final List<Socket> sockets = new ArrayList<>();

  @BeforeEach
  void connect() throws IOException {
    try (ServerSocket door = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < 4; i++) {
        clients.add(new Socket(InetAddress.getLoopbackAddress(), door.getLocalPort()));
        sockets.add(door.accept());
      }
    }
    for (Socket each : sockets.subList(0, 3)) {
      connections.opened(each, each);
    }
  }

  @AfterEach
  void close() throws IOException {
    connections.close();
    for (int i = 0; i < sockets.size(); i++) {
      sockets.get(i).close();
      clients.get(i).close();
    }
  }

  @Test
  void theyAreFewFromAnAddressAndFewOfAParty() throws Exception {
    assertThatThrownBy(() -> connections.opened(sockets.get(3), sockets.get(3)))
        .isInstanceOf(IOException.class);
    connections.admitted(SOUTH, sockets.get(0));
    connections.admitted(SOUTH, sockets.get(1));
    assertThatThrownBy(() -> connections.admitted(SOUTH, sockets.get(2)))
        .hasMessageContaining("too many connections");
    connections.admitted(new NodeName("east", "a"), sockets.get(2));
    sockets.get(0).close();
    connections.opened(sockets.get(3), sockets.get(3));
    connections.admitted(SOUTH, sockets.get(3));
  }

  @Test
  void oneWithoutARequestIsClosedAndOneWithARequestIsNot() {
    connections.during(
        sockets.get(0).getRemoteSocketAddress(),
        () -> {
          nowNs += IDLE.toNanos() - 1;
          connections.closeIdle();
          assertThat(sockets).noneMatch(Socket::isClosed);
          nowNs += 1;
          connections.closeIdle();
          assertThat(sockets.subList(0, 3))
              .extracting(Socket::isClosed)
              .containsExactly(false, true, true);
        });
    connections.closeIdle();
    assertThat(sockets.get(0).isClosed()).isFalse();
    nowNs += IDLE.toNanos();
    connections.closeIdle();
    assertThat(sockets.get(0).isClosed()).isTrue();
  }
}
