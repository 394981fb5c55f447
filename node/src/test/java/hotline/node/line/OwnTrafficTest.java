package hotline.node.line;

import static hotline.node.line.TwoNodes.SOUTH;
import static hotline.node.line.TwoNodes.expectDone;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.airspace.Position;
import hotline.airspace.conformance.Tolerance;
import hotline.node.api.ConformanceViews;
import hotline.node.api.Views;
import hotline.node.feed.ConformanceConfig;
import hotline.node.feed.FeedConfig;
import hotline.node.feed.TrafficConfig;
import hotline.node.peer.PeerEndpoints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** North's aircraft leaves its notice: the other party hears that, and nothing of where it is. */
class OwnTrafficTest {
  private static final String ADDRESS = "4b9a17";
  private static final int SECONDS = 240;

  /** The test is over before it has flown longer, on any machine that is of use. */
  private static final int FLOWN = 30;

  @TempDir private Path folder;

  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

  /** Northward at 300 kt, out of a circle of 1 NM around 47 N 8 E after some seconds. */
  private static Position at(int second) {
    return TwoNodes.at(47.0101357 + second * 0.0013889, 8.0024681);
  }

  private TrafficConfig traffic(ConformanceConfig.Raise raise) throws IOException {
    StringBuilder rows =
        new StringBuilder(
            "time_s,icao24,callsign,lat_deg,lon_deg,baro_alt_ft,ground_speed_kt,track_deg,"
                + "vertical_rate_fpm\n");
    for (int second = 0; second < SECONDS; second++) {
      rows.append(
          String.format(
              Locale.ROOT,
              "%d,%s,TEST01,%.7f,%.7f,31437,300,0,0%n",
              second,
              ADDRESS,
              at(second).latNanodegrees() * 1e-9,
              at(second).lngNanodegrees() * 1e-9));
    }
    Path file = Files.writeString(folder.resolve("flight.csv"), rows);
    return new TrafficConfig(
        List.of(new FeedConfig("own", FeedConfig.Kind.CSV, file.toString(), null, 1, false)),
        TrafficConfig.STANDARD,
        TrafficConfig.STANDARD_JITTER_FT,
        TrafficConfig.STANDARD_S,
        new ConformanceConfig(raise, new Tolerance(1_000, 10, 1_000_000), 1, 60));
  }

  private synchronized void keep(byte[] bytes) {
    sent.writeBytes(bytes);
  }

  /** Keeps what goes to a node and what comes from it. */
  private PeerEndpoints spied(PeerEndpoints there, boolean fromNorth) {
    return new PeerEndpoints() {
      @Override
      public Answer post(Call call, byte[] body) {
        if (fromNorth) {
          keep(body);
        }
        return kept(there.post(call, body));
      }

      @Override
      public Answer file(Log log, String path) {
        return kept(there.file(log, path));
      }

      private Answer kept(Answer answer) {
        if (!fromNorth) {
          keep(answer.body());
        }
        return answer;
      }
    };
  }

  private TwoNodes line(ConformanceConfig.Raise raise) throws IOException {
    TwoNodes line = new TwoNodes(folder);
    line.northTraffic = traffic(raise);
    line.southLies(south -> spied(south, true));
    line.northLies(north -> spied(north, false));
    return line.start().agree();
  }

  private static ConformanceViews.Flight flight(TwoNodes line) {
    return line.north().conformance().getFirst();
  }

  private static String fly(TwoNodes line) {
    expectDone(line.north().declare(line.circle("47 N 8 E", "1 NM", 30_000, 0)));
    line.until(() -> !line.south().notices(false).isEmpty(), "south has the notice");
    String entity = line.north().notices(false).getFirst().entity();
    expectDone(line.north().noticeState(entity, "ACTIVATED"));
    expectDone(line.north().runFeed("own", true));
    line.until(
        () -> !line.north().conformance().isEmpty() && flight(line).state().equals("OUTSIDE"),
        "it is outside");
    return entity;
  }

  private void nothingOfItWentOut(TwoNodes line) throws IOException {
    List<Canary> canaries = new ArrayList<>();
    for (int second = 0; second < FLOWN; second++) {
      canaries.addAll(Canary.coordinates("second " + second, at(second)));
      canaries.add(Canary.pair("second " + second, at(second)));
    }
    canaries.add(Canary.words("call sign", "TEST01"));
    canaries.add(Canary.words("address", ADDRESS));
    CanaryScanner scanner = new CanaryScanner(canaries);
    CanaryScanner.Found found = new CanaryScanner.Found();
    byte[] all;
    synchronized (this) {
      all = sent.toByteArray();
    }
    assertThat(all.length).isGreaterThan(1_000);
    Path file = Files.write(folder.resolve("sent"), all);
    scanner.scan(file, "sent", found);
    try (Stream<Path> files = Files.walk(line.data(SOUTH))) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        scanner.scan(each, each.toString(), found);
      }
    }
    assertThat(found.names()).as(found.toString()).isEmpty();
    CanaryScanner.Found own = new CanaryScanner.Found();
    scanner.scan(folder.resolve("flight.csv"), "flight.csv", own);
    assertThat(own.names()).contains("call sign", "address", "second 9 latitude");
  }

  @Test
  void theNodeSaysItWhereItMayAndNothingOfWhereItIs() throws IOException {
    try (TwoNodes line = line(ConformanceConfig.Raise.SAY)) {
      String entity = fly(line);
      line.until(
          () -> line.notice(line.south(), entity).state().equals("NONCONFORMING"),
          "south hears that it is nonconforming");
      ConformanceViews.Flight flight = flight(line);
      assertThat(flight.matchedBy()).isEqualTo("CALLSIGN");
      assertThat(flight.outsideMm()).isPositive();
      assertThat(flight.words()).contains("It is outside by");
      nothingOfItWentOut(line);
      assertThat(line.south().conformance()).isEmpty();
      assertThat(line.south().noticeState(entity, "ACTIVATED").code()).isEqualTo("not-owner");
    }
  }

  @Test
  void otherwiseItIsProposedAndTheOfficerSaysIt() throws IOException {
    try (TwoNodes line = line(ConformanceConfig.Raise.PROPOSE)) {
      String entity = fly(line);
      line.until(() -> "NONCONFORMING".equals(flight(line).proposal()), "it is proposed");
      assertThat(line.notice(line.south(), entity).state()).isEqualTo("ACTIVATED");
      assertThat(line.north().line().troubles())
          .extracting(Views.Trouble::code)
          .contains("conformance");
      expectDone(line.north().noticeState(entity, String.valueOf(flight(line).proposal())));
      line.until(
          () -> line.notice(line.south(), entity).state().equals("NONCONFORMING"),
          "south hears that it is nonconforming");
      ConformanceViews.FlownBy another = new ConformanceViews.FlownBy(null, "00000a", null, null);
      assertThat(line.south().flownBy(entity, another).code()).isEqualTo("not-owner");
      assertThat(
              line.north()
                  .flownBy(entity, new ConformanceViews.FlownBy(null, null, "7000", null))
                  .code())
          .isEqualTo("not-understood");
      expectDone(line.north().flownBy(entity, another));
      line.until(() -> flight(line).state().equals("NO_TRACK"), "that is another aircraft");
      expectDone(
          line.north().flownBy(entity, new ConformanceViews.FlownBy(null, null, null, ADDRESS)));
      line.until(() -> "HAND".equals(flight(line).matchedBy()), "by hand");
      nothingOfItWentOut(line);
    }
  }
}
