package hotline.cli;

import hotline.cli.print.Output;
import hotline.cli.print.Plain;
import hotline.cli.setup.NodeSettings;
import hotline.line.terms.Genesis;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hotline line …}: founding a line and joining it. */
@Command(
    name = "line",
    mixinStandardHelpOptions = true,
    description = {
      "The line itself: founded by one party, joined by the others.",
      "These commands work on the data folder; the node need not run."
    })
final class LineCommand {
  /** A line as its genesis says. */
  record Shown(String name, String id, String origin, List<String> parties) {
    static Shown of(Genesis genesis) {
      return new Shown(
          genesis.name(), genesis.lineId().toString(), genesis.origin(), genesis.parties());
    }
  }

  @Command(
      footer = {
        "",
        "Example:",
        "  hotline line found --data north --out line.genesis \"North-South\""
      },
      mixinStandardHelpOptions = true,
      description = "Founds a line of this party and all whose files were taken in.")
  int found(
      @Mixin NodeOptions node,
      @Mixin NodeSettings settings,
      @Option(
              names = "--out",
              paramLabel = "FILE",
              description = "Its genesis, for the others to join with.")
          @Nullable Path out,
      @Parameters(paramLabel = "NAME", description = "For people, up to 64 characters.")
          String name) {
    return node.onFolder(
        settings,
        folder -> {
          Genesis genesis = folder.found(name);
          if (out != null) {
            node.write(out, genesis.encoded().encode());
          }
          return Shown.of(genesis);
        },
        LineCommand::print);
  }

  @Command(
      footer = {"", "Example:", "  hotline line join --data south line.genesis"},
      mixinStandardHelpOptions = true,
      description = "Joins the line of a genesis: compare its id by voice.")
  int join(
      @Mixin NodeOptions node,
      @Mixin NodeSettings settings,
      @Option(
              names = "--guest",
              description = "As none of its parties: an observer (up) or a witness (witness).")
          boolean guest,
      @Parameters(paramLabel = "FILE", description = "The genesis, from the party that founded.")
          Path file) {
    byte[] genesis = node.bytes(file);
    return node.onFolder(
        settings,
        folder -> Shown.of(guest ? folder.visit(genesis) : folder.join(genesis)),
        LineCommand::print);
  }

  @Command(
      footer = {"", "Example:", "  hotline line show --data south"},
      mixinStandardHelpOptions = true,
      description = "Shows the line of a data folder.")
  int show(@Mixin NodeOptions node, @Mixin NodeSettings settings) {
    return node.onFolder(
        settings,
        folder -> folder.genesis().map(Shown::of),
        (output, shown) -> show(output, shown));
  }

  private static void show(Output output, Optional<Shown> shown) {
    if (shown.isEmpty()) {
      output.line("This folder has no line yet: found one or join one.");
    } else {
      print(output, shown.get());
    }
  }

  private static void print(Output output, Shown shown) {
    output.line("line     " + shown.name());
    output.line("parties  " + Plain.list(shown.parties()));
    output.line("id       " + shown.id() + "  (compare by voice)");
    output.line("log      " + shown.origin());
  }
}
