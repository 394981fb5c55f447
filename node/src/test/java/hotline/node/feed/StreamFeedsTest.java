package hotline.node.feed;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.testkit.Chance;
import hotline.traffic.report.TargetReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Feeds over TCP against receivers on loopback that behave as badly as they can. */
class StreamFeedsTest {
  private static String line(int address) {
    return String.format(
        Locale.ROOT,
        "MSG,3,1,1,%06X,1,2026/11/23,10:00:00.000,2026/11/23,10:00:00.000,,38000,,,46.91,7.12,,,0,0,0,0",
        address);
  }

  @Test
  void linesComeWholeWhateverThePieces() throws IOException {
    try (Sending tower = new Sending();
        Heard heard = new Heard(Heard.config("tower", FeedConfig.Kind.SBS, tower.at()));
        Socket to = tower.accept()) {
      for (byte each : (line(1) + "\r\n" + line(2) + "\n").getBytes(StandardCharsets.US_ASCII)) {
        to.getOutputStream().write(each);
        to.getOutputStream().flush();
      }
      heard.until(() -> heard.of("tower").size() == 2, "both lines");
      assertThat(heard.of("tower"))
          .extracting(TargetReport::aircraft)
          .containsExactly("000001", "000002");
      assertThat(heard.view("tower").state()).isEqualTo("RUNNING");
      // Its clock is days off: what it says counts as of when it came.
      assertThat(heard.view("tower").offClock()).isEqualTo(2);
    }
  }

  @Test
  void aLineCutByALostConnectionIsNotUsedAndTheNextConnectionIs() throws IOException {
    try (Sending tower = new Sending();
        Heard heard = new Heard(Heard.config("tower", FeedConfig.Kind.SBS, tower.at()))) {
      try (Socket to = tower.accept()) {
        Sending.text(to, line(1) + "\n" + line(2).substring(0, 60));
        heard.until(() -> heard.of("tower").size() == 1, "the whole line");
      }
      try (Socket again = tower.accept()) {
        Sending.text(again, line(3) + "\n");
        heard.until(() -> heard.of("tower").size() == 2, "the line after it came back");
        assertThat(heard.of("tower").getLast().aircraft()).isEqualTo("000003");
        assertThat(heard.view("tower").rejects()).isEmpty();
      }
    }
  }

  @Test
  void garbageIsCountedAndTheLineAfterItIsRead() throws IOException {
    for (long seed : Chance.seeds().limit(5).toArray()) {
      Chance chance = Chance.of(seed);
      try (Sending tower = new Sending();
          Heard heard = new Heard(Heard.config("tower", FeedConfig.Kind.SBS, tower.at()));
          Socket to = tower.accept()) {
        to.getOutputStream().write(chance.bytes((int) chance.between(1, 100_000)));
        Sending.text(to, "\n" + line(7) + "\n");
        heard.until(
            () -> heard.of("tower").stream().anyMatch(each -> "000007".equals(each.aircraft())),
            "seed " + seed + ": the good line");
        assertThat(heard.view("tower").rejects()).isNotEmpty();
      }
    }
  }

  @Test
  void anEndlessLineAndAFloodHoldUpNoOtherFeed() throws IOException {
    try (Sending flood = new Sending();
        Sending tower = new Sending();
        Heard heard =
            new Heard(
                Heard.config("flood", FeedConfig.Kind.SBS, flood.at()),
                Heard.config("tower", FeedConfig.Kind.SBS, tower.at()));
        Socket floods = flood.accept();
        Socket to = tower.accept()) {
      var _ = Thread.ofPlatform().daemon().start(() -> flood(floods));
      heard.until(() -> heard.view("flood").dropped() > 0, "more than is kept");
      Sending.text(to, line(9) + "\n");
      heard.until(() -> heard.view("tower").reports() == 1, "the other feed is heard");
      assertThat(heard.of("tower")).hasSize(1);
      assertThat(heard.of("flood")).hasSizeLessThanOrEqualTo(2 * Intake.CAPACITY);
    }
  }

  private static void flood(Socket to) {
    byte[] endless = new byte[1 << 16];
    Arrays.fill(endless, (byte) 'M');
    byte[] lines = (line(5) + "\n").repeat(500).getBytes(StandardCharsets.US_ASCII);
    try (OutputStream out = to.getOutputStream()) {
      out.write(endless);
      out.write('\n');
      while (true) {
        out.write(lines);
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  @Test
  void framesOfBeastGiveReports() throws IOException {
    byte[] sample;
    try (InputStream in =
        Objects.requireNonNull(
            getClass().getResourceAsStream("/hotline/traffic/beast_sample.bin"))) {
      sample = in.readAllBytes();
    }
    try (Sending receiver = new Sending();
        Heard heard = new Heard(Heard.config("roof", FeedConfig.Kind.BEAST, receiver.at()));
        Socket to = receiver.accept()) {
      int cut = sample.length / 2;
      to.getOutputStream().write(sample, 0, cut);
      to.getOutputStream().write(new byte[] {0x1a, '3', 0, 0, 0});
      to.getOutputStream().write(sample, cut, sample.length - cut);
      heard.until(() -> heard.view("roof").reports() > 100, "the reports of the sample");
      heard.until(() -> heard.rejects("roof", "SKIPPED_BYTES") > 0, "the broken frame is counted");
      assertThat(heard.of("roof")).anyMatch(each -> each.place() != null);
    }
  }

  @Test
  void aFeedThatIsStoppedClosesItsConnectionAndStartsAnew() throws IOException {
    try (Sending tower = new Sending();
        Heard heard = new Heard(Heard.config("tower", FeedConfig.Kind.SBS, tower.at()))) {
      try (Socket to = tower.accept()) {
        heard.until(() -> heard.view("tower").state().equals("RUNNING"), "it runs");
        assertThat(heard.feeds.run("tower", false).done()).isTrue();
        assertThat(heard.view("tower").state()).isEqualTo("STOPPED");
        assertThat(ends(to)).isTrue();
      }
      assertThat(heard.feeds.run("tower", true).done()).isTrue();
      try (Socket again = tower.accept()) {
        Sending.text(again, line(4) + "\n");
        heard.until(() -> heard.of("tower").size() == 1, "it reads again");
      }
      assertThat(heard.feeds.run("nobody", true).code()).isEqualTo("feed-unknown");
    }
  }

  private static boolean ends(Socket to) throws IOException {
    try {
      return to.getInputStream().read() < 0;
    } catch (SocketException reset) {
      return true;
    }
  }

  @Test
  void nobodyThereIsSaidAndTriedAgain() throws IOException {
    Sending gone = new Sending();
    String at = gone.at();
    gone.close();
    try (Heard heard = new Heard(Heard.config("tower", FeedConfig.Kind.SBS, at))) {
      heard.until(() -> heard.view("tower").state().equals("WAITING"), "it waits");
      assertThat(heard.view("tower").trouble()).contains("refused");
      assertThat(heard.view("tower").silentMs()).isNull();
    }
  }
}
