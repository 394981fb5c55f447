package hotline.cli;

import hotline.cli.client.Refused;
import hotline.cli.print.Output;
import hotline.cli.print.Plain;
import hotline.cli.print.Table;
import hotline.node.api.LineApi;
import hotline.node.api.Requests;
import hotline.node.api.Views;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hotline conflict …}: where this party's notices meet another's. */
@Command(
    name = "conflict",
    description = "Conflicts between this party's notices and the others'.",
    mixinStandardHelpOptions = true)
final class ConflictCommand {
  @Command(
      footer = {"", "Example:", "  hotline conflict list --data south"},
      mixinStandardHelpOptions = true,
      description = "Lists conflicts, soonest first.")
  int list(
      @Mixin NodeOptions node,
      @Mixin AtOption at,
      @Option(names = "--all", description = "Also those that are cleared.") boolean all) {
    return node.show(line -> List.copyOf(at.of(line).conflicts(all)), ConflictCommand::print);
  }

  @Command(
      footer = {
        "",
        "Example:",
        "  hotline conflict answer --data south C-GR7SJ-E37R3 unable \"Fuel.\""
      },
      mixinStandardHelpOptions = true,
      description = {
        "Answers the other side's call about a conflict.",
        "wilco promises an amendment: \"notice shift\" and \"notice amend\" say it by --answers."
      })
  int answer(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "CONFLICT", description = "Its reference.") String reference,
      @Parameters(paramLabel = "WORD", description = "wilco, unable or standby.") String word,
      @Parameters(paramLabel = "TEXT", arity = "0..1") @Nullable String text) {
    return node.say(line ->
        line.answer(
            new Requests.Answer(call(line, reference), word.toUpperCase(Locale.ROOT), text)));
  }

  /** The CONFLICT message about a conflict. */
  private static String call(LineApi line, String reference) {
    Views.Conflict conflict =
        NodeOptions.one(
            line.conflicts(true), each -> Map.entry(each.reference(), ""), reference, "conflict");
    if (conflict.messageId() == null) {
      throw new Refused(
          "no-call", "Nobody has called " + reference + " yet, so there is nothing to answer.");
    }
    return conflict.messageId();
  }

  private static void print(Output output, List<Views.Conflict> conflicts) {
    output.table(table(conflicts), "No conflicts.");
  }

  /** The table that the demo prints too. */
  static Table table(List<Views.Conflict> conflicts) {
    Table table =
        new Table(
            "CONFLICT",
            "OURS",
            "THEIRS",
            "STATE",
            "FROM",
            "TO",
            "CLOSEST",
            "APART",
            "WHERE",
            "TO MOVE");
    Instant now = Instant.now();
    for (Views.Conflict conflict : conflicts) {
      table.row(
          conflict.reference(),
          conflict.ownReference(),
          conflict.otherReference() + " (" + conflict.otherParty() + ")",
          Plain.words(conflict.state())
              + ("EXACT".equals(conflict.certainty()) ? "" : ", possible"),
          Plain.time(conflict.overlapStart(), now),
          Plain.time(conflict.overlapEnd(), now),
          Plain.time(conflict.closestAt(), now),
          apart(conflict),
          conflict.place() == null ? Plain.NOTHING : conflict.place().text(),
          conflict.toMove());
    }
    return table;
  }

  private static String apart(Views.Conflict conflict) {
    return conflict.horizontalMm() == null
        ? "not known"
        : Plain.nauticalMiles(conflict.horizontalMm()) + ", " + Plain.feet(conflict.verticalFeet());
  }
}
