package hotline.cli.traffic;

import hotline.cli.client.Refused;
import hotline.cli.print.Output;
import hotline.cli.print.Table;
import hotline.traffic.separation.Encounter;
import hotline.traffic.separation.EncounterCsv;
import hotline.traffic.separation.Interval;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code hotline separation}: encounters judged in closed form. */
@Command(
    name = "separation",
    mixinStandardHelpOptions = true,
    description = {
      "Judges encounters: loss of separation in a cylinder, closest approach, DO-365 well clear.",
      "CASES.csv has the columns id, sx_m … D_m, H_m, T_s of docs/watch.md."
    },
    footer = {"", "Example:", "  hotline separation cases.csv --out verdicts.csv"})
public final class SeparationCommand implements Callable<Integer> {
  private static final String HEADING =
      "id,los_now,conflict,t_in_s,t_out_s,tcpa_s,hmd_at_tcpa_m,"
          + "wcv_conflict,wcv_t_in_s,wcv_t_out_s,wcv_now\n";

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CASES.csv", description = "The encounters.")
  private Path cases = Path.of("");

  @Option(names = "--out", paramLabel = "OUT.csv", description = "Where to write the verdicts.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Answer with JSON, for programs.")
  private boolean json;

  /** How many of the encounters are what. */
  private record Counts(int cases, long lossNow, long loss, long notWellClear) {}

  @Override
  public Integer call() {
    List<EncounterCsv.Case> read =
        switch (EncounterCsv.read(TrafficFiles.text(cases))) {
          case EncounterCsv.Table(List<EncounterCsv.Case> all) -> all;
          case EncounterCsv.Bad(int line, String reason) ->
              throw new Refused("malformed", cases + ", line " + line + ": " + reason);
        };
    List<Encounter.Verdict> verdicts =
        read.stream().map(each -> each.encounter().verdict()).toList();
    if (out != null) {
      StringBuilder csv = new StringBuilder(HEADING);
      for (int i = 0; i < read.size(); i++) {
        append(csv, read.get(i).id(), verdicts.get(i));
      }
      TrafficFiles.write(out, csv.toString());
    }
    print(
        new Counts(
            read.size(),
            verdicts.stream().filter(Encounter.Verdict::lossNow).count(),
            verdicts.stream().filter(each -> each.loss().isPresent()).count(),
            verdicts.stream().filter(each -> each.notWellClear().isPresent()).count()));
    return 0;
  }

  private void print(Counts counts) {
    if (json) {
      spec.commandLine().getOut().println(JsonMapper.shared().writeValueAsString(counts));
      return;
    }
    new Output(spec.commandLine().getOut(), false)
        .table(
            new Table("ENCOUNTERS", "LOST NOW", "LOST WITHIN LOOK-AHEAD", "NOT WELL CLEAR")
                .row(
                    String.valueOf(counts.cases()),
                    String.valueOf(counts.lossNow()),
                    String.valueOf(counts.loss()),
                    String.valueOf(counts.notWellClear())),
            "");
  }

  private static void append(StringBuilder csv, String id, Encounter.Verdict verdict) {
    csv.append(id).append(',').append(bit(verdict.lossNow())).append(',');
    append(csv, verdict.loss());
    csv.append(number(verdict.closest().atS()))
        .append(',')
        .append(number(verdict.closest().horizontalM()))
        .append(',');
    append(csv, verdict.notWellClear());
    csv.append(bit(verdict.notWellClearNow())).append('\n');
  }

  private static void append(StringBuilder csv, Optional<Interval> interval) {
    csv.append(bit(interval.isPresent()))
        .append(',')
        .append(interval.map(each -> number(each.fromS())).orElse(""))
        .append(',')
        .append(interval.map(each -> number(each.untilS())).orElse(""))
        .append(',');
  }

  private static char bit(boolean yes) {
    return yes ? '1' : '0';
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.9f", value);
  }
}
