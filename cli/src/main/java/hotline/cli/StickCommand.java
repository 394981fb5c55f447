package hotline.cli;

import hotline.cli.client.LineClient;
import hotline.cli.client.Refused;
import hotline.cli.print.Output;
import hotline.cli.print.Output.Tone;
import hotline.cli.print.Plain;
import hotline.cli.print.Table;
import hotline.node.api.StickApi;
import hotline.node.api.StickApi.Brought;
import hotline.node.stick.StickFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hotline stick …}: signed statements carried by hand. */
@Command(
    name = "stick",
    mixinStandardHelpOptions = true,
    description = {
      "Carries signed statements by hand, when no way is left between two nodes.",
      "What comes by stick counts once, also if it comes over the line as well."
    })
final class StickCommand {
  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Writes what this node has signed and not all others have confirmed to FILE.",
        "What does not fit in one file goes on in FILE-2, FILE-3 and so on; carry all of them."
      },
      footer = {"", "Example:", "  hotline stick export --data south /media/stick/south.stick"})
  int export(@Mixin NodeOptions node, @Parameters(paramLabel = "FILE") Path file) {
    return node.show(line -> write(node, line, file), StickCommand::wrote);
  }

  /** The files that were written. */
  record Wrote(int statements, List<String> files) {}

  private static Wrote write(NodeOptions node, LineClient line, Path file) {
    List<String> files = new ArrayList<>();
    int statements = 0;
    int parts = 1;
    for (int part = 1; part <= parts; part++) {
      byte[] bytes =
          line.stickFile(part)
              .orElseThrow(() ->
                  new Refused("changed", "What is waiting has changed: export it once more."));
      if (!(StickFile.read(bytes) instanceof StickFile.Read.Whole(StickFile whole))) {
        throw new Refused("not-a-node", "What the node sent is not whole: export it once more.");
      }
      Path to = part == 1 ? file : file.resolveSibling(file.getFileName() + "-" + part);
      if (Files.exists(to)) {
        throw new Refused("exists", to + " is there already; give another name.");
      }
      node.write(to, bytes);
      files.add(to.toString());
      statements += whole.statements().size();
      parts = whole.parts();
    }
    return new Wrote(statements, files);
  }

  private static void wrote(Output output, Wrote wrote) {
    wrote.files().forEach(each -> output.line("wrote " + each));
    output.line(
        wrote.statements() == 0
            ? "Nothing waits: every other party has confirmed all that this node signed."
            : Plain.count(wrote.statements(), "statement")
                + ". Take the stick to the others: hotline stick import FILE.");
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description = {
        "Takes in a file that another party's node has written; every signature is checked.",
        "A file that was changed is refused as a whole. The same file twice does no harm."
      },
      footer = {"", "Example:", "  hotline stick import --data north /media/stick/south.stick"})
  int bring(@Mixin NodeOptions node, @Parameters(paramLabel = "FILE") Path file) {
    byte[] bytes = node.bytes(file);
    return node.ask(line ->
        switch (line.bringStick(bytes)) {
          case Brought.Refused(String code, String sentence) -> node.refused(code, sentence);
          case Brought.Taken taken -> {
            node.print(taken, StickCommand::brought);
            yield taken.count("REFUSED") == 0 ? ExitCode.DONE : ExitCode.REFUSED;
          }
        });
  }

  private static void brought(Output output, Brought.Taken taken) {
    Instant now = Instant.now();
    output.line(
        "part %d of %d, written at %s by %s: %d new, %d kept, %d known, %d refused"
            .formatted(
                taken.part(),
                taken.parts(),
                Plain.time(taken.written(), now),
                taken.from(),
                taken.count("TAKEN"),
                taken.count("KEPT"),
                taken.count("KNOWN"),
                taken.count("REFUSED")));
    Table table = new Table("LINE", "KIND", "PARTY", "SIGNED", "BECAME", "WHY");
    taken.items().stream()
        .filter(each -> !each.became().equals("KNOWN"))
        .forEach(each ->
            table.row(
                Integer.toString(each.line()),
                each.kind(),
                each.party(),
                Plain.time(each.signed(), now),
                each.became(),
                Plain.text(each.sentence())));
    output.table(table, "All of it was here already.");
    if (taken.parts() > 1) {
      output.line("Bring in the other parts too.", Tone.CARE);
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Lists what came by stick before it came in any other way, newest first.",
      footer = {"", "Example:", "  hotline stick list --data north"})
  int list(
      @Mixin NodeOptions node,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "100",
              description = "At most so many, 1 to 1,000; 100 if left out.")
          int limit) {
    return node.show(line -> line.broughtByStick(Math.clamp(limit, 1, 1_000)), StickCommand::print);
  }

  private static void print(Output output, List<StickApi.Arrived> brought) {
    Table table = new Table("CAME", "KIND", "PARTY", "SIGNED", "IN THE RECORD", "TEXT");
    Instant now = Instant.now();
    for (StickApi.Arrived each : brought) {
      table.row(
          Plain.time(each.came(), now),
          each.kind(),
          each.party(),
          Plain.time(each.signed(), now),
          each.index() == null ? "not yet" : "entry " + each.index(),
          each.text() == null ? Plain.NOTHING : Plain.text(each.text()));
    }
    output.table(table, "Nothing came by stick.");
  }
}
