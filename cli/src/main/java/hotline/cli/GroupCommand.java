package hotline.cli;

import hotline.node.api.MatterRequests;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hotline group …}: the working group, apart from the safety line and its posts. */
@Command(
    name = "group",
    description = "The working group: cases, positions, proposals, minutes, each from a seat.",
    mixinStandardHelpOptions = true)
final class GroupCommand extends FileCommands {
  @Command(
      mixinStandardHelpOptions = true,
      description = "Lists the cases, newest first.",
      footer = {"", "Example:", "  hotline group list --data north"})
  int list(@Mixin NodeOptions node, @Mixin AtOption at) {
    return node.show(line -> List.copyOf(at.of(line).cases()), GroupPrint::list);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Shows a case: what is agreed first, then what differs, then the agenda.",
      footer = {"", "Example:", "  hotline group show --data north K-3XW8D"})
  int show(
      @Mixin NodeOptions node,
      @Mixin AtOption at,
      @Parameters(paramLabel = "CASE", description = WHICH) String file) {
    return node.show(line -> Named.found(at.of(line).caseOf(file), "case", file), GroupPrint::one);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Opens a case with its agenda.",
      footer = {
        "",
        "Example:",
        "  hotline group open --data north --seat delegate --refers I-7K2MQ",
        "    --agenda \"Buffers in the east\" --agenda \"Heights\" \"After the near pass\""
      })
  int open(
      @Mixin NodeOptions node,
      @Mixin NeededSeat seat,
      @Mixin Refers refers,
      @Parameters(paramLabel = "TITLE") String title,
      @Option(
              names = "--agenda",
              required = true,
              paramLabel = "TEXT",
              description = "An item, in order; may be repeated.")
          List<String> agenda) {
    return node.say(
        line -> line.openCase(new MatterRequests.Case(title, agenda, refers.ids(line), seat.name)));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Gives this party's position on an item of the agenda; the earlier ones stay.",
      footer = {
        "",
        "Example:",
        "  hotline group position --data north --seat delegate K-3XW8D 1 \"Wider ones.\""
      })
  int position(
      @Mixin NodeOptions node,
      @Mixin NeededSeat seat,
      @Parameters(paramLabel = "CASE", description = WHICH) String file,
      @Parameters(paramLabel = "NUMBER", description = "Of the item, from 1.") int item,
      @Parameters(paramLabel = "WORDS") String words) {
    return node.say(
        line -> line.position(new MatterRequests.Position(file, item, words, seat.name)));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Makes a proposal; that signs it. The others sign or veto it.",
      footer = {
        "",
        "Example:",
        "  hotline group propose --data north --seat delegate --narrows 71 K-3XW8D",
        "    \"5 NM more in the east, on weekdays.\""
      })
  int propose(
      @Mixin NodeOptions node,
      @Mixin NeededSeat seat,
      @Parameters(paramLabel = "CASE", description = WHICH) String file,
      @Parameters(paramLabel = "WORDS") String words,
      @Option(
              names = "--narrows",
              paramLabel = "PROPOSAL",
              description = "The one whose place it takes: its entry or id.")
          @Nullable String narrows,
      @Option(
              names = "--terms",
              paramLabel = "HASH",
              description = "Of proposed terms that this would agree on, or how it begins.")
          @Nullable String terms) {
    return node.say(line ->
        line.propose(
            new MatterRequests.Proposal(
                file,
                words,
                Named.idOrNull(line, narrows),
                terms == null ? null : TermsCommand.find(line, terms),
                seat.name)));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Writes minutes; that signs them. The others sign or veto them.",
      footer = {
        "",
        "Example:",
        "  hotline group minutes --data north --seat delegate --next 2026-12-01T09:00Z",
        "    K-3XW8D \"The buffers are agreed, the heights are not.\""
      })
  int minutes(
      @Mixin NodeOptions node,
      @Mixin NeededSeat seat,
      @Parameters(paramLabel = "CASE", description = WHICH) String file,
      @Parameters(paramLabel = "WORDS") String words,
      @Option(names = "--next", paramLabel = "TIME", description = "When the group meets next.")
          @Nullable String next) {
    return node.say(line -> line.minutes(new MatterRequests.Minutes(file, words, next, seat.name)));
  }

  @Command(
      name = "hand-off",
      mixinStandardHelpOptions = true,
      description = "Hands a message that came in on the safety line to the working group.",
      footer = {
        "",
        "Example:",
        "  hotline group hand-off --data south --case K-3XW8D 0a1b2c3d4e5f \"For the group.\""
      })
  int handOff(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "MESSAGE", description = "Its id, or how it begins.") String message,
      @Parameters(paramLabel = "WORDS") String words,
      @Option(
              names = "--case",
              paramLabel = "CASE",
              description = "Not given: to the group, and to no case.")
          @Nullable String file) {
    return node.say(line ->
        line.handOff(new MatterRequests.HandOff(MessageCommand.find(line, message), file, words)));
  }

  @Command(
      name = "handed-off",
      mixinStandardHelpOptions = true,
      description = "Lists messages that were handed to the group and to no case, newest first.",
      footer = {"", "Example:", "  hotline group handed-off --data north"})
  int handedOff(@Mixin NodeOptions node, @Mixin AtOption at) {
    return node.show(line -> List.copyOf(at.of(line).handedOff()), GroupPrint::handedOff);
  }

  /** From which seat something is said. */
  static final class NeededSeat {
    @Option(
        names = "--seat",
        required = true,
        paramLabel = "NAME",
        description = "The seat in the working group that says it.")
    private String name = "";
  }
}
