package hotline.cli.demo;

import hotline.cli.print.Output.Tone;
import hotline.cli.print.Plain;
import hotline.cli.print.Table;
import hotline.node.api.AlertViews;
import hotline.node.api.Said;
import hotline.node.api.TrafficViews;
import hotline.node.api.Views;
import hotline.traffic.Loss;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Both hours told live by a receiver that each side listens to: what each node foresees, how long
 * before, and a WARNING from one side that alarms the other.
 */
final class TrafficChapter implements Chapter {
  /** The feed in each side's settings. */
  static final String FEED = "receiver";

  private static final Duration SECOND = Duration.ofSeconds(1);

  /** So long the receiver tells, at least; at most, if nothing comes. */
  private static final int SECONDS = 12;

  private static final int SECONDS_MAX = 40;
  private static final int LEAD_S = 30;

  private final Receiver receiver;
  private final Map<String, List<TrafficViews.Alert>> raised = new HashMap<>();
  private final Map<String, Long> recordedS = new HashMap<>();
  private @Nullable Said again;
  private @Nullable String warning;

  TrafficChapter(Receiver receiver) {
    this.receiver = receiver;
  }

  @Override
  public String title() {
    return "Live traffic: two hours on one sky, foreseen and warned of";
  }

  @Override
  public void play(Stage stage) {
    Sky sky = new Sky(Recording.read());
    long beginUs = sky.bestUs();
    for (Side side : stage.sides()) {
      side.mustSay("start its feed", line -> line.runFeed(FEED, true));
    }
    Patience.until("both sides listen", () -> receiver.listeners() >= stage.sides().size());
    stage
        .commentary()
        .say("Both nodes listen to a receiver, which tells the two recorded hours as one, live.");
    Instant start = Instant.now();
    boolean seen = false;
    for (int second = 0; second < SECONDS_MAX && !(seen && second >= SECONDS); second++) {
      receiver.tell(sky.lines(beginUs + 1_000_000L * second, Instant.now()));
      wait(start.plus(SECOND.multipliedBy(second + 1)));
      seen =
          stage.sides().stream().allMatch(side -> foreseen(side, sky, beginUs, start).isPresent());
    }
    for (Side side : stage.sides()) {
      tell(stage, side, sky, beginUs, start);
    }
    warn(stage, sky, beginUs, start);
    for (Side side : stage.sides()) {
      List<Long> all = side.line().alerts(true).stream().map(TrafficViews.Alert::number).toList();
      side.mustSay("accept the alerts", line -> line.acceptAlerts(all, Names.DUTY, side.officer()));
      side.mustSay("stop its feed", line -> line.runFeed(FEED, false));
    }
  }

  private static void wait(Instant until) {
    try {
      Thread.sleep(Duration.between(Instant.now(), until).plusMillis(1));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Failed("The demo was interrupted.", stopped);
    }
  }

  /** An alert of a pair that does lose separation later, raised long enough before. */
  private static Optional<TrafficViews.Alert> foreseen(
      Side side, Sky sky, long beginUs, Instant start) {
    return side.line().alerts(true).stream()
        .filter(each -> leadS(each, sky, beginUs, start).orElse(0L) >= LEAD_S)
        .findFirst();
  }

  /** How long before the loss of the recording the alert was raised; empty if there is none. */
  private static Optional<Long> leadS(
      TrafficViews.Alert alert, Sky sky, long beginUs, Instant start) {
    for (Loss loss : sky.losses()) {
      Instant begins = start.plus(loss.fromUs() - beginUs, ChronoUnit.MICROS);
      if (Sky.north(loss.first()).equals(alert.first().id())
          && Sky.south(loss.second()).equals(alert.second().id())
          && loss.untilUs() > beginUs) {
        return Optional.of(Duration.between(alert.raised(), begins).toSeconds());
      }
    }
    return Optional.empty();
  }

  private void tell(Stage stage, Side side, Sky sky, long beginUs, Instant start) {
    List<TrafficViews.Alert> alerts = side.line().alerts(true);
    raised.put(side.party(), alerts);
    TrafficViews.Sky now = side.line().sky();
    stage
        .commentary()
        .say(
            Instant.now(),
            side.title()
                + " watches "
                + now.watched()
                + " aircraft and has raised "
                + Plain.count(alerts.size(), "alert")
                + ":",
            Tone.CARE);
    Table table = new Table("alert", "two", "state", "cause", "lead as predicted", "as recorded");
    for (TrafficViews.Alert each : alerts) {
      Optional<Long> recorded = leadS(each, sky, beginUs, start);
      recorded.ifPresent(lead -> recordedS.merge(side.party(), lead, Math::max));
      table.row(
          Long.toString(each.number()),
          name(each.first()) + ", " + name(each.second()),
          Plain.words(each.state()),
          each.cause(),
          Duration.between(each.raised(), each.begins()).toSeconds() + " s",
          recorded.map(lead -> lead + " s").orElse("no loss in the recording"));
    }
    stage.commentary().table(table);
  }

  private static String name(TrafficViews.Aircraft one) {
    return one.callsign() == null ? one.id() : one.callsign();
  }

  private void warn(Stage stage, Sky sky, long beginUs, Instant start) {
    Side north = stage.north();
    Side south = stage.south();
    TrafficViews.Alert alert =
        foreseen(north, sky, beginUs, start)
            .orElseThrow(() -> new Failed("North foresaw no loss that the recording has."));
    AlertViews.Detail detail = north.line().alert(alert.number()).orElseThrow();
    stage
        .commentary()
        .say(
            "What North's officer could ask for in alert "
                + alert.number()
                + ", each tried against every other aircraft and notice:");
    Table table = new Table("of", "ask", "then", "side effects");
    detail.advice().stream()
        .limit(3)
        .forEach(each ->
            table.row(
                each.aircraft().equals(alert.first().id())
                    ? name(alert.first())
                    : name(alert.second()),
                each.words(),
                Plain.words(each.effect()),
                each.onlyHelps() ? "none found" : "some"));
    stage.commentary().table(table);
    long pressedNs = System.nanoTime();
    String id =
        north.saidId(
            "warn of an alert",
            line -> line.warnOfAlert(alert.number(), Names.DUTY, north.officer()));
    Views.Message heard =
        south.await("WARNING alarms", id, each -> each.alarm().equals("UNACCEPTED"));
    long tookMs = (System.nanoTime() - pressedNs) / 1_000_000;
    stage.commentary().alarm("North's officer presses WARNING on it; South hears:");
    stage.commentary().more(Plain.text(heard.text()));
    stage.commentary().more("South's node raised the alarm " + tookMs + " ms after the key press.");
    again = north.line().warnOfAlert(alert.number(), Names.DUTY, north.officer());
    south.mustSay("accept WARNING", line -> line.accept(id, Names.DUTY, south.officer()));
    warning = id;
    Patience.until(
        "North sees who accepted",
        () ->
            north.line().alert(alert.number()).stream()
                .anyMatch(each -> each.alert().life().warningAccepted() != null));
    stage
        .commentary()
        .say("South's officer has it; the alert shows so at North, and lets nobody warn twice.");
  }

  @Override
  public void check(Stage stage, Checks checks) {
    boolean both = true;
    for (Side side : stage.sides()) {
      both &= recordedS.getOrDefault(side.party(), 0L) >= LEAD_S;
    }
    checks.that(
        both,
        "each side foresaw, by "
            + LEAD_S
            + " s or more, a loss that the recording has: found there by looking at every pair");
    String id = warning;
    checks.that(
        id != null
            && again != null
            && again.code().equals("alert-warned")
            && stage.south().message(id).orElseThrow().delivery().accepted() != null
            && Alarm.timesInRecord(stage.south(), id) == 1,
        "one WARNING sounded at the other side, a person accepted it, a second press sent nothing");
  }
}
