package hotline.cli;

import hotline.cli.client.FileTrouble;
import hotline.cli.print.Plain;
import hotline.cli.setup.NodeSettings;
import hotline.node.NodeConfig;
import hotline.node.peer.PeerEndpoints.Log;
import hotline.node.witness.WitnessNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hotline witness}: cosigns a line's checkpoints, until it is told to stop. */
@Command(
    footer = {"", "Example:", "  hotline witness --data seal"},
    name = "witness",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a witness of a line and stays: it holds digests only, and cosigns.",
      "Its folder has joined the line as a guest; the terms name it with its cosigner key."
    })
final class WitnessCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NodeSettings settings;
  @Mixin private StayOptions stay;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Where its keys and the newest checkpoints lie; this witness's alone.")
  private Path data = Path.of("");

  @Override
  public Integer call() {
    try {
      NodeConfig config = settings.complete(data);
      WitnessNode node = WitnessNode.start(config, InstantSource.system(), new SecureRandom());
      PrintWriter out = spec.commandLine().getOut();
      out.println("ready at port " + node.port());
      out.println("key   " + node.witness().verifierKey());
      out.println(
          "has cosigned " + Plain.count(node.witness().size(Log.RECORD), "entries", "entry"));
      out.flush();
      stay.untilStopped(node::close);
      return ExitCode.DONE;
    } catch (IOException failed) {
      throw new FileTrouble(String.valueOf(failed.getMessage()));
    }
  }
}
