package hotline.cli.traffic;

import hotline.cli.print.Output;
import hotline.cli.print.Table;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code hotline decode}: the bytes of a feed as a table. */
@Command(
    name = "decode",
    mixinStandardHelpOptions = true,
    description = {
      "Decodes recorded bytes of a feed: ASTERIX (raw or pcap), Beast, BaseStation lines.",
      "What cannot be decoded is counted by reason; no bytes make it fail."
    },
    footer = {"", "Example:", "  hotline decode feed.pcap --format cat062 --out tracks.csv"})
public final class DecodeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The bytes; may end in .gz.")
  private Path file = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      description = "One of: ${COMPLETION-CANDIDATES}.")
  private Format format = Format.SBS;

  @Option(names = "--out", paramLabel = "OUT.csv", description = "Where to write the table.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Answer with JSON, for programs.")
  private boolean json;

  /** A wire format. */
  enum Format {
    /** ASTERIX system tracks. */
    CAT062,
    /** ASTERIX ADS-B reports. */
    CAT021,
    /** Mode S as the Beast sends it. */
    BEAST,
    /** BaseStation lines. */
    SBS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What came of it. */
  private record Counts(int rows, Map<String, Long> rejects) {}

  @Override
  public Integer call() {
    byte[] bytes = TrafficFiles.bytes(file);
    Decoded decoded =
        switch (format) {
          case CAT062 -> Decoded.asterix(bytes, 62);
          case CAT021 -> Decoded.asterix(bytes, 21);
          case BEAST -> Decoded.beast(bytes);
          case SBS -> Decoded.sbs(bytes);
        };
    if (out != null) {
      TrafficFiles.write(out, decoded.csv());
    }
    if (json) {
      Counts counts = new Counts(decoded.rows().size(), decoded.rejects());
      spec.commandLine().getOut().println(JsonMapper.shared().writeValueAsString(counts));
      return 0;
    }
    Table table = new Table("DECODED", "ROWS").row(format.toString(), count(decoded.rows().size()));
    decoded
        .rejects()
        .forEach((reason, count) ->
            table.row(
                "not used: " + reason.replace('_', ' ').toLowerCase(Locale.ROOT), count(count)));
    new Output(spec.commandLine().getOut(), false).table(table, "");
    return 0;
  }

  private static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
