package hotline.cli;

import hotline.cli.client.Refused;
import hotline.cli.print.Output;
import hotline.cli.print.Output.Tone;
import hotline.cli.print.Plain;
import hotline.cli.print.Table;
import hotline.node.api.MatterApi.Exported;
import hotline.node.api.MatterViews;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hotline incident …}: what happened, as each party says it. */
@Command(
    name = "incident",
    description = "Incidents: what each party says, and the file for a stranger.",
    mixinStandardHelpOptions = true)
final class IncidentCommand {
  @Command(mixinStandardHelpOptions = true, description = "Lists incidents, newest first.")
  int list(@Mixin NodeOptions node, @Mixin AtOption at) {
    return node.show(line -> List.copyOf(at.of(line).incidents()), IncidentCommand::print);
  }

  private static void print(Output output, List<MatterViews.IncidentLine> incidents) {
    Table table = new Table("INCIDENT", "OPENED BY", "FROM", "TO", "EXHIBITS", "FACTS", "TITLE");
    Instant now = Instant.now();
    for (MatterViews.IncidentLine each : incidents) {
      table.row(
          each.reference(),
          each.by().party(),
          Plain.time(each.from(), now),
          Plain.time(each.to(), now),
          Integer.toString(each.exhibits()),
          Integer.toString(each.facts()),
          Plain.text(each.title()));
    }
    output.table(table, "No incidents.");
  }

  @Command(
      mixinStandardHelpOptions = true,
      description =
          "Shows an incident: each party's own words, and what each holds of the others'.")
  int show(
      @Mixin NodeOptions node,
      @Mixin AtOption at,
      @Parameters(paramLabel = "INCIDENT") String incident) {
    return node.show(
        line -> Named.found(at.of(line).incident(incident), "incident", incident),
        IncidentCommand::print);
  }

  private static void print(Output output, MatterViews.Incident incident) {
    Instant now = Instant.now();
    output.line(
        incident.reference()
            + " "
            + Plain.text(incident.title())
            + ", "
            + Plain.time(incident.from(), now)
            + " to "
            + Plain.time(incident.to(), now),
        Tone.HEADING);
    for (MatterViews.Account account : incident.accounts()) {
      output.line(
          account.party()
              + ": "
              + (account.words() == null ? "says nothing" : Plain.text(account.words())));
    }
    Table table = new Table("ENTRY", "BY", "WHAT", "HOLDS", "VIEWS");
    for (MatterViews.Exhibit each : incident.exhibits()) {
      table.row(
          Long.toString(each.by().index()),
          each.by().party(),
          Plain.text(each.what()),
          Plain.text(each.holds()),
          String.join(
              ", ",
              each.views().stream()
                  .map(view -> view.party() + " " + Plain.words(view.word()))
                  .toList()));
    }
    output.table(table, "Nothing was brought forward.");
    motions(output, "agreed", incident.agreed());
    motions(output, "not agreed", incident.differing());
    motions(output, "finding", incident.findings());
  }

  private static void motions(Output output, String what, List<MatterViews.Motion> motions) {
    for (MatterViews.Motion each : motions) {
      output.line(
          what
              + " ("
              + Plain.words(each.state())
              + "): "
              + Plain.text(each.words())
              + " [signed by "
              + String.join(", ", each.signatures().stream().map(one -> one.by().party()).toList())
              + "]");
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Writes one file with all that a stranger needs to check the incident.")
  int export(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "INCIDENT") String incident,
      @Option(names = "--out", paramLabel = "FILE", description = "Not given: a name of its own.")
          @Nullable Path out) {
    return node.ask(line -> {
      try {
        return switch (line.exportIncident(incident)) {
          case Exported.Archive archive -> written(node, archive, out);
          case Exported.Refused(String code, String sentence) -> node.refused(code, sentence);
        };
      } catch (IOException failed) {
        throw new UncheckedIOException("the bundle cannot be written", failed);
      }
    });
  }

  /** Nothing that is there is written over. */
  private static int written(NodeOptions node, Exported.Archive archive, @Nullable Path out)
      throws IOException {
    Path file = out == null ? Path.of(archive.name()) : out;
    if (Files.exists(file)) {
      throw new Refused("exists", file + " is there already; give another name with --out FILE.");
    }
    Files.write(file, archive.bytes(), StandardOpenOption.CREATE_NEW);
    node.output().line("wrote " + file + ", " + Plain.count(archive.bytes().length) + " bytes");
    return ExitCode.DONE;
  }
}
