package hotline.cli;

import hotline.cli.print.Output;
import hotline.cli.print.Plain;
import hotline.cli.print.Table;
import hotline.node.api.TrafficViews;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hotline feed …}: the sources of live traffic of one node. */
@Command(
    name = "feed",
    description = "The sources of live traffic, as hotline.toml sets them.",
    mixinStandardHelpOptions = true)
final class FeedCommand {
  private static final int TROUBLE_MAX = 60;

  @Command(
      mixinStandardHelpOptions = true,
      description = "Lists the feeds with their health.",
      footer = {"", "Example:", "  hotline feed list --data north"})
  int list(@Mixin NodeOptions node) {
    return node.show(line -> List.copyOf(line.feeds()), FeedCommand::print);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Starts a feed; a recording that is over begins again.",
      footer = {"", "Example:", "  hotline feed start --data north tower"})
  int start(@Mixin NodeOptions node, @Parameters(paramLabel = "NAME") String name) {
    return node.say(line -> line.runFeed(name, true));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Stops a feed until it is started, or the node is.",
      footer = {"", "Example:", "  hotline feed stop --data north tower"})
  int stop(@Mixin NodeOptions node, @Parameters(paramLabel = "NAME") String name) {
    return node.say(line -> line.runFeed(name, false));
  }

  private static void print(Output output, List<TrafficViews.Feed> feeds) {
    Table table =
        new Table("FEED", "KIND", "STATE", "LAST", "A SECOND", "REPORTS", "REJECTS", "DROPPED", "");
    for (TrafficViews.Feed each : feeds) {
      table.row(
          each.name(),
          each.kind(),
          each.state().toLowerCase(Locale.ROOT),
          each.silentMs() == null ? Plain.NOTHING : Plain.seconds(each.silentMs()) + " ago",
          Plain.count(each.perSecond()),
          Plain.count(each.reports()),
          rejects(each),
          Plain.count(each.dropped()),
          each.trouble() == null ? "" : Plain.cut(each.trouble(), TROUBLE_MAX));
    }
    output.table(table, "No feeds. They are set in hotline.toml, under [feeds].");
  }

  private static String rejects(TrafficViews.Feed feed) {
    return feed.rejects().isEmpty()
        ? "0"
        : feed.rejects().stream()
            .map(each -> Plain.count(each.count()) + " " + Plain.words(each.reason()))
            .collect(Collectors.joining(", "));
  }
}
