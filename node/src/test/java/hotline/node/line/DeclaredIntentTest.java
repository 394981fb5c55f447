package hotline.node.line;

import static hotline.node.line.TwoNodes.expectDone;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.api.LineApi;
import hotline.node.api.Requests;
import hotline.node.feed.ConformanceConfig;
import hotline.node.feed.FeedConfig;
import hotline.node.feed.TrafficConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A climb that is declared and has not begun is foreseen: of an own flight, and of another party's
 * that was opened here. The two aircraft stay 2,000 ft apart, so nothing else can raise an alert.
 */
class DeclaredIntentTest {
  /** Degrees of latitude a second at 240 m/s. */
  private static final double STEP = 0.00216;

  /** The declared climb begins so much later than the flight starts: time to see it coming. */
  private static final int CLIMBS_AT_S = 60;

  @TempDir private Path folder;

  private TwoNodes line() throws IOException {
    StringBuilder rows =
        new StringBuilder(
            "time_s,icao24,callsign,lat_deg,lon_deg,baro_alt_ft,ground_speed_kt,track_deg,"
                + "vertical_rate_fpm\n");
    for (int second = 0; second < 120; second++) {
      rows.append(
          String.format(
              Locale.ROOT, "%d,00000a,TEST01,%.6f,7,30000,466,0,0%n", second, 46 + second * STEP));
      rows.append(
          String.format(
              Locale.ROOT,
              "%d,00000b,STRANGER,%.6f,7,32000,466,180,0%n",
              second,
              46 + (150 - second) * STEP));
    }
    Path file = Files.writeString(folder.resolve("climb.csv"), rows);
    TwoNodes line = new TwoNodes(folder);
    line.northTraffic =
        new TrafficConfig(
            List.of(new FeedConfig("climb", FeedConfig.Kind.CSV, file.toString(), null, 1, false)),
            TrafficConfig.STANDARD,
            TrafficConfig.STANDARD_JITTER_FT,
            TrafficConfig.STANDARD_S,
            ConformanceConfig.STANDARD);
    return line.start().agree();
  }

  private static String point(Instant at, double lat, int level) {
    return String.format(Locale.ROOT, "%s %.6f N 7 E FL%d", at, lat, level);
  }

  /** The way of the first aircraft, which it flies some seconds early. */
  private static Requests.Declare climb(TwoNodes line) {
    Instant start = line.clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(10);
    return new Requests.Declare(
        null,
        "transit",
        "TEST01",
        List.of(
            new Requests.Volume(
                List.of("46.1 N 7 E"),
                "40 NM",
                "29000 ft STD",
                "33000 ft STD",
                start.toString(),
                start.plusSeconds(300).toString(),
                List.of(
                    point(start, 46 - 20 * STEP, 300),
                    point(start.plusSeconds(20 + CLIMBS_AT_S), 46 + CLIMBS_AT_S * STEP, 300),
                    point(start.plusSeconds(50 + CLIMBS_AT_S), 46 + (30 + CLIMBS_AT_S) * STEP, 320),
                    point(start.plusSeconds(300), 46 + 280 * STEP, 320)))),
        null);
  }

  private static void isForeseen(TwoNodes line) {
    expectDone(line.north().runFeed("climb", true));
    line.until(() -> !line.north().alerts(true).isEmpty(), "the alert");
    assertThat(line.north().alerts(true).getFirst().cause()).isEqualTo("intent");
  }

  @Test
  void anOwnFlight() throws IOException {
    try (TwoNodes line = line()) {
      expectDone(line.north().declare(climb(line)));
      isForeseen(line);
    }
  }

  @Test
  void oneThatTheOtherPartyHasOpened() throws IOException {
    try (TwoNodes line = line()) {
      LineApi north = line.north();
      expectDone(north.declare(line.circle("46.1 N 7 E", "5 NM", 30_000, 1)));
      line.until(() -> line.south().notices(false).size() == 1, "south sees it");
      expectDone(line.south().declare(climb(line)));
      line.until(() -> ConflictsTest.only(north, "EXACT").isPresent(), "it is opened");
      isForeseen(line);
    }
  }
}
