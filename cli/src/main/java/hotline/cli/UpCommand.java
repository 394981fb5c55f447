package hotline.cli;

import hotline.cli.setup.NodeSettings;
import hotline.cli.setup.PartyFolder;
import hotline.console.Console;
import hotline.node.Node;
import hotline.node.NodeConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Where everything durable lies; this node's alone.")
  private Path data = Path.of("");

  @Option(
      names = "--until-input-ends",
      hidden = true,
      description = "Stop when standard input closes: for whoever started this as a child.")
  private boolean untilInputEnds;

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
      stay(Node.start(folder.settings(), Console::new), out);
      return ExitCode.DONE;
    } catch (IOException failed) {
      throw new NodeOptions.Unreadable(String.valueOf(failed.getMessage()));
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

  private void stay(Node node, PrintWriter out) throws IOException {
    out.println(READY + node.address());
    out.println("page  " + node.pageLink());
    out.flush();
    awaitStop(untilInputEnds, node::close);
  }

  /** What is done when it is time to stop. */
  interface Closing {
    void close() throws IOException;
  }

  /** Waits until this program is told to stop, then closes; it ends no sooner than that is done. */
  static void awaitStop(boolean untilInputEnds, Closing closing) throws IOException {
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stop.countDown();
                  await(stopped);
                },
                "stop"));
    if (untilInputEnds) {
      Thread.ofPlatform().daemon().name("parent").start(() -> drain(System.in, stop));
    }
    await(stop);
    try {
      closing.close();
    } finally {
      stopped.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static void drain(InputStream in, CountDownLatch stop) {
    try {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException broken) {
      // The one who started this is gone; that is all there was to learn.
    } finally {
      stop.countDown();
    }
  }
}
