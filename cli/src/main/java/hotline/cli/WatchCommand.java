package hotline.cli;

import hotline.cli.print.Output;
import hotline.cli.print.Plain;
import hotline.cli.print.Table;
import hotline.node.api.Views;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hotline watch …}: who has which post. */
@Command(
    name = "watch",
    description = "Who has the watch at each post.",
    mixinStandardHelpOptions = true)
final class WatchCommand {
  @Command(
      footer = {"", "Example:", "  hotline watch show --data north"},
      mixinStandardHelpOptions = true,
      description = "Shows every post and who has it.")
  int show(@Mixin NodeOptions node, @Mixin AtOption at) {
    return node.show(line -> List.copyOf(at.of(line).watch()), WatchCommand::print);
  }

  private static void print(Output output, List<Views.Watch> posts) {
    Table table = new Table("POST", "PARTY", "OFFICER", "SINCE", "HANDING TO");
    Instant now = Instant.now();
    for (Views.Watch watch : posts) {
      table.row(
          watch.post(),
          watch.party(),
          watch.officer() == null ? "nobody has said so" : watch.officer(),
          Plain.time(watch.since(), now),
          Plain.text(watch.handingTo()));
    }
    output.table(table, "No posts: the terms name them.");
  }

  @Command(
      footer = {"", "Example:", "  hotline watch take --data north duty Ann"},
      mixinStandardHelpOptions = true,
      description = "Takes the watch at a post of this party.")
  int take(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "POST") String post,
      @Parameters(paramLabel = "OFFICER") String officer) {
    return node.say(line -> line.takeWatch(post, officer));
  }

  @Command(
      footer = {"", "Example:", "  hotline watch handover --data north duty Bea"},
      mixinStandardHelpOptions = true,
      description = "Hands the watch over; the other officer then takes it.")
  int handover(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "POST") String post,
      @Parameters(paramLabel = "TO-OFFICER") String officer,
      @Option(names = "--open", paramLabel = "MESSAGE", description = "What is still open.")
          List<String> open) {
    return node.say(line -> line.handOverWatch(post, officer, open == null ? List.of() : open));
  }
}
