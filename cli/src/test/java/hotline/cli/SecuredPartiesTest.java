package hotline.cli;

import static hotline.cli.Cli.done;
import static hotline.cli.Cli.run;
import static hotline.cli.TwoParties.await;
import static hotline.cli.TwoParties.json;
import static hotline.cli.TwoParties.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two parties over TLS at an address that other machines reach, all by the command line. */
@Timeout(180)
class SecuredPartiesTest {
  @TempDir private Path temp;
  private TwoParties line;

  @BeforeEach
  void start() throws IOException {
    line = TwoParties.secured(temp, ownAddress()).start().agree();
  }

  @AfterEach
  void stop() throws IOException {
    line.close();
  }

  /** One of this machine that is not loopback, if it has one. */
  private static String ownAddress() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(each -> each instanceof Inet4Address && !each.isLoopbackAddress())
        .map(each -> each.getHostAddress())
        .findFirst()
        .orElse("127.0.0.1");
  }

  private String url(Path data, String party) {
    for (var each : json(data, "party list").values()) {
      if (each.get("party").asString().equals(party)) {
        return each.get("urls").get(0).asString();
      }
    }
    throw new AssertionError(party);
  }

  @Test
  void whatTheyExchangedInPersonIsAllThatTheyNeed() throws IOException {
    String stop = said(line.south, "stop");
    await(
        line.north,
        "message alarms",
        alarms -> alarms.valueStream().anyMatch(each -> each.get("id").asString().equals(stop)));
    await(
        line.south,
        "status show",
        shown -> {
          var record = shown.get("line").get("record");
          return record.get("size").asLong() == record.get("confirmedSize").asLong();
        });
    assertThat(json(line.north, "status show").get("line").get("troubles")).isEmpty();

    String peers = url(line.south, "north");
    assertThat(peers).startsWith("https://");
    assertThat(run("record verify --data", line.south, peers).code()).isEqualTo(ExitCode.DONE);
    assertThat(run("record verify --data", line.north, peers).code()).isEqualTo(ExitCode.DONE);
    unreachable("a party that has exchanged files", "record verify", peers);

    String page = TwoParties.address(line.north);
    assertThat(page).startsWith("https://");
    Path token = line.north.resolve("api.token");
    assertThat(done("page --data", line.north).out()).startsWith(page + "/open?ticket=");
    Cli.Words there = new Cli.Words("status show --node", page, "--token-file", token, "--ca");
    assertThat(done(there, line.north.resolve("tls/ca.crt")).out()).contains("Test line");
    unreachable("not from that authority", there, line.south.resolve("tls/ca.crt"));
    unreachable("is no certificate", there, token);
    Cli.Ran whom = run("status show --node", page, "--token-file", token);
    assertThat(whom.code()).isEqualTo(ExitCode.USAGE);
    assertThat(whom.err()).contains("Whom to believe");
  }

  private static void unreachable(String sentence, Object... words) {
    Cli.Ran ran = run(words);
    assertThat(ran.code()).as("%s%n%s", ran.out(), ran.err()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.err()).contains(sentence).doesNotContain("Exception");
  }
}
