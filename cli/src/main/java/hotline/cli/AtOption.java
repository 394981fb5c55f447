package hotline.cli;

import hotline.cli.client.LineClient;
import hotline.node.api.LineView;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** At which instant a command looks at the line: now, or one that is past. */
final class AtOption {
  /** Its name; commands whose answer is never of the past do not have it. */
  static final String NAME = "--at";

  @Option(
      names = NAME,
      paramLabel = "TIME",
      converter = Utc.class,
      description = "As this node knew it then, such as 2026-11-22T19:04:05Z; now, if not given.")
  private @Nullable Instant at;

  /** The instant, if it is not now. */
  Optional<Instant> instant() {
    return Optional.ofNullable(at);
  }

  /** The line as it is, or as the node knew it at that instant. */
  LineView of(LineClient line) {
    return at == null ? line : line.past(at);
  }

  /** An instant in UTC, and nothing that could be taken for local time. */
  static final class Utc implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String typed) {
      try {
        return Instant.parse(typed);
      } catch (DateTimeParseException other) {
        throw new TypeConversionException(
            "it wants an instant in UTC such as 2026-11-22T19:04:05Z, not " + typed + ".");
      }
    }
  }
}
