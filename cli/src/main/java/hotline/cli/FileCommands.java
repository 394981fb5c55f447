package hotline.cli;

import hotline.node.api.MatterRequests;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is done alike with things in an incident and in a case of the working group. */
abstract class FileCommands {
  /** How an incident or a case is named, for help texts. */
  static final String WHICH = "Its reference or id.";

  @Command(
      mixinStandardHelpOptions = true,
      description = "Proposes a fact for all parties to sign; that signs it.",
      footer = {
        "",
        "Example:",
        "  ${PARENT-COMMAND-FULL-NAME} fact --data north --refers 47 FILE \"Both flew.\""
      })
  public int fact(
      @Mixin NodeOptions node,
      @Mixin Refers refers,
      @Parameters(paramLabel = "FILE", description = WHICH) String file,
      @Parameters(paramLabel = "WORDS") String words) {
    return node.say(line -> line.fact(new MatterRequests.Wording(file, words, refers.ids(line))));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Says what a party is to do by when.",
      footer = {
        "",
        "Example:",
        "  ${PARENT-COMMAND-FULL-NAME} due --data north --by 2026-12-01T12:00Z FILE south",
        "    \"Hand over the radar log.\""
      })
  public int due(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "FILE", description = WHICH) String file,
      @Parameters(paramLabel = "PARTY") String party,
      @Parameters(paramLabel = "WORDS") String words,
      @Option(names = "--by", required = true, paramLabel = "TIME") String by) {
    return node.say(line -> line.due(new MatterRequests.Due(file, party, words, by)));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Signs what is put to all parties: a fact, a finding, a proposal, minutes.",
        "Whoever words one has signed it by that."
      },
      footer = {"", "Example:", "  ${PARENT-COMMAND-FULL-NAME} sign --data south 52"})
  public int sign(
      @Mixin NodeOptions node,
      @Mixin Seat seat,
      @Parameters(paramLabel = "ITEM", description = Named.HOW) String item,
      @Option(
              names = "--dissent",
              paramLabel = "TEXT",
              description = "What this party does not agree with; for findings.")
          @Nullable String dissent) {
    return node.say(
        line -> line.agree(new MatterRequests.Agree(Named.id(line, item), dissent, seat.name)));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Vetoes a fact, a proposal or minutes: it is ended, and stays to be seen.",
      footer = {
        "",
        "Example:",
        "  ${PARENT-COMMAND-FULL-NAME} veto --data south 52",
        "    --scope \"the heights\" --reason \"Not below FL300.\""
      })
  public int veto(
      @Mixin NodeOptions node,
      @Mixin Seat seat,
      @Parameters(paramLabel = "ITEM", description = Named.HOW) String item,
      @Option(
              names = "--scope",
              required = true,
              paramLabel = "TEXT",
              description = "What in it this is about.")
          String scope,
      @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason) {
    return node.say(
        line -> line.veto(new MatterRequests.Veto(Named.id(line, item), scope, reason, seat.name)));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Takes back what this party brought or worded and not all have signed.",
      footer = {
        "",
        "Example:",
        "  ${PARENT-COMMAND-FULL-NAME} retract --data north 52 --reason \"Worded anew.\""
      })
  public int retract(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "ITEM", description = Named.HOW) String item,
      @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason) {
    return node.say(line -> line.retract(Named.id(line, item), reason));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Says that something due of this party is done.",
      footer = {
        "",
        "Example:",
        "  ${PARENT-COMMAND-FULL-NAME} done --data south 60 \"Sent by courier.\""
      })
  public int done(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "DUE", description = Named.HOW) String due,
      @Parameters(paramLabel = "WORDS") String words) {
    return node.say(line -> line.dueDone(Named.id(line, due), words));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Says that a file is closed for this party; it is closed when all have said so and nothing",
        "was said in it since."
      },
      footer = {"", "Example:", "  ${PARENT-COMMAND-FULL-NAME} close --data south FILE \"Done.\""})
  public int close(
      @Mixin NodeOptions node,
      @Mixin Seat seat,
      @Parameters(paramLabel = "FILE", description = WHICH) String file,
      @Parameters(paramLabel = "WORDS") String words) {
    return node.say(line -> line.close(new MatterRequests.Closing(file, words, seat.name)));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Opens a closed file again; any party can.",
      footer = {
        "",
        "Example:",
        "  ${PARENT-COMMAND-FULL-NAME} reopen --data south FILE \"There is a new recording.\""
      })
  public int reopen(
      @Mixin NodeOptions node,
      @Mixin Seat seat,
      @Parameters(paramLabel = "FILE", description = WHICH) String file,
      @Parameters(paramLabel = "WORDS") String words) {
    return node.say(line -> line.reopen(new MatterRequests.Closing(file, words, seat.name)));
  }

  /** From which seat something is signed; a case asks for one, an incident does not. */
  static final class Seat {
    @Option(
        names = "--seat",
        paramLabel = "NAME",
        description = "The seat in the working group; in a case only.")
    private @Nullable String name;
  }
}
