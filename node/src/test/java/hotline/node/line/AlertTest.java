package hotline.node.line;

import static hotline.node.line.TwoNodes.NORTH;
import static hotline.node.line.TwoNodes.expectDone;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.alert.AlertConfig;
import hotline.node.alert.AlertConfig.Warn;
import hotline.node.api.AlertViews;
import hotline.node.api.Said;
import hotline.node.api.TrafficViews;
import hotline.node.api.Views;
import hotline.node.feed.ConformanceConfig;
import hotline.node.feed.FeedConfig;
import hotline.node.feed.TrafficConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An alert of live traffic, from the feed to the other party's alarm. */
class AlertTest {
  @TempDir private Path folder;

  /** Two that fly at each other at one height for so many seconds, 200 ft apart. */
  private TwoNodes line(AlertConfig alerts, int seconds) throws IOException {
    StringBuilder rows =
        new StringBuilder(
            "time_s,icao24,callsign,lat_deg,lon_deg,baro_alt_ft,ground_speed_kt,track_deg,"
                + "vertical_rate_fpm\n");
    for (int second = 0; second < seconds; second++) {
      double up = 46 + second * 0.00216;
      double down = 46.5 - second * 0.00216;
      rows.append(
          String.format(Locale.ROOT, "%d,00000a,NORTH1,%.6f,7,30000,466,0,0%n", second, up));
      rows.append(
          String.format(Locale.ROOT, "%d,00000b,SOUTH1,%.6f,7,30200,466,180,0%n", second, down));
    }
    Path file = Files.writeString(folder.resolve("near.csv"), rows);
    FeedConfig feed = new FeedConfig("near", FeedConfig.Kind.CSV, file.toString(), null, 20, false);
    TwoNodes line = new TwoNodes(folder);
    line.northTraffic =
        new TrafficConfig(
            List.of(feed),
            TrafficConfig.STANDARD,
            TrafficConfig.STANDARD_JITTER_FT,
            TrafficConfig.STANDARD_S,
            ConformanceConfig.STANDARD,
            alerts);
    return line.start().agree();
  }

  private static Optional<TrafficViews.Alert> alert(
      TwoNodes line, Predicate<TrafficViews.Alert> wanted) {
    return line.north().alerts(true).stream().filter(wanted).findFirst();
  }

  private static void play(TwoNodes line) {
    expectDone(line.north().runFeed("near", true));
    line.until(() -> !line.north().alerts(false).isEmpty(), "the alert");
  }

  @Test
  void anOfficerWarnsAcceptsAndMarksAndTheCountsOutliveTheNode() throws IOException {
    try (TwoNodes line = line(AlertConfig.STANDARD, 240)) {
      expectDone(line.north().declare(line.circle("46.25 N 7 E", "20 NM", 30_500, 1)));
      play(line);
      TrafficViews.Alert raised = line.north().alerts(false).getFirst();
      long number = raised.number();
      assertThat(number).isEqualTo(1);
      assertThat(raised.life().alarm()).isEqualTo("UNACCEPTED");
      anAdvisedClimbIntoTheNoticeIsNotClean(line, number);

      Said warned = expectDone(line.north().warnOfAlert(number, "duty", ""));
      String id = String.valueOf(warned.id());
      assertThat(line.north().warnOfAlert(number, "duty", "").code()).isEqualTo("alert-warned");
      line.until(
          () -> line.south().alarms().stream().anyMatch(each -> each.id().equals(id)), "alarm");
      Views.Message heard = line.south().message(id).orElseThrow();
      assertThat(heard.kind()).isEqualTo("WARNING");
      assertThat(heard.alarm()).isEqualTo("UNACCEPTED");
      assertThat(heard.text())
          .contains("NM from Zurich", "FL300", "track 360", "FL302", "track 180")
          .doesNotContain("NORTH1", "SOUTH1", "00000a");
      assertThat(heard.place()).isNotNull();
      expectDone(line.south().accept(id, "duty", "Jo South"));
      line.until(
          () -> alert(line, each -> each.life().warningAccepted() != null).isPresent(),
          "north knows who accepted");
      assertThat(alert(line, each -> true).orElseThrow().life().warningAcceptedBy())
          .contains("Jo South");

      line.until(() -> alert(line, each -> each.state().equals("CURRENT")).isPresent(), "lost");
      // The watch sees a loss a moment before the book of alarms does. Who accepts in between has
      // accepted a prediction, and is asked once more.
      line.until(
          () ->
              line.north().alert(number).orElseThrow().life().stream()
                  .anyMatch(each -> each.words().equals("separation lost")),
          "the loss is in the book");
      expectDone(line.north().acceptAlerts(List.of(number), "duty", "Ann North"));
      assertThat(alert(line, each -> true).orElseThrow().life().acceptedBy())
          .isEqualTo("Ann North");
      line.until(() -> alert(line, each -> each.state().equals("PAST")).isPresent(), "past");
      expectDone(line.north().markNuisance(number, true, "duty", "Ann North"));
      assertThat(
              line.north().alert(number).orElseThrow().life().stream().map(AlertViews.Event::words))
          .contains("separation lost", "accepted by Ann North", "past")
          .anyMatch(each -> each.startsWith("WARNING accepted by "));
      assertThat(line.north().acceptAlerts(List.of(9L), "duty", "").code())
          .isEqualTo("alert-unknown");
      line.until(() -> line.north().alertCounts().nuisance() == 1, "counted");
      line.stop(NORTH);
      var _ = line.start(NORTH);
      AlertViews.Counts counts = line.north().alertCounts();
      assertThat(List.of(counts.raised(), counts.lost(), counts.nuisance()))
          .containsExactly(1L, 1L, 1L);
      assertThat(counts.lastHour()).isEqualTo(1);
      play(line);
      assertThat(line.north().alerts(false).getFirst().number()).isEqualTo(2);
    }
  }

  private static void anAdvisedClimbIntoTheNoticeIsNotClean(TwoNodes line, long number) {
    line.until(
        () ->
            line.north().alert(number).orElseThrow().advice().stream()
                .anyMatch(
                    each -> each.words().startsWith("CLIMB TO FL31") && !each.notices().isEmpty()),
        "the notice above is seen");
    AlertViews.Detail detail = line.north().alert(number).orElseThrow();
    assertThat(detail.advice().getLast().onlyHelps()).isFalse();
    assertThat(detail.approach()).isNotNull();
    assertThat(detail.firstPlace()).contains("from Zurich");
  }

  @Test
  void oneThatIsPastAndUnacceptedStaysUntilSomebodyAcceptsIt() throws IOException {
    try (TwoNodes line = line(AlertConfig.STANDARD, 100)) {
      play(line);
      line.until(() -> alert(line, each -> each.state().equals("PAST")).isPresent(), "past");
      TrafficViews.Alert past = line.north().alerts(false).getFirst();
      assertThat(past.life().alarm()).isEqualTo("RETURNED");
      expectDone(line.north().acceptAlerts(List.of(past.number()), "duty", ""));
      assertThat(line.north().alerts(false)).isEmpty();
      assertThat(line.south().alarms()).isEmpty();
    }
  }

  @Test
  void byItselfItWarnsOnce() throws IOException {
    try (TwoNodes line = line(new AlertConfig(Warn.AUTOMATIC, true), 240)) {
      play(line);
      line.until(() -> !line.south().alarms().isEmpty(), "the other side's alarm");
      assertThat(line.south().alarms().getFirst().text()).contains("NORTH1", "SOUTH1");
      line.until(() -> alert(line, each -> each.state().equals("PAST")).isPresent(), "past");
      assertThat(line.south().messages(10)).hasSize(1);
      assertThat(line.north().alerts(true).getFirst().life().warnedBy()).contains("by itself");
    }
  }
}
