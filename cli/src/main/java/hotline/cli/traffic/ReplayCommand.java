package hotline.cli.traffic;

import hotline.cli.client.Refused;
import hotline.cli.print.Output;
import hotline.cli.print.Table;
import hotline.traffic.Minima;
import hotline.traffic.watch.Alert;
import hotline.traffic.watch.Cause;
import hotline.traffic.watch.Fold;
import hotline.traffic.watch.PairLoss;
import hotline.traffic.watch.Recording;
import hotline.traffic.watch.Replay;
import hotline.traffic.watch.Score;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code hotline replay}: the watch over a recording, as fast as it can. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the watch over recorded traffic: what was lost, what was alerted, how good that was.",
      "FILE has the columns time_s, icao24, callsign, … of docs/watch.md."
    },
    footer = {"", "Example:", "  hotline replay day.csv.gz --minima 5nm,800ft --lookahead 120s"})
public final class ReplayCommand implements Callable<Integer> {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The recording; may end in .gz.")
  private Path file = Path.of("");

  @Option(
      names = "--minima",
      paramLabel = "NM,FT",
      defaultValue = "5nm,1000ft",
      converter = Typed.OfMinima.class,
      description = "How near aircraft may come (default: ${DEFAULT-VALUE}).")
  private Minima minima = new Minima(9_260_000, 1_000);

  @Option(
      names = "--lookahead",
      paramLabel = "TIME",
      defaultValue = "120s",
      converter = Typed.OfLookAhead.class,
      description = "How far ahead is predicted, 10s to 600s (default: ${DEFAULT-VALUE}).")
  private int lookAheadS = 120;

  @Option(
      names = "--above",
      paramLabel = "FT",
      defaultValue = "-2000ft",
      converter = Typed.OfHeight.class,
      description = "Only aircraft strictly above this pressure height (default: all).")
  private int aboveFt = -2_000;

  @Option(
      names = "--fold",
      paramLabel = "HOURS",
      defaultValue = "none",
      description = {
        "Lay hours over each other: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
        "An aircraft of hour HH is then icao24-HH, and each hour a party."
      })
  private Fold fold = Fold.NONE;

  @Option(
      names = "--declared",
      description = {
        "The watch knows what each flight declared: the way that it flies, up to 30 s",
        "early or late by chance. In a pair of two parties one's own word counts, the",
        "other's may only add an alert."
      })
  private boolean declared;

  @Option(names = "--pairs", paramLabel = "OUT.csv", description = "Where to write the losses.")
  private @Nullable Path pairs;

  @Option(names = "--alerts", paramLabel = "OUT.csv", description = "Where to write the alerts.")
  private @Nullable Path alerts;

  @Option(names = "--json", description = "Answer with JSON, for programs.")
  private boolean json;

  /** What is printed for programs. */
  private record Result(
      int aircraft,
      long rows,
      Map<Recording.Reject, Long> rejects,
      double hours,
      int losses,
      int pairs,
      double alertsPerHour,
      Map<String, Long> causes,
      Judged watch,
      Judged straightLine) {}

  /** One predictor's score with its shares. */
  private record Judged(Score score, double foreseenPercent, double nuisancePercent) {
    static Judged of(Score score) {
      return new Judged(score, score.foreseenPercent(), score.nuisancePercent());
    }
  }

  @Override
  public Integer call() {
    Recording recording = Recording.read(TrafficFiles.text(file), fold);
    if (recording.rejects().containsKey(Recording.Reject.HEADER)) {
      throw new Refused("malformed", file + " does not begin with the heading of a recording.");
    }
    Replay replay =
        Replay.of(recording, new Replay.Settings(minima, lookAheadS, aboveFt, declared));
    if (pairs != null) {
      TrafficFiles.write(pairs, pairsCsv(replay));
    }
    if (alerts != null) {
      TrafficFiles.write(alerts, alertsCsv(replay));
    }
    print(recording, replay);
    return 0;
  }

  private static String pairsCsv(Replay replay) {
    StringBuilder csv =
        new StringBuilder("id1,id2,first_time_s,last_time_s,min_dist_nm,min_dz_ft\n");
    for (PairLoss loss : replay.losses()) {
      csv.append(loss.first().name())
          .append(',')
          .append(loss.second().name())
          .append(',')
          .append(seconds(loss.firstUs()))
          .append(',')
          .append(seconds(loss.lastUs()))
          .append(',')
          .append(String.format(Locale.ROOT, "%.6f", loss.closestMm() / 1_852_000.0))
          .append(',')
          .append(loss.closestFt())
          .append('\n');
    }
    return csv.toString();
  }

  private static String alertsCsv(Replay replay) {
    StringBuilder csv =
        new StringBuilder("id1,id2,first_alert_s,last_alert_s,predicted_loss_s,cause\n");
    for (Alert alert : replay.alerts()) {
      csv.append(alert.first().name())
          .append(',')
          .append(alert.second().name())
          .append(',')
          .append(seconds(alert.firstUs()))
          .append(',')
          .append(seconds(alert.lastUs()))
          .append(',')
          .append(seconds(alert.predictedUs()))
          .append(',')
          .append(alert.cause().words())
          .append('\n');
    }
    return csv.toString();
  }

  private static String seconds(long us) {
    return BigDecimal.valueOf(us, 6).stripTrailingZeros().toPlainString();
  }

  private void print(Recording recording, Replay replay) {
    Map<String, Long> causes = new TreeMap<>();
    for (Cause cause : Cause.values()) {
      long count = replay.alerts().stream().filter(each -> each.cause() == cause).count();
      if (count > 0) {
        causes.put(cause.words(), count);
      }
    }
    double perHour = replay.hours() == 0 ? 0 : replay.alerts().size() / replay.hours();
    int lost =
        (int)
            replay.losses().stream()
                .map(each -> each.first().name() + " " + each.second().name())
                .distinct()
                .count();
    if (json) {
      Result result =
          new Result(
              replay.flights(),
              replay.rows(),
              new TreeMap<>(recording.rejects()),
              replay.hours(),
              replay.losses().size(),
              lost,
              perHour,
              causes,
              Judged.of(replay.score()),
              Judged.of(replay.baseline()));
      spec.commandLine().getOut().println(JSON.writeValueAsString(result));
      return;
    }
    Output output = new Output(spec.commandLine().getOut(), false);
    Table table = new Table("RECORDING", "");
    table.row("aircraft", count(replay.flights()));
    table.row("rows", count(replay.rows()));
    new TreeMap<>(recording.rejects())
        .forEach((reason, count) ->
            table.row(
                "not used: " + reason.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                count(count)));
    table.row("losses", count(replay.losses().size()) + " of " + count(lost) + " pairs");
    causes.forEach((cause, count) -> table.row("alerts: " + cause, count(count)));
    table.row("alerts per hour", String.format(Locale.ROOT, "%.1f", perHour));
    output.table(table, "");
    output.table(scores(replay.score(), replay.baseline()), "");
  }

  private static Table scores(Score watch, Score straight) {
    Table table =
        new Table(
            "PREDICTOR",
            "LOSSES",
            "AT FIRST SIGHT",
            "JUDGED",
            "FORESEEN",
            "MISSED",
            "LEAD",
            "ALERTS",
            "CURRENT",
            "NUISANCE");
    row(table, "the watch", watch);
    row(table, "straight line", straight);
    return table;
  }

  private static void row(Table table, String name, Score score) {
    table.row(
        name,
        count(score.losses()),
        count(score.atFirstSight()),
        count(score.judged()),
        count(score.foreseen()) + " (" + score.foreseenPercent() + " %)",
        count(score.missed()),
        score.medianLeadS() + " s",
        count(score.alerts()),
        count(score.current()),
        count(score.nuisance()) + " (" + score.nuisancePercent() + " %)");
  }

  private static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
