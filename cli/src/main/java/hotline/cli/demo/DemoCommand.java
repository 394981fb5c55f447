package hotline.cli.demo;

import hotline.cli.print.Output;
import hotline.cli.print.Output.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hotline demo}: the main job of a newcomer. */
@Command(
    footer = {"", "Example:", "  hotline demo --fast"},
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Plays the line between two parties on real recorded traffic, in a minute or two.",
      "Each has a node of its own, as a process on this machine; both pages can be watched."
    })
public final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--fast", description = "Without waiting; exits 0 only if every check held.")
  private boolean fast;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description =
          "Leave the parties' data in DIR/north, DIR/south, the incident in DIR/incident-1.zip.")
  private @Nullable Path keep;

  @Override
  public Integer call() throws IOException {
    Output output =
        new Output(spec.commandLine().getOut(), Output.terminalWantsColour(System.getenv()));
    boolean stay = !fast && Output.onTerminal();
    try (Theatre theatre = Theatre.open(keep == null ? temporary() : kept(keep), keep == null)) {
      List<String> failed = theatre.play(new Commentary(output, fast), afterwards(stay));
      if (stay) {
        output.line("");
        output.line("The nodes stay up. Ctrl-C ends them.", Tone.HEADING);
        theatre.untilInterrupted();
      }
      return failed.isEmpty() ? 0 : 1;
    } catch (Failed failed) {
      spec.commandLine().getErr().println("hotline: " + failed.getMessage());
      spec.commandLine().getErr().flush();
      return 1;
    }
  }

  private SummaryChapter.Afterwards afterwards(boolean stay) {
    if (stay) {
      return SummaryChapter.Afterwards.NODES_STAY;
    }
    return keep == null
        ? SummaryChapter.Afterwards.NOTHING_STAYS
        : SummaryChapter.Afterwards.DATA_STAY;
  }

  private static Path temporary() throws IOException {
    return Files.createTempDirectory("hotline-demo-");
  }

  private Path kept(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.findAny().isPresent()) {
        throw new ParameterException(
            spec.commandLine(), folder + " is not empty: give a new folder to keep the data in.");
      }
    }
    return folder.toAbsolutePath().normalize();
  }
}
