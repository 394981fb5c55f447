package hotline.cli;

import hotline.cli.print.Output;
import hotline.cli.print.Output.Tone;
import hotline.cli.print.Plain;
import hotline.cli.setup.NodeSettings;
import hotline.cli.setup.PartyFolder;
import hotline.line.disclosure.PartyFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hotline party …}: how trust begins, in person. */
@Command(
    name = "party",
    mixinStandardHelpOptions = true,
    description = {
      "Party files: exchanged in person, fingerprints compared by voice.",
      "These commands work on the data folder; the node need not run."
    })
final class PartyCommand {
  @Command(
      footer = {
        "",
        "Example:",
        "  hotline party export --data north --party north --listen 127.0.0.1:8401",
        "    --out north.party"
      },
      mixinStandardHelpOptions = true,
      description = "Writes this party's file for the others; makes the keys if there are none.")
  int export(
      @Mixin NodeOptions node,
      @Mixin NodeSettings settings,
      @Option(names = "--out", required = true, paramLabel = "FILE") Path out,
      @Option(
              names = "--url",
              paramLabel = "URL",
              description = "Where the others reach its node, if not at --listen; may be repeated.")
          List<String> urls) {
    return node.onFolder(
        settings,
        folder -> {
          PartyFolder.Exported exported = folder.export(urls == null ? List.of() : urls);
          node.write(out, exported.file());
          return exported.known();
        },
        (output, own) -> {
          output.line("wrote " + out);
          print(output, List.of(own));
          if (own.urls().isEmpty()) {
            output.line(
                "It names no address, so the others cannot reach this node: give --listen with a"
                    + " port, or --url.",
                Tone.CARE);
          }
        });
  }

  @Command(
      footer = {"", "Example:", "  hotline party add --data south north.party"},
      mixinStandardHelpOptions = true,
      description = "Takes in another party's file: first compare its fingerprint by voice.")
  int add(
      @Mixin NodeOptions node,
      @Mixin NodeSettings settings,
      @Parameters(paramLabel = "FILE") Path file) {
    return node.onFolder(
        settings,
        folder -> {
          PartyFile added = folder.add(node.bytes(file));
          return folder.known().stream()
              .filter(each -> each.party().equals(added.party()))
              .toList();
        },
        (output, added) -> {
          print(output, added);
          output.line("Compare this by voice. If it differs, remove the file and stop.", Tone.CARE);
        });
  }

  @Command(
      footer = {"", "Example:", "  hotline party list --data south"},
      mixinStandardHelpOptions = true,
      description = "Lists the parties known here.")
  int list(@Mixin NodeOptions node, @Mixin NodeSettings settings) {
    return node.onFolder(settings, PartyFolder::known, PartyCommand::print);
  }

  private static void print(Output output, List<PartyFolder.Known> parties) {
    for (PartyFolder.Known party : parties) {
      output.line(
          party.party()
              + (party.own() ? " (own)" : "")
              + ": posts "
              + Plain.list(party.posts())
              + (party.urls().isEmpty() ? "" : ", at " + Plain.list(party.urls())),
          Tone.HEADING);
      output.line("  fingerprint " + party.fingerprint());
      if (!party.secured()) {
        output.line("  no TLS authority: it can be reached on this machine only", Tone.CARE);
      }
    }
  }

  /** Work on a data folder. */
  interface OnFolder<T> {
    T apply(PartyFolder folder) throws IOException;
  }
}
