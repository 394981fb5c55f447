package hotline.node.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import hotline.traffic.pcap.Capture;
import hotline.traffic.report.TargetReport;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Datagrams, the file over HTTP, and recordings. */
class OtherFeedsTest {
  @TempDir private Path folder;

  private static byte[] sample(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            OtherFeedsTest.class.getResourceAsStream("/hotline/traffic/" + name))) {
      return in.readAllBytes();
    }
  }

  private static int freePort() throws IOException {
    try (DatagramSocket any = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  @Test
  void datagramsOfOneCategoryAreReadAndOthersCounted() throws IOException {
    int port = freePort();
    List<Capture.Datagram> tracks = Capture.read(sample("swiss_10min_cat062.pcap")).datagrams();
    byte[] other = Capture.read(sample("swiss_10min_cat021.pcap")).datagrams().getFirst().payload();
    try (Heard heard =
            new Heard(Heard.config("radar", FeedConfig.Kind.CAT062, "127.0.0.1:" + port));
        DatagramSocket from = new DatagramSocket()) {
      heard.until(() -> heard.view("radar").state().equals("RUNNING"), "it listens");
      InetSocketAddress to = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      for (byte[] each :
          List.of(new byte[0], new byte[] {62, 0}, other, tracks.getFirst().payload())) {
        from.send(new DatagramPacket(each, each.length, to));
      }
      heard.until(() -> heard.view("radar").reports() > 0, "the tracks");
      assertThat(heard.rejects("radar", "OTHER_CATEGORY")).isEqualTo(1);
      assertThat(heard.rejects("radar", "BAD_LENGTH")).isEqualTo(1);
      assertThat(heard.of("radar")).allMatch(each -> each.place() != null);
    }
  }

  @Test
  void aGroupIsJoined() throws IOException {
    NetworkInterface loopback = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
    int port = freePort();
    byte[] tracks =
        Capture.read(sample("swiss_10min_cat021.pcap")).datagrams().getFirst().payload();
    FeedConfig config =
        new FeedConfig(
            "adsb", FeedConfig.Kind.CAT021, "239.192.7.7:" + port, loopback.getName(), 1, true);
    try (Heard heard = new Heard(config);
        MulticastSocket from = new MulticastSocket()) {
      from.setNetworkInterface(loopback);
      from.setTimeToLive(0);
      heard.until(() -> heard.view("adsb").state().equals("RUNNING"), "it listens");
      InetSocketAddress to = new InetSocketAddress("239.192.7.7", port);
      heard.until(
          () -> {
            try {
              from.send(new DatagramPacket(tracks, tracks.length, to));
            } catch (IOException failed) {
              throw new AssertionError(failed);
            }
            return heard.view("adsb").reports() > 0;
          },
          "what is sent to the group");
    }
  }

  @Test
  void theFileOverHttpIsReadAgainAndAgain() throws IOException {
    AtomicReference<byte[]> body =
        new AtomicReference<>("no json".getBytes(StandardCharsets.UTF_8));
    AtomicReference<Integer> status = new AtomicReference<>(200);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
    server.createContext(
        "/data/aircraft.json",
        exchange -> {
          byte[] bytes = body.get();
          exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
          exchange.sendResponseHeaders(status.get(), bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    String at = "http://127.0.0.1:" + server.getAddress().getPort() + "/data/aircraft.json";
    try (Heard heard = new Heard(Heard.config("roof", FeedConfig.Kind.AIRCRAFT_JSON, at))) {
      heard.until(() -> heard.rejects("roof", "MALFORMED") > 0, "what is no JSON is counted");
      body.set(
          "{\"now\":1,\"aircraft\":[{\"hex\":\"4b1805\",\"lat\":46.9,\"lon\":7.1,\"seen\":0.1,\"seen_pos\":0.2}]}"
              .getBytes(StandardCharsets.UTF_8));
      heard.until(() -> heard.of("roof").size() > 1, "the aircraft, at each look");
      assertThat(heard.of("roof").getFirst().aircraft()).isEqualTo("4b1805");
      status.set(302);
      heard.until(
          () -> "It answers 302, not 200.".equals(heard.view("roof").trouble()),
          "no redirect is followed");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aRecordingHappensNowInItsOrder() throws IOException {
    Path file = folder.resolve("flight.csv");
    Files.writeString(
        file,
        """
        time_s,icao24,callsign,lat_deg,lon_deg,baro_alt_ft,ground_speed_kt,track_deg,vertical_rate_fpm
        1000,4b1805,SWR1,46.9,7.1,38000,450,90,0
        1000,4b1806,SWR2,46.9,7.2,38000,450,90,0
        broken
        1010,4b1805,SWR1,46.9,7.2,38000,450,90,0
        90000,4b1805,SWR1,46.9,7.2,38000,450,90,0
        """);
    FeedConfig config =
        new FeedConfig(
            "old", FeedConfig.Kind.CSV, file.toString(), null, FeedConfig.SPEED_MAX, false);
    try (Heard heard = new Heard(config)) {
      assertThat(heard.view("old").state()).isEqualTo("STOPPED");
      long before = heard.feeds.nowUs();
      heard.feeds.run("old", true);
      heard.until(() -> heard.of("old").size() == 3, "the rows before the gap");
      List<TargetReport> all = heard.of("old");
      assertThat(all.getFirst().timeUs()).isBetween(before, heard.feeds.nowUs());
      assertThat(all.get(1).timeUs()).isEqualTo(all.getFirst().timeUs());
      assertThat(all.get(2).timeUs() - all.getFirst().timeUs()).isEqualTo(10_000_000);
      assertThat(heard.rejects("old", "MALFORMED")).isEqualTo(1);
    }
  }

  @Test
  void aCaptureHappensNowAndEnds() throws IOException {
    Path file = folder.resolve("cut.pcap");
    byte[] all = sample("swiss_10min_cat062.pcap");
    Files.write(file, java.util.Arrays.copyOf(all, 3_000));
    FeedConfig config =
        new FeedConfig("old", FeedConfig.Kind.PCAP, file.toString(), null, 20, true);
    try (Heard heard = new Heard(config)) {
      heard.until(() -> heard.view("old").state().equals("ENDED"), "it is over");
      assertThat(heard.of("old")).isNotEmpty();
      assertThat(heard.rejects("old", "BROKEN_OFF")).isEqualTo(1);
    }
  }

  @Test
  void whatCannotBeReadFromIsRefusedInOneSentence() {
    assertThatThrownBy(() -> Heard.config("t", FeedConfig.Kind.SBS, "tower"))
        .hasMessage("feeds: t: at: not host:port: tower");
    assertThatThrownBy(() -> Heard.config("t", FeedConfig.Kind.AIRCRAFT_JSON, "file:///etc/passwd"))
        .hasMessageContaining("not an http://");
    assertThatThrownBy(() -> new FeedConfig("t", FeedConfig.Kind.SBS, "a:1", null, 2, true))
        .hasMessageContaining("only a recording");
    assertThatThrownBy(() -> FeedConfig.Kind.of("adsb"))
        .hasMessageContaining("sbs, beast, cat062, cat021, aircraft-json, csv, pcap");
  }
}
