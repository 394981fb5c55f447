package hotline.cli;

import hotline.cli.client.FileTrouble;
import hotline.cli.setup.NodeSettings;
import hotline.cli.setup.PartyFolder;
import hotline.console.Console;
import hotline.node.Node;
import hotline.node.NodeConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hotline up}: a party's node, until it is told to stop. */
@Command(
    footer = {"", "Example:", "  hotline up --data north"},
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "Runs this party's node and stays.",
      "The first time it makes the party's keys and writes the settings, with a comment to each."
    })
final class UpCommand implements Callable<Integer> {
  /** What stands before the address in the line that says that the node answers. */
  static final String READY = "ready ";

  @Spec private CommandSpec spec;
  @Mixin private NodeSettings settings;
  @Mixin private StayOptions stay;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Where everything durable lies; this node's alone.")
  private Path data = Path.of("");

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      NodeConfig config = settings.complete(data);
      PartyFolder folder = PartyFolder.open(config);
      if (folder.genesis().isEmpty()) {
        withoutLine(out, config);
        return ExitCode.REFUSED;
      }
      serve(Node.start(folder.settings(), Console::new), out);
      return ExitCode.DONE;
    } catch (IOException failed) {
      throw new FileTrouble(String.valueOf(failed.getMessage()));
    }
  }

  /** The keys are there now; what is missing is the other party. */
  private void withoutLine(PrintWriter out, NodeConfig config) {
    out.println("The keys of " + config.party() + " and its settings are in " + data + ".");
    out.println("There is no line yet. Exchange party files in person, and compare fingerprints:");
    out.println("  hotline party export --data " + data + " --out " + config.party() + ".party");
    out.println("  hotline party add --data " + data + " OTHER.party");
    out.println("Then one party founds the line and the others join it:");
    out.println("  hotline line found --data " + data + " --out line.genesis \"NAME OF THE LINE\"");
    out.println("  hotline line join --data " + data + " line.genesis");
    out.flush();
  }

  private void serve(Node node, PrintWriter out) throws IOException {
    out.println(READY + node.address());
    out.println("page  " + node.pageLink());
    out.flush();
    stay.untilStopped(node::close);
  }
}
