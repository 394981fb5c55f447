package hotline.cli;

import hotline.cli.print.Output;
import hotline.cli.print.Plain;
import hotline.cli.print.Table;
import hotline.node.api.ConformanceViews;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hotline conformance …}: own aircraft and whether they keep to their notices. */
@Command(
    name = "conformance",
    description = "Own aircraft of live traffic, and whether they keep to their notices.",
    mixinStandardHelpOptions = true)
final class ConformanceCommand {
  @Command(
      mixinStandardHelpOptions = true,
      description = "Lists own notices that are flown, or may be; those to be told of first.",
      footer = {"", "Example:", "  hotline conformance list --data north"})
  int list(@Mixin NodeOptions node) {
    return node.show(line -> List.copyOf(line.conformance()), ConformanceCommand::print);
  }

  @Command(
      name = "flown-by",
      mixinStandardHelpOptions = true,
      description = {
        "Says by what the aircraft of an own notice is known; kept in this node alone.",
        "Takes the place of what was said before; without options its label alone counts."
      },
      footer = {
        "",
        "Example:",
        "  hotline conformance flown-by --data north --track 4b1805 N-GR7SJ"
      })
  int flownBy(
      @Mixin NodeOptions node,
      @Option(names = "--callsign", paramLabel = "SIGN", description = "As it is transmitted.")
          @Nullable String callsign,
      @Option(names = "--address", paramLabel = "HEX", description = "Transponder address.")
          @Nullable String address,
      @Option(names = "--squawk", paramLabel = "CODE", description = "Of this aircraft alone.")
          @Nullable String squawk,
      @Option(names = "--track", paramLabel = "TRACK", description = "A track, by hand.")
          @Nullable String track,
      @Parameters(paramLabel = "NOTICE", description = "Its reference or id.") String reference) {
    return node.say(line ->
        line.flownBy(
            NoticeCommand.find(line, reference).entity(),
            new ConformanceViews.FlownBy(callsign, address, squawk, track)));
  }

  private static void print(Output output, List<ConformanceViews.Flight> flights) {
    Table table = new Table("NOTICE", "STATE", "LABEL", "TRACK", "BY", "IS", "SINCE", "");
    Instant now = Instant.now();
    for (ConformanceViews.Flight each : flights) {
      table.row(
          each.reference() + " v" + each.version(),
          Plain.words(each.noticeState()),
          each.label() == null ? "" : each.label(),
          each.aircraft() == null ? Plain.NOTHING : each.aircraft().id(),
          each.matchedBy() == null ? "" : Plain.words(each.matchedBy()),
          Plain.words(each.state()),
          Plain.time(each.since(), now),
          each.words());
    }
    output.table(table, "No own notice is flown, or could be within the hour.");
  }
}
