package hotline.node.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, streams of changes, and the bounds of tickets and sessions. */
class LineServerTest {
  @TempDir Path folder;

  private static LineServer start(Settings settings) throws IOException {
    return LineServer.start(
        settings, new AnyLine(1).api(), new AnyLine.EchoPeers(), new Door.PlainPages(), () -> "");
  }

  private Settings settings(String host, int port) {
    return new Settings(host, port, folder.resolve("api.token"), "south", "b");
  }

  @Test
  void aPortInUseIsOneClearSentence() throws Exception {
    try (LineServer first = start(settings("127.0.0.1", 0))) {
      assertThatThrownBy(() -> start(settings("127.0.0.1", first.port())).close())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("port " + first.port() + " on 127.0.0.1 is in use");
    }
  }

  @Test
  void onlyThisMachineMayConnect() {
    for (String host : List.of("0.0.0.0", "192.0.2.1", "::")) {
      assertThatThrownBy(() -> start(settings(host, 0)).close())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("use 127.0.0.1");
    }
  }

  @Test
  void aTokenThatOthersCanReadIsRefused() throws Exception {
    Path token = folder.resolve("api.token");
    start(settings("127.0.0.1", 0)).close();
    String kept = Files.readString(token);
    start(settings("127.0.0.1", 0)).close();
    assertThat(Files.readString(token)).isEqualTo(kept);
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> start(settings("127.0.0.1", 0)).close())
        .hasMessageContaining("can be read by others");
    Files.writeString(token, "short\n");
    assertThatThrownBy(() -> start(settings("127.0.0.1", 0)).close())
        .hasMessageContaining("is not a token");
  }

  @Test
  void changesAreToldUntilTheServerStops() throws Exception {
    List<String> lines = new ArrayList<>();
    try (Door door = new Door(folder, 1);
        HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(door.at("/line/v1/events"))
              .header("Authorization", door.bearer())
              .build();
      try (Stream<String> events =
          client.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
        events.filter(line -> !line.isEmpty()).limit(4).forEach(lines::add);
      }
      client.shutdownNow();
    }
    assertThat(String.join("\n", lines).replace(": ", ":"))
        .contains("event:change", "data:{\"change\":1,", "data:{\"change\":2,");
  }

  @Test
  void ticketsAndSessionsAreFewAndShort() {
    var now = new Instant[] {Instant.EPOCH};
    Tickets tickets = new Tickets(() -> now[0]);
    List<String> issued = Stream.generate(tickets::issue).limit(33).toList();
    assertThat(tickets.use(issued.getFirst())).isFalse();
    assertThat(tickets.use(issued.get(1))).isTrue();
    assertThat(tickets.use(issued.get(1))).isFalse();
    now[0] = now[0].plus(Tickets.LIFE);
    assertThat(tickets.use(issued.get(2))).isFalse();

    Sessions sessions = new Sessions(() -> now[0]);
    List<String> open = Stream.generate(() -> sessions.open(null)).limit(65).toList();
    assertThat(sessions.find(open.getFirst())).isEmpty();
    assertThat(sessions.find(open.get(1))).isPresent();
    now[0] = now[0].plus(Sessions.LIFE).plus(Duration.ofSeconds(1));
    assertThat(sessions.find(open.get(1))).isEmpty();
  }
}
