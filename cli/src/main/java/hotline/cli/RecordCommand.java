package hotline.cli;

import hotline.cli.check.LineCheck;
import hotline.cli.check.PartyFiles;
import hotline.cli.check.PublicCopy;
import hotline.cli.check.RecordResult;
import hotline.cli.client.FileTrouble;
import hotline.cli.client.Refused;
import hotline.cli.print.Output;
import hotline.cli.print.Output.Tone;
import hotline.cli.print.Plain;
import hotline.cli.print.Table;
import hotline.node.api.SignedBy;
import hotline.node.api.Views;
import hotline.record.statement.LineId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
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
  @Command(
      footer = {"", "Example:", "  hotline record show --data north --from 40 --limit 10"},
      mixinStandardHelpOptions = true,
      description = "Shows entries of the record, explained.")
  int show(
      @Mixin NodeOptions node,
      @Option(names = "--from", defaultValue = "0", paramLabel = "INDEX") long from,
      @Option(names = "--limit", defaultValue = "50", paramLabel = "N") int limit) {
    return node.show(line -> List.copyOf(line.entries(from, limit)), RecordCommand::print);
  }

  private static void print(Output output, List<Views.Entry> entries) {
    Table table =
        new Table("ENTRY", "SIGNED", "PARTY", "KIND", "LANE", "SEQ", "VERDICT", "CONFIRMED", "ID");
    Instant now = Instant.now();
    for (Views.Entry entry : entries) {
      table.row(
          Long.toString(entry.index()),
          Plain.time(entry.signed(), now),
          entry.party() + by(entry.by()),
          entry.kind(),
          Plain.words(entry.lane()),
          Long.toString(entry.sequence()),
          verdict(entry),
          entry.confirmed() ? "yes" : "no",
          Plain.shortId(entry.id()));
    }
    output.table(table, "No entries.");
  }

  /** The officer who signed it, if one did and it counts. */
  static String by(@Nullable SignedBy by) {
    return by == null || by.officer() == null ? "" : " (" + Plain.text(by.officer()) + ")";
  }

  /** What became of a statement, with the code if it was refused. */
  static String verdict(Views.Entry entry) {
    return Plain.words(entry.verdict())
        + ("ok".equals(entry.code()) ? "" : " (" + entry.code() + ")");
  }

  @Command(
      mixinStandardHelpOptions = true,
      description =
          "Lists which exact volumes were opened to whom, and by whom to us, newest first.",
      footer = {"", "Example:", "  hotline record disclosures --data north"})
  int disclosures(
      @Mixin NodeOptions node,
      @Option(names = "--limit", defaultValue = "50", paramLabel = "N") int limit) {
    return node.show(line -> List.copyOf(line.disclosures(limit)), RecordCommand::printDisclosures);
  }

  private static void printDisclosures(Output output, List<Views.Disclosure> all) {
    Table table = new Table("AT", "DIRECTION", "PEER", "FOR", "OPENED", "WITHHELD");
    Instant now = Instant.now();
    for (Views.Disclosure each : all) {
      table.row(
          Plain.time(each.at(), now),
          Plain.words(each.direction()),
          each.peer(),
          Plain.text(each.onBehalfOf()),
          Integer.toString(each.opened()),
          Integer.toString(each.withheld()));
    }
    output.table(table, "Nothing was opened to anyone.");
  }

  @Command(
      footer = {"", "Example:", "  hotline record verify http://127.0.0.1:8401"},
      mixinStandardHelpOptions = true,
      description = {
        "Checks a whole record: every file, signature, chain, right to speak and outcome.",
        "Needs no node and believes none; names the entry at fault. A node's https:// address, where",
        "the others' nodes come in, is asked as the node of --data DIR."
      })
  int verify(
      @Mixin NodeOptions node,
      @Parameters(
              paramLabel = "DIR|URL",
              description = "A party's data or record folder, a node, or any file server.")
          String place,
      @Option(
              names = "--line",
              paramLabel = "ID",
              description = "The line's id, as it was compared by voice.")
          @Nullable String line) {
    return check(node, place, line == null ? null : lineId(node, line));
  }

  private static int check(NodeOptions node, String place, @Nullable LineId expected) {
    RecordResult result;
    try {
      result = new LineCheck(PartyFiles.at(place, node.peerTls(place)), expected).run();
    } catch (IOException unreadable) {
      throw new FileTrouble(String.valueOf(unreadable.getMessage()));
    }
    node.print(result, RecordCommand::print);
    return result.fault() == null ? ExitCode.DONE : ExitCode.REFUSED;
  }

  @Command(
      footer = {"", "Example:", "  hotline record export --data south --out for-a-stranger"},
      mixinStandardHelpOptions = true,
      description = {
        "Copies a party's record for a stranger: both logs and the keys to check them, no secret.",
        "Then checks the copy as \"verify\" does. The node may run."
      })
  int export(
      @Mixin NodeOptions node,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "DIR",
              description = "A folder that does not exist yet.")
          Path out) {
    Path data = node.dataFolder();
    if (Files.exists(out)) {
      throw node.usage(out + " exists: give a new folder.");
    }
    try {
      PublicCopy.make(data, out);
    } catch (IOException failed) {
      throw new FileTrouble("Cannot copy the record: " + failed.getMessage());
    }
    return check(node, out.toString(), null);
  }

  private static LineId lineId(NodeOptions node, String hex) {
    try {
      return LineId.of(HexFormat.of().parseHex(hex.replace(" ", "")));
    } catch (IllegalArgumentException wrong) {
      throw node.usage("--line wants the id of a line, 64 hexadecimal digits.");
    }
  }

  private static void print(Output output, RecordResult result) {
    RecordResult.Fault fault = result.fault();
    if (result.name() != null) {
      output.line("line      " + result.name() + ", id " + result.lineId());
    }
    if (fault != null) {
      output.line("FAILS     " + fault.sentence(), Tone.BAD);
      if (fault.file() != null) {
        output.line("file      " + fault.file());
      }
      output.line("before it " + Plain.count(result.entries(), "entries hold", "entry holds"));
      return;
    }
    output.line(
        "holds     "
            + Plain.count(result.entries(), "entries", "entry")
            + " (files, signatures, chains, right to speak); "
            + Plain.count(result.refused().values().stream().mapToLong(Long::longValue).sum())
            + " refused by a rule",
        Tone.GOOD);
    output.line("outcomes  " + Plain.count(result.outcomes()) + " compared", Tone.GOOD);
    output.line("root      " + result.root());
    output.line("cosigned  " + Plain.list(result.cosigned()));
    result.open().forEach(each -> output.line("open      " + each, Tone.CARE));
  }

  @Command(
      footer = {"", "Example:", "  hotline record prove --data north --out it.proof 45"},
      mixinStandardHelpOptions = true,
      description = "Writes a proof that a statement is in the record, for anyone to check.")
  int prove(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "ID", description = "Of the statement, or its entry.") String id,
      @Option(names = "--out", paramLabel = "FILE", description = "Instead of printing it.")
          @Nullable Path out) {
    return node.ask(line -> {
      String proof =
          line.prove(Named.id(line, id))
              .orElseThrow(() ->
                  new Refused(
                      "not-found", "No statement " + id + " is in the record of this node."));
      if (out != null) {
        return node.wrote(out, proof.getBytes(StandardCharsets.UTF_8));
      }
      node.print(proof, (output, text) -> text.lines().forEach(output::line));
      return ExitCode.DONE;
    });
  }
}
