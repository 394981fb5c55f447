package hotline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hotline host …}: for the party that hosts. */
@Command(
    name = "host",
    description = "For the party that hosts the record.",
    mixinStandardHelpOptions = true,
    subcommands = {HostCommand.SequencerCommand.class, MachineCommand.class})
final class HostCommand {

  /** The sequencer alone; the node goes on without it. */
  @Command(
      name = "sequencer",
      description = "The sequencer alone: the node goes on without it.",
      mixinStandardHelpOptions = true)
  static final class SequencerCommand {
    @Command(
        footer = {"", "Example:", "  hotline host sequencer start --data north"},
        mixinStandardHelpOptions = true,
        description = "Starts it: what waited enters the record.")
    int start(@Mixin NodeOptions node) {
      return node.say(line -> line.sequencer(true));
    }

    @Command(
        footer = {"", "Example:", "  hotline host sequencer stop --data north"},
        mixinStandardHelpOptions = true,
        description = "Stops it: urgent messages still go directly, the rest waits.")
    int stop(@Mixin NodeOptions node) {
      return node.say(line -> line.sequencer(false));
    }
  }
}
