package hotline.cli;

import picocli.CommandLine.Option;

/** When something happened, or will; as typed. */
final class TimesOptions {
  @Option(
      names = "--start",
      required = true,
      paramLabel = "TIME",
      description = "When it began, or will: 2026-11-22T14:02:00Z.")
  private String start = "";

  @Option(
      names = "--end",
      required = true,
      paramLabel = "TIME",
      description = "When it was over, or will be.")
  private String end = "";

  String start() {
    return start;
  }

  String end() {
    return end;
  }
}
