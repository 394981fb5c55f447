package hotline.cli;

import hotline.cli.client.Refused;
import hotline.cli.print.Output;
import hotline.cli.print.Plain;
import hotline.cli.print.Table;
import hotline.node.api.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hotline record …}: what was said, in order, for good. */
@Command(
    name = "record",
    mixinStandardHelpOptions = true,
    description = "The record: what was said, in order, and the proof of it.")
final class RecordCommand {
  @Command(mixinStandardHelpOptions = true, description = "Shows entries of the record, explained.")
  int show(
      @Mixin NodeOptions node,
      @Option(names = "--from", defaultValue = "0", paramLabel = "INDEX") long from,
      @Option(names = "--limit", defaultValue = "50", paramLabel = "N") int limit) {
    return node.show(line -> List.copyOf(line.entries(from, limit)), RecordCommand::print);
  }

  private static void print(Output output, List<Views.Entry> entries) {
    Table table =
        new Table("ENTRY", "SIGNED", "PARTY", "KIND", "LANE", "SEQ", "VERDICT", "CONFIRMED", "ID");
    for (Views.Entry entry : entries) {
      table.row(
          Long.toString(entry.index()),
          Plain.time(entry.signed()),
          entry.party(),
          entry.kind(),
          Plain.words(entry.lane()),
          Long.toString(entry.sequence()),
          Plain.words(entry.verdict())
              + ("ok".equals(entry.code()) ? "" : " (" + entry.code() + ")"),
          entry.confirmed() ? "yes" : "no",
          Plain.shortId(entry.id()));
    }
    output.table(table, "No entries.");
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Writes a proof that a statement is in the record, for anyone to check.")
  int prove(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "ID", description = "Of the statement.") String id,
      @Option(names = "--out", paramLabel = "FILE", description = "Instead of printing it.")
          @Nullable Path out) {
    return node.show(
        line ->
            line.prove(id)
                .orElseThrow(() ->
                    new Refused(
                        "not-found", "No statement " + id + " is in the record of this node.")),
        (output, proof) -> write(output, proof, out));
  }

  private static void write(Output output, String proof, @Nullable Path out) {
    if (out == null) {
      proof.lines().forEach(output::line);
      return;
    }
    try {
      Files.writeString(out, proof);
    } catch (IOException unwritable) {
      throw new NodeOptions.Unreadable("Cannot write " + out + ".");
    }
    output.line("wrote " + out);
  }
}
