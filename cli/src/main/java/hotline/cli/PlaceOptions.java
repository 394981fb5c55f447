package hotline.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where something was, as far as it is known; as typed. */
final class PlaceOptions {
  @Option(names = "--at", paramLabel = "POSITION", description = "\"46.3 N 6.5 E\".")
  private @Nullable String position;

  @Option(names = "--floor", paramLabel = "HEIGHT", description = "\"FL300\", \"1500 m W84\".")
  private @Nullable String floor;

  @Option(names = "--ceiling", paramLabel = "HEIGHT")
  private @Nullable String ceiling;

  @Nullable String position() {
    return position;
  }

  @Nullable String floor() {
    return floor;
  }

  @Nullable String ceiling() {
    return ceiling;
  }
}
