package hotline.cli;

import hotline.cli.print.Output;
import hotline.cli.print.Output.Tone;
import hotline.cli.print.Table;
import hotline.simulator.Report;
import hotline.simulator.Simulator;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code hotline simulate}: whole lines under every fault, in one thread from one seed. */
@Command(
    footer = {"", "Example:", "  hotline simulate --for 60s"},
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Runs simulated lines whose machines, disks, clocks and ways fail, and checks what must hold.",
      "Exits 1 if something did not hold, or if some kind of fault never happened."
    })
final class SimulateCommand implements Callable<Integer> {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Spec private CommandSpec spec;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      defaultValue = "60s",
      converter = Seconds.class,
      description = "How long: 90s, 10m, 2h (default: ${DEFAULT-VALUE}).")
  private Duration time = Duration.ofMinutes(1);

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The first seed; the others follow (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--only", paramLabel = "SEED", description = "One seed, to repeat what it did.")
  private @Nullable Long only;

  @Option(names = "--json", description = "Answers for programs.")
  private boolean json;

  /** So many seconds, minutes or hours. */
  static final class Seconds implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String typed) {
      if (!typed.matches("[1-9][0-9]{0,5}[smh]")) {
        throw new TypeConversionException("a time is like 90s, 10m or 2h, not “" + typed + "”");
      }
      long count = Long.parseLong(typed.substring(0, typed.length() - 1));
      return switch (typed.charAt(typed.length() - 1)) {
        case 'h' -> Duration.ofHours(count);
        case 'm' -> Duration.ofMinutes(count);
        default -> Duration.ofSeconds(count);
      };
    }
  }

  @Override
  public Integer call() {
    Output output =
        new Output(spec.commandLine().getOut(), Output.terminalWantsColour(System.getenv()));
    Long one = only;
    Report report = one == null ? Simulator.run(time, seed) : Simulator.only(one);
    if (json) {
      spec.commandLine().getOut().println(JSON.writeValueAsString(report));
    } else {
      print(output, report);
    }
    return report.holds() ? ExitCode.DONE : ExitCode.REFUSED;
  }

  private static void print(Output output, Report report) {
    Table table = new Table("SEEDS", "SIMULATED", "STATEMENTS", "VIOLATIONS");
    table.row(
        String.valueOf(report.seeds()),
        span(report.simulatedSeconds()),
        String.valueOf(report.statements()),
        String.valueOf(report.violations().size()));
    output.table(table, "");
    Table faults = new Table("FAULT", "TIMES");
    report.faults().forEach((words, count) -> faults.row(words, String.valueOf(count)));
    output.table(faults, "");
    report.violations().forEach(each -> output.line(each, Tone.BAD));
    Optional.ofNullable(report.failedSeed())
        .ifPresent(
            failed -> output.line("To repeat it: hotline simulate --only " + failed, Tone.BAD));
    if (!report.missing().isEmpty()) {
      output.line(
          "Never happened, so that little is shown: " + String.join(", ", report.missing()) + ".",
          Tone.CARE);
    }
  }

  private static String span(long seconds) {
    return "%d h %02d min %02d s".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
