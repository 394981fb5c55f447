package hotline.cli;

import hotline.cli.print.Output;
import hotline.cli.print.Plain;
import hotline.cli.print.Table;
import hotline.node.api.Views;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hotline conflict …}: where this party's notices meet another's. */
@Command(
    name = "conflict",
    description = "Conflicts between this party's notices and the others'.",
    mixinStandardHelpOptions = true)
final class ConflictCommand {
  @Command(mixinStandardHelpOptions = true, description = "Lists conflicts, soonest first.")
  int list(
      @Mixin NodeOptions node,
      @Option(names = "--all", description = "Also those that are cleared.") boolean all) {
    return node.show(line -> List.copyOf(line.conflicts(all)), ConflictCommand::print);
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
    for (Views.Conflict conflict : conflicts) {
      table.row(
          conflict.reference(),
          conflict.ownReference(),
          conflict.otherReference() + " (" + conflict.otherParty() + ")",
          Plain.words(conflict.state())
              + ("EXACT".equals(conflict.certainty()) ? "" : ", possible"),
          Plain.time(conflict.overlapStart()),
          Plain.time(conflict.overlapEnd()),
          Plain.time(conflict.closestAt()),
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
