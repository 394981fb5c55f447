package hotline.cli;

import hotline.node.api.LineApi;
import java.util.List;
import picocli.CommandLine.Option;

/** What something is about, apart from its words. */
final class Refers {
  @Option(
      names = "--refers",
      paramLabel = "REF",
      description = "A notice, incident, case, or entry of the record; may be repeated.")
  private List<String> typed = List.of();

  List<String> ids(LineApi line) {
    return Named.ids(line, typed);
  }
}
