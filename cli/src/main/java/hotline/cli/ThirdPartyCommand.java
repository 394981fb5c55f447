package hotline.cli;

import hotline.cli.print.Output;
import hotline.cli.print.Plain;
import hotline.cli.print.Table;
import hotline.node.api.MatterRequests;
import hotline.node.api.MatterViews;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hotline third-party …}: those outside of the line, and what was handed on to them. */
@Command(
    name = "third-party",
    description = "Those outside of the line: who can reach them, and what was handed on.",
    mixinStandardHelpOptions = true)
final class ThirdPartyCommand {
  private static final int WORDS_MAX = 40;

  @Command(
      mixinStandardHelpOptions = true,
      description = "Lists the third parties of the terms, and who says that it can reach them.",
      footer = {"", "Example:", "  hotline third-party list --data north"})
  int list(@Mixin NodeOptions node, @Mixin AtOption at) {
    return node.show(line -> List.copyOf(at.of(line).thirdParties()), ThirdPartyCommand::print);
  }

  private static void print(Output output, List<MatterViews.ThirdParty> all) {
    Table table = new Table("NAME", "TITLE", "PARTY", "REACH", "SAID", "WORDS");
    Instant now = Instant.now();
    for (MatterViews.ThirdParty each : all) {
      for (MatterViews.Reach reach : each.reach()) {
        table.row(
            each.name(),
            each.title(),
            reach.party() + (reach.own() ? " (own)" : ""),
            reach.word().equals("UNKNOWN") ? "has not said" : Plain.words(reach.word()),
            reach.by() == null ? Plain.NOTHING : Plain.time(reach.by().said(), now),
            Plain.text(reach.words()));
      }
    }
    output.table(table, "The terms name no third party.");
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Lists the observers and witnesses of the terms, and what witnesses cosigned.",
      footer = {"", "Example:", "  hotline third-party guests --data north"})
  int guests(@Mixin NodeOptions node, @Mixin AtOption at) {
    return node.show(line -> List.copyOf(at.of(line).guests()), ThirdPartyCommand::printGuests);
  }

  private static void printGuests(Output output, List<MatterViews.Guest> all) {
    Table table = new Table("ROLE", "NAME", "TITLE", "KEY", "COSIGNED");
    for (MatterViews.Guest each : all) {
      table.row(
          Plain.words(each.role()),
          each.name(),
          Plain.text(each.title()),
          each.key(),
          each.cosigned() == null ? Plain.NOTHING : "to entry " + each.cosigned());
    }
    output.table(table, "The terms name no observer and no witness.");
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Says whether this party can reach a third party.",
      footer = {
        "",
        "Example:",
        "  hotline third-party reach --data north relief can \"By radio, 121.5.\""
      })
  int reach(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "NAME", description = "As the terms name it.") String name,
      @Parameters(paramLabel = "WORD", description = "${COMPLETION-CANDIDATES}.") Word word,
      @Parameters(paramLabel = "WORDS", arity = "0..1", defaultValue = "") String words) {
    return node.say(line -> line.reach(name, word == Word.can, words));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Ticks off what became of handing a message or a released notice on.",
        "To a third party of the terms, or to a unit of this party's own."
      },
      footer = {
        "",
        "Example:",
        "  hotline third-party relay --data south --notice N-GR7SJ relief handed-on"
      })
  int relay(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "TO", description = "The third party, or the unit.") String to,
      @Parameters(paramLabel = "STATE", description = "handed-on, confirmed or could-not.")
          String state,
      @Parameters(paramLabel = "WORDS", arity = "0..1", defaultValue = "") String words,
      @Option(names = "--notice", paramLabel = "NOTICE", description = "Its reference or id.")
          @Nullable String notice,
      @Option(
              names = "--message",
              paramLabel = "MESSAGE",
              description = "Its id, or how it begins.")
          @Nullable String message) {
    if ((notice == null) == (message == null)) {
      throw node.usage("Give exactly one of --notice and --message.");
    }
    return node.say(line ->
        line.relay(
            new MatterRequests.Relay(
                message == null ? null : MessageCommand.find(line, message),
                notice,
                to,
                state,
                words)));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Lists what was handed on, newest first.",
      footer = {"", "Example:", "  hotline third-party relays --data north"})
  int relays(
      @Mixin NodeOptions node,
      @Mixin AtOption at,
      @Option(names = "--limit", defaultValue = "50", paramLabel = "N") int limit) {
    return node.show(
        line -> List.copyOf(at.of(line).relays(limit)), ThirdPartyCommand::printRelays);
  }

  private static void printRelays(Output output, List<MatterViews.Relay> relays) {
    Table table = new Table("SAID", "BY", "WHAT", "TO", "STATE", "WORDS");
    Instant now = Instant.now();
    for (MatterViews.Relay each : relays) {
      table.row(
          Plain.time(each.by().said(), now),
          each.by().party(),
          each.notice() ? each.what() : Plain.shortId(each.what()),
          each.to(),
          Plain.words(each.state()),
          Plain.cut(each.words(), WORDS_MAX));
    }
    output.table(table, "Nothing was handed on.");
  }

  /** Whether a third party can be reached. */
  enum Word {
    can,
    cannot
  }
}
