package hotline.node.feed;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.Pace;
import hotline.node.Troubles;
import hotline.node.Waiting;
import hotline.traffic.track.Track;
import hotline.traffic.watch.Situation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a feed to an alert, on the node's own threads. */
class LiveTrafficTest {
  @TempDir private Path folder;

  private static LiveTraffic traffic(Troubles troubles, Runnable changed, FeedConfig... feeds) {
    TrafficConfig config =
        new TrafficConfig(
            List.of(feeds),
            TrafficConfig.STANDARD,
            TrafficConfig.STANDARD_JITTER_FT,
            TrafficConfig.STANDARD_S,
            ConformanceConfig.STANDARD);
    LiveTraffic traffic =
        new LiveTraffic(config, InstantSource.system(), Pace.real(), troubles, changed);
    traffic.start();
    return traffic;
  }

  private static void until(LiveTraffic traffic, BooleanSupplier holds) {
    Waiting.until(
        holds, traffic.feeds().views() + " " + traffic.picture(), Duration.ofSeconds(60), Map.of());
  }

  @Test
  void twoThatFlyAtEachOtherAreToldOf() throws IOException {
    StringBuilder rows =
        new StringBuilder(
            "time_s,icao24,callsign,lat_deg,lon_deg,baro_alt_ft,ground_speed_kt,track_deg,"
                + "vertical_rate_fpm\n");
    for (int second = 0; second < 200; second++) {
      double north = 46 + second * 0.00216;
      double south = 46.5 - second * 0.00216;
      rows.append(
          String.format(Locale.ROOT, "%d,00000a,NORTH1,%.6f,7,30000,466,0,0%n", second, north));
      rows.append(
          String.format(Locale.ROOT, "%d,00000b,SOUTH1,%.6f,7,30200,466,180,0%n", second, south));
    }
    Path file = Files.writeString(folder.resolve("near.csv"), rows);
    AtomicInteger changes = new AtomicInteger();
    Troubles troubles = new Troubles(InstantSource.system(), () -> {});
    FeedConfig feed = new FeedConfig("near", FeedConfig.Kind.CSV, file.toString(), null, 20, true);
    try (LiveTraffic traffic = traffic(troubles, changes::incrementAndGet, feed)) {
      until(
          traffic,
          () ->
              traffic.picture().situations().stream()
                  .anyMatch(each -> each.state() == Situation.State.CURRENT));
      Situation seen = traffic.picture().situations().getFirst();
      assertThat(List.of(seen.first(), seen.second())).containsExactly("00000a", "00000b");
      assertThat(seen.firstUs()).isLessThan(seen.beginsUs());
      assertThat(changes.get()).isPositive();
      assertThat(traffic.picture().tracks()).hasSize(2);
      assertThat(traffic.picture().isWhole()).isTrue();
      traffic.feeds().run("near", false);
      until(
          traffic,
          () ->
              traffic.picture().tracks().stream().allMatch(each -> each.state() == Track.State.LOST)
                  && traffic.picture().situations().getFirst().state() == Situation.State.PAST);
      assertThat(traffic.picture().tracks()).hasSize(2);
    }
  }

  @Test
  void aFeedThatFailsIsATroubleOfTheNode() {
    Troubles troubles = new Troubles(InstantSource.system(), () -> {});
    FeedConfig feed =
        new FeedConfig(
            "gone", FeedConfig.Kind.CSV, folder.resolve("none.csv").toString(), null, 1, true);
    try (LiveTraffic traffic = traffic(troubles, () -> {}, feed)) {
      until(traffic, () -> !troubles.open().isEmpty());
      assertThat(troubles.open().getFirst().code()).isEqualTo("feed-gone");
      traffic.feeds().run("gone", false);
      until(traffic, () -> troubles.open().isEmpty());
    }
  }
}
