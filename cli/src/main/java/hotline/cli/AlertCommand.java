package hotline.cli;

import hotline.cli.client.LineClient;
import hotline.cli.print.Output;
import hotline.cli.print.Plain;
import hotline.cli.print.Table;
import hotline.node.api.AlertViews;
import hotline.node.api.TrafficViews;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hotline alert …}: what the watch sees in live traffic. */
@Command(
    name = "alert",
    description = "Aircraft of live traffic that will be, or are, too near to each other.",
    mixinStandardHelpOptions = true)
final class AlertCommand {
  @Command(
      mixinStandardHelpOptions = true,
      description = "Lists the alerts: own aircraft against others first, then latest first.",
      footer = {"", "Example:", "  hotline alert list --data north"})
  int list(
      @Mixin NodeOptions node,
      @Option(names = "--all", description = "Also those that are past, for half an hour.")
          boolean all) {
    return node.show(line -> List.copyOf(line.alerts(all)), AlertCommand::print);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Shows one: both aircraft, what could be asked for, what it would lead to.",
      footer = {"", "Example:", "  hotline alert show --data north 7"})
  int show(@Mixin NodeOptions node, @Parameters(paramLabel = "ALERT") long number) {
    return node.ask(line ->
        line.alert(number)
            .map(one -> {
              node.print(one, AlertCommand::print);
              return ExitCode.DONE;
            })
            .orElseGet(() -> node.refused("alert-unknown", "There is no such alert.")));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "A person has seen these alerts: they stop sounding.",
      footer = {"", "Example:", "  hotline alert accept --data north --post duty 7"})
  int accept(
      @Mixin NodeOptions node,
      @Option(names = "--post", defaultValue = "duty", paramLabel = "POST") String post,
      @Option(names = "--officer", defaultValue = "", paramLabel = "NAME") String officer,
      @Parameters(arity = "1..*", paramLabel = "ALERT") List<Long> numbers) {
    return node.say(line -> line.acceptAlerts(numbers, post, officer));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Marks an alert as a nuisance; without an alert, shows how many there were.",
      footer = {"", "Example:", "  hotline alert nuisance --data north --post duty 7"})
  int nuisance(
      @Mixin NodeOptions node,
      @Option(names = "--post", defaultValue = "duty", paramLabel = "POST") String post,
      @Option(names = "--officer", defaultValue = "", paramLabel = "NAME") String officer,
      @Option(names = "--not", description = "It was none after all.") boolean not,
      @Parameters(arity = "0..1", paramLabel = "ALERT") @Nullable Long number) {
    return number == null
        ? node.show(LineClient::alertCounts, AlertCommand::print)
        : node.say(line -> line.markNuisance(number, !not, post, officer));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Sends a WARNING of an alert to the other parties, in its own words; once.",
      footer = {"", "Example:", "  hotline alert warn --data north --post duty 7"})
  int warn(
      @Mixin NodeOptions node,
      @Option(names = "--post", defaultValue = "duty", paramLabel = "POST") String post,
      @Option(names = "--officer", defaultValue = "", paramLabel = "NAME") String officer,
      @Parameters(paramLabel = "ALERT") long number) {
    return node.say(line -> line.warnOfAlert(number, post, officer));
  }

  private static void print(Output output, AlertViews.Counts counts) {
    output.line(
        counts.raised()
            + " alerts raised, "
            + counts.lost()
            + " with a loss of separation; "
            + counts.nuisance()
            + " marked as a nuisance; "
            + counts.lastHour()
            + " in the last hour, "
            + counts.lastTenMinutes()
            + " in ten minutes; "
            + counts.unaccepted()
            + " not accepted.");
  }

  private static void print(Output output, AlertViews.Detail one) {
    print(output, List.of(one.alert()));
    AlertViews.Approach near = one.approach();
    if (near != null) {
      output.line(
          "Nearest ahead, straight on: "
              + Plain.nauticalMiles(near.horizontalMm())
              + " / "
              + Plain.feet((long) near.verticalFt())
              + " at "
              + Plain.time(near.at()));
    }
    Table table = new Table("OF", "ASK", "THEN", "SIDE EFFECTS");
    for (AlertViews.Advice each : one.advice()) {
      table.row(
          each.aircraft(),
          each.words(),
          Plain.words(each.effect()),
          each.onlyHelps()
              ? "none found"
              : String.join(
                  ", ",
                  Stream.of(each.aircraftMet(), each.notices(), each.possibleNotices())
                      .flatMap(List::stream)
                      .toList()));
    }
    output.line("Advice to the officer, who asks by message or voice; no order to a pilot:");
    output.table(table, "Nothing: it is past, or one of the two is not heard well enough.");
    AlertViews.Draft draft = one.warning();
    if (draft != null) {
      output.line("A WARNING would say: " + draft.text());
    }
    one.life().forEach(each -> output.line(Plain.time(each.at()) + "  " + each.words()));
  }

  private static void print(Output output, List<TrafficViews.Alert> alerts) {
    Table table =
        new Table(
            "ALERT", "STATE", "FIRST", "SECOND", "RAISED", "LOSS", "NEAREST", "CAUSE", "SEEN");
    Instant now = Instant.now();
    for (TrafficViews.Alert each : alerts) {
      table.row(
          Long.toString(each.number()),
          each.state().toLowerCase(Locale.ROOT),
          aircraft(each.first()),
          aircraft(each.second()),
          Plain.time(each.raised(), now),
          Plain.time(each.begins(), now),
          Plain.nauticalMiles(each.closestMm()) + " / " + Plain.feet((long) each.closestFt()),
          each.cause(),
          Plain.words(each.life().alarm()));
    }
    output.table(table, "No alerts.");
  }

  private static String aircraft(TrafficViews.Aircraft one) {
    return (one.own() ? "own " : "")
        + (one.callsign() == null ? one.id() : one.callsign())
        + (one.pressureFt() == null ? "" : " " + Plain.feet((long) one.pressureFt()));
  }
}
